import { createMemo, createSignal, For, type JSX } from 'solid-js'
import type { BoardQuery, CardFragment, ObstacleFilter, ObstacleStatus } from '../gql/graphql.ts'
import { formatNumber } from '../i18n/formatNumber.ts'
import { t } from '../i18n/t.ts'
import { Icon } from '../ui/Icon.tsx'
import { BoardColumn } from './BoardColumn.tsx'
import type { Moves } from './createMoves.tsx'
import { dragCards } from './dragCards.ts'
import { useBoardNews } from './useBoardNews.ts'

export type BoardData = BoardQuery['board']

export interface BoardProps {
  board: BoardData
  filter: ObstacleFilter
  moves: Moves
  /** The number of the obstacle in the quick view. */
  peeked: string
  onPeek(obstacle: CardFragment): void
  /** The address of the list of one status. */
  listHref(status: ObstacleStatus): string
}

/** The columns of the board, and the spine of what is closed. */
export function Board(props: BoardProps): JSX.Element {
  const [chosen, setChosen] = createSignal<ObstacleStatus>()
  const shown = createMemo(() => chosen() ?? fullest(props.board))
  const isFresh = useBoardNews(
    () => JSON.stringify(props.filter),
    () => props.board.columns.flatMap(({ obstacles }) => obstacles),
  )
  return (
    <div class="board board--with-fold" ref={(element) => dragCards(element, props.moves.take)}>
      <nav class="board__tabs" aria-label={t().board.statuses}>
        <For each={props.board.columns}>
          {(column) => (
            <button
              type="button"
              class="board__tab"
              aria-current={column.status === shown() ? 'true' : undefined}
              onClick={() => setChosen(column.status)}
            >
              {t().statuses[column.status]} <span class="num">{formatNumber(column.totalCount)}</span>
            </button>
          )}
        </For>
        <a class="board__tab" href={props.listHref('CLOSED')}>
          {t().statuses.CLOSED} <span class="num">{formatNumber(props.board.closedCount)}</span>
        </a>
      </nav>
      <For each={props.board.columns}>
        {(column) => (
          <BoardColumn
            column={column}
            filter={props.filter}
            isShown={column.status === shown()}
            listHref={props.listHref(column.status)}
            peeked={props.peeked}
            isFresh={isFresh}
            isOwn={props.moves.isOwn}
            onMove={props.moves.take}
            onPeek={(obstacle) => props.onPeek(obstacle)}
          />
        )}
      </For>
      <section
        class="column column--folded"
        aria-label={t().board.closedLabel(props.board.closedCount)}
        data-status="CLOSED"
      >
        <a class="column__spine" href={props.listHref('CLOSED')}>
          <Icon name="met" />
          <span class="column__spine-text">{t().board.closedSpine(props.board.closedCount)}</span>
        </a>
      </section>
    </div>
  )
}

/** On phones one column is shown at a time; at first the one that needs help most. */
function fullest(board: BoardData): ObstacleStatus {
  const [first, ...rest] = board.columns
  if (!first) return 'LOGGED'
  return rest.reduce((best, column) => (column.overdueCount > best.overdueCount ? column : best), first)
    .status
}
