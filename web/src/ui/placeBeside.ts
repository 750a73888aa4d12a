/** Puts a panel below its button, or above where there is no room, within the window. */
export function placeBeside(button: HTMLElement, panel: HTMLElement): void {
  const anchor = button.getBoundingClientRect()
  const { width, height } = panel.getBoundingClientRect()
  const gap = 4
  const isRtl = document.documentElement.dir === 'rtl'
  const wished = isRtl ? anchor.right - width : anchor.left
  const x = Math.max(gap, Math.min(wished, innerWidth - width - gap))
  const below = anchor.bottom + gap
  const y = below + height <= innerHeight - gap ? below : Math.max(gap, anchor.top - height - gap)
  panel.style.left = `${x}px`
  panel.style.top = `${y}px`
}
