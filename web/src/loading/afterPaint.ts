/** Does what can wait until the page that is being made has been painted. */
export function afterPaint(act: () => void): void {
  requestAnimationFrame(() => setTimeout(act, 0))
}
