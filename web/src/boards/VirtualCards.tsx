import { createSignal, type JSX } from 'solid-js'
import { Virtualizer } from 'virtua/solid'
import type { CardFragment } from '../gql/graphql.ts'
import { obstacleOf } from './obstacleOf.ts'

export interface VirtualCardsProps {
  cards: readonly CardFragment[]
  scroller: HTMLElement
  children(card: CardFragment, index: () => number): JSX.Element
}

const CARD_SIZE = 172
const BUFFER = 500

/** Cards of which only those near the window are in the document, and the one that has the focus or is dragged. */
export default function VirtualCards(props: VirtualCardsProps): JSX.Element {
  const [kept, setKept] = createSignal<string>()
  const keep = (event: Event): void => void setKept(obstacleOf(event.target as Element)?.id)
  const keptIndex = (): number[] => {
    const index = props.cards.findIndex(({ id }) => id === kept())
    return index < 0 ? [] : [index]
  }
  return (
    <div class="column__window" onFocusIn={keep} onPointerDown={keep}>
      <Virtualizer
        data={props.cards}
        scrollRef={props.scroller}
        itemSize={CARD_SIZE}
        bufferSize={BUFFER}
        keepMounted={keptIndex()}
      >
        {(card, index) => props.children(card, index)}
      </Virtualizer>
    </div>
  )
}
