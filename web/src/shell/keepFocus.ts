/** What stands around a node that was taken away, nearest first, is looked for these. */
const CAN_HAVE_IT = 'a[href], button, input, select, textarea, summary, [tabindex="0"]'

/**
 * Where what has the focus is taken away, gives it to the nearest that is left: to what follows, else to what stands
 * before it, else farther up. What has its own idea of where the focus goes, such as the board, comes first.
 */
export function keepFocus(): () => void {
  let last = document.activeElement
  const note = ({ target }: Event): void => void (last = target as Element)
  // Who presses elsewhere has left it.
  const forget = (): void => void (last = null)
  const giveOn = (gone: MutationRecord): void => {
    if (document.activeElement !== document.body || !last) return
    const next = last.isConnected ? (last as HTMLElement) : nearest(gone)
    next?.focus({ preventScroll: true })
  }
  const observer = new MutationObserver((records) => {
    const gone = records.find(({ removedNodes }) => [...removedNodes].some((node) => node.contains(last)))
    if (gone) setTimeout(giveOn, 0, gone)
  })
  observer.observe(document.body, { childList: true, subtree: true })
  document.addEventListener('focusin', note)
  document.addEventListener('pointerdown', forget, true)
  return () => {
    observer.disconnect()
    document.removeEventListener('focusin', note)
    document.removeEventListener('pointerdown', forget, true)
  }
}

function nearest({ target, nextSibling, previousSibling }: MutationRecord): HTMLElement | null {
  let [following, before, around] = [nextSibling, previousSibling, target as Element | null]
  for (; around && around !== document.body; around = around.parentElement) {
    const found = firstIn(following, 'nextSibling') ?? firstIn(before, 'previousSibling')
    if (found) return found
    if (around.id === 'main') break
    ;[following, before] = [around.nextSibling, around.previousSibling]
  }
  return document.getElementById('main')
}

/** The first that can have the focus in a node or, where it has none, in those on from there. */
function firstIn(start: Node | null, on: 'nextSibling' | 'previousSibling'): HTMLElement | undefined {
  for (let node = start; node; node = node[on]) {
    if (!(node instanceof Element)) continue
    const found = [node, ...node.querySelectorAll(CAN_HAVE_IT)].find(
      (one): one is HTMLElement => one.matches(CAN_HAVE_IT) && one.checkVisibility(),
    )
    if (found) return found
  }
  return undefined
}
