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
    const gone = last && outermost(records, last)
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

/** What took a node away, with all around it that went too. */
function outermost(records: readonly MutationRecord[], node: Node): MutationRecord | undefined {
  let [gone, inner]: [MutationRecord | undefined, Node] = [undefined, node]
  for (const record of records)
    if ([...record.removedNodes].some((removed) => removed.contains(inner)))
      [gone, inner] = [record, record.target]
  return gone
}

/** Another page, and what stands around all pages, give it to the page that is shown. */
function nearest({ target, nextSibling, previousSibling }: MutationRecord): HTMLElement | null {
  const place = target as Element
  const end = place.closest('dialog, #main')
  let [following, before] = [nextSibling, previousSibling]
  for (let around = end && place; around; around = around === end ? null : around.parentElement) {
    const found = firstIn(following, 'nextSibling') ?? firstIn(before, 'previousSibling')
    if (found) return found
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
