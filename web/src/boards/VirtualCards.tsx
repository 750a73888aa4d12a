import { createMemo, createSignal, For, type JSX, on, onCleanup, onMount } from 'solid-js'
import type { CardFragment } from '../gql/graphql.ts'
import { cardAt, cardEdges } from './cardEdges.ts'
import { obstacleOf } from './obstacleOf.ts'

export interface VirtualCardsProps {
  cards: readonly CardFragment[]
  scroller: HTMLElement
  children(card: CardFragment, index: () => number): JSX.Element
}

/** How high a card is taken to be until it has been seen. */
const CARD_HEIGHT = 172
/** How far beyond the window cards are at hand. */
const BUFFER = 500

/** Cards of which only those near the window are in the document, and the one that has the focus or is dragged. */
export default function VirtualCards(props: VirtualCardsProps): JSX.Element {
  const ids = createMemo(() => props.cards.map(({ id }) => id))
  const places = createMemo(() => new Map(ids().map((id, place) => [id, place])))
  const heights = new Map<string, number>()
  const [measured, tellMeasured] = createSignal(undefined, { equals: false })
  const edges = createMemo(() => {
    measured()
    return cardEdges(ids().map((id) => heights.get(id) ?? CARD_HEIGHT))
  })
  const look = (): { top: number; end: number } => {
    const { scrollTop, clientHeight } = props.scroller
    return { top: scrollTop, end: scrollTop + clientHeight }
  }
  const [sight, setSight] = createSignal(look())
  const first = createMemo(on([sight, ids], ([{ top }]) => cardAt(edges(), top - BUFFER)))
  const last = createMemo(on([sight, ids], ([{ end }]) => cardAt(edges(), end + BUFFER)))
  const [kept, setKept] = createSignal<string>()
  const keep = (event: Event): void => void setKept(obstacleOf(event.target as Element)?.id)
  const shown = createMemo(() => {
    const near = props.cards.slice(first(), last() + 1)
    const place = places().get(kept() ?? '') ?? first()
    const other = props.cards.slice(place, place + 1)
    if (place < first()) return [...other, ...near]
    return place > last() ? [...near, ...other] : near
  })

  const idOf = new WeakMap<Element, string>()
  const sizes = new ResizeObserver((entries) => {
    let isOther = false
    for (const { target, borderBoxSize } of entries) {
      const id = idOf.get(target)
      const height = borderBoxSize[0]?.blockSize || CARD_HEIGHT
      isOther ||= id === undefined || heights.get(id) !== height
      if (id !== undefined) heights.set(id, height)
    }
    if (!isOther) return
    // Whatever is above the window grows or shrinks upwards.
    const { top, end } = look()
    const place = cardAt(edges(), top)
    const before = edges()[place] ?? 0
    tellMeasured()
    const moved = (edges()[place] ?? 0) - before
    if (moved !== 0) props.scroller.scrollTop = top + moved
    const isBare = first() > cardAt(edges(), top - BUFFER / 2) || last() < cardAt(edges(), end + BUFFER / 2)
    // With the next frame: an observer has not to make more to observe.
    if (isBare) requestAnimationFrame(follow)
  })
  const follow = (): void => void setSight(look())
  const measure = (slot: HTMLElement, id: string): void => {
    idOf.set(slot, id)
    sizes.observe(slot)
    onCleanup(() => sizes.unobserve(slot))
  }
  onMount(() => {
    const { scroller } = props
    scroller.addEventListener('scroll', follow, { passive: true })
    sizes.observe(scroller)
    onCleanup(() => {
      scroller.removeEventListener('scroll', follow)
      sizes.disconnect()
    })
  })
  return (
    <div
      class="column__window"
      style={{ 'block-size': `${edges().at(-1)}px` }}
      onFocusIn={keep}
      onPointerDown={keep}
    >
      <For each={shown()}>
        {(card) => {
          const { id } = card
          const place = (): number => places().get(id) ?? 0
          return (
            <div
              class="column__slot"
              style={{ 'inset-block-start': `${edges()[place()]}px` }}
              ref={(slot) => measure(slot, id)}
            >
              {props.children(card, place)}
            </div>
          )
        }}
      </For>
    </div>
  )
}
