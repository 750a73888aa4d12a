import { createEffect, createMemo, createSignal, createUniqueId, For, type JSX, Show } from 'solid-js'
import { afterPaint } from '../loading/afterPaint.ts'
import { part } from '../loading/part.ts'
import { createPages } from '../data/createPages.ts'
import {
  type BoardQuery,
  type CardFragment,
  ColumnPageDocument,
  type ObstacleFilter,
} from '../gql/graphql.ts'
import { formatNumber } from '../i18n/formatNumber.ts'
import { numberOfRef } from '../i18n/formatRef.ts'
import { t } from '../i18n/t.ts'
import type { Step } from '../obstacles/Step.ts'
import { createMedia } from '../ui/createMedia.ts'
import { Icon } from '../ui/Icon.tsx'
import { lazyPart } from '../ui/lazyPart.tsx'
import { BoardCard } from './BoardCard.tsx'
import { holdOrder } from './holdOrder.ts'
import { whenNear } from './whenNear.ts'

const virtual = part(() => import('./VirtualCards.tsx'))
const VirtualCards = lazyPart(virtual)

/** More cards than a window shows of a column; the others come once these are painted. */
const FIRST = 8
/** From here on cards outside the window leave the document. */
const MANY = 60

export interface BoardColumnProps {
  column: BoardQuery['board']['columns'][number]
  filter: ObstacleFilter
  /** Phones show one column at a time. */
  isShown: boolean
  listHref: string
  /** The number of the obstacle in the quick view. */
  peeked: string
  isFresh(id: string): boolean
  /** The viewer took it away, nobody else. */
  isOwn(id: string): boolean
  onMove(obstacle: CardFragment, step: Step): void
  onPeek(obstacle: CardFragment): void
}

/** The obstacles of one status, the nearest deadline first; scrolling brings more of them. */
export function BoardColumn(props: BoardColumnProps): JSX.Element {
  const headingId = createUniqueId()
  const isPhone = createMedia('(max-width: 45rem)')
  const isPrinted = createMedia('print')
  const [isHeld, setHeld] = createSignal(false)
  // The pointer leaves whatever is dragged.
  let drags = false
  const [isPainted, setPainted] = createSignal(false)
  afterPaint(() => setPainted(true))
  let scroller!: HTMLDivElement
  const rest = createPages(ColumnPageDocument, {
    variables: () => ({ filter: { ...props.filter, status: [props.column.status] } }),
    pageOf: ({ obstacles }) => obstacles,
    after: () => props.column.endCursor,
    unasked: 0,
  })
  const present = createMemo(() => {
    const first = props.column.obstacles
    const ids = new Set(first.map(({ id }) => id))
    return [...first, ...rest.nodes.filter(({ id }) => !ids.has(id))]
  })
  const presentIds = createMemo(() => new Set(present().map(({ id }) => id)))
  const arranged = createMemo(
    (before: { sight: string; cards: readonly CardFragment[] }) => {
      const sight = JSON.stringify(props.filter)
      const holds = isHeld() && sight === before.sight
      return { sight, cards: holds ? holdOrder(before.cards, present(), (id) => props.isOwn(id)) : present() }
    },
    { sight: '', cards: [] },
  )
  const cards = (): readonly CardFragment[] => arranged().cards
  const hidden = (): number => Math.max(0, props.column.totalCount - present().length)
  const isVirtual = createMemo(
    () => Math.max(props.column.totalCount, present().length) > MANY && !isPhone() && !isPrinted(),
  )
  createEffect(() => {
    // Without it the first cards stand as they are.
    if (isVirtual()) virtual.now().catch(() => undefined)
  })
  const card = (obstacle: CardFragment, index: () => number): JSX.Element => (
    <BoardCard
      obstacle={obstacle}
      position={index() + 1}
      total={props.column.totalCount}
      isPeeked={numberOfRef(obstacle.ref) === props.peeked}
      isFresh={props.isFresh(obstacle.id)}
      isGone={!presentIds().has(obstacle.id)}
      onMove={(step) => props.onMove(obstacle, step)}
      onPeek={() => props.onPeek(obstacle)}
    />
  )
  const plain = (most: number): JSX.Element => (
    <For each={cards().slice(0, isPainted() ? most : FIRST)}>{card}</For>
  )
  return (
    <section
      class="column"
      classList={{ 'column--shown': props.isShown }}
      aria-labelledby={headingId}
      data-column
      data-status={props.column.status}
    >
      <div class="column__head">
        <h2 class="column__name" id={headingId}>
          {t().statuses[props.column.status]}
        </h2>
        <span class="column__count">{formatNumber(props.column.totalCount)}</span>
        <Show when={props.column.overdueCount > 0}>
          <span class="column__over">
            <Icon name="over" />
            {t().board.overdueCount(props.column.overdueCount)}
          </span>
        </Show>
      </div>
      <div
        class="column__cards"
        ref={scroller}
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(drags)}
        onDragStart={() => setHeld((drags = true))}
        onDragEnd={() => setHeld((drags = false))}
      >
        <Show when={cards().length > 0} fallback={<p class="column__empty">{t().board.columnEmpty}</p>}>
          <div class="column__list" role="list" aria-labelledby={headingId}>
            <Show when={isVirtual() && virtual()} fallback={plain(isVirtual() ? MANY : Infinity)}>
              <VirtualCards cards={cards()} scroller={scroller}>
                {card}
              </VirtualCards>
            </Show>
          </div>
        </Show>
        <Show when={hidden() > 0}>
          <p
            class="column__more"
            ref={(element) =>
              whenNear(
                element,
                () => (isPhone() ? null : scroller),
                () => present().length,
                rest.more,
              )
            }
          >
            <a href={props.listHref}>{t().board.more(hidden())}</a>
          </p>
        </Show>
      </div>
    </section>
  )
}
