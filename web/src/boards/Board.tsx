import { createMemo, createSignal, For, type JSX, lazy, Show, Suspense } from 'solid-js'
import { RequestError } from '../data/RequestError.ts'
import { revalidate } from '../data/revision.ts'
import { viewer } from '../data/session.ts'
import type { BoardQuery, CardFragment, ObstacleStatus } from '../gql/graphql.ts'
import { formatNumber } from '../i18n/formatNumber.ts'
import { formatRef } from '../i18n/formatRef.ts'
import { t } from '../i18n/t.ts'
import { asksNothing, leadsTo, type Step, takeStep } from '../obstacles/takeStep.ts'
import { Icon } from '../ui/Icon.tsx'
import { showToast } from '../ui/Toasts.tsx'
import { BoardColumn } from './BoardColumn.tsx'
import { makeDropTarget } from './makeDropTarget.ts'
import { moveCard } from './moveCard.ts'

const StepDialog = lazy(async () => ({ default: (await import('../obstacles/StepDialog.tsx')).StepDialog }))

export type BoardData = BoardQuery['board']

export interface BoardProps {
  board: BoardData
  /** Changes the board at once, before the server has answered, and gives the way back. */
  change(change: (board: BoardData) => void): () => void
  /** The address of the list of one status. */
  listHref(status: ObstacleStatus): string
}

/** The columns, and what happens when a card is to go from one to another. */
export function Board(props: BoardProps): JSX.Element {
  const [asked, setAsked] = createSignal<{ step: Step; obstacle: CardFragment }>()
  const [chosen, setChosen] = createSignal<ObstacleStatus>()
  const shown = createMemo(() => chosen() ?? fullest(props.board))
  const move = (obstacle: CardFragment, step: Step | undefined): void => {
    if (!step) showToast({ tone: 'error', text: t().board.cannotDrop })
    else if (asksNothing(step, obstacle, viewer()?.id ?? '')) void moveAtOnce(obstacle, step)
    else setAsked({ step, obstacle })
  }
  const moveAtOnce = async (obstacle: CardFragment, step: Step): Promise<void> => {
    const target = { id: obstacle.id, version: obstacle.version }
    const ref = formatRef(obstacle.ref)
    const status = leadsTo[step]
    const undo = status && props.change((board) => moveCard(board, target.id, status))
    try {
      await takeStep(step, target)
      showToast({ text: t().steps.done[step](ref) })
    } catch (error) {
      if (undo) undo()
      const refused = error instanceof RequestError ? error : undefined
      const text =
        refused?.code === 'CONFLICT' ? t().errors.conflict : (refused?.message ?? t().errors.failed)
      showToast({ tone: 'error', text: `${ref}: ${text}` })
    } finally {
      revalidate()
    }
  }
  return (
    <div class="board board--with-fold">
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
            isShown={column.status === shown()}
            listHref={props.listHref(column.status)}
            onMove={move}
          />
        )}
      </For>
      <section
        class="column column--folded"
        aria-label={t().board.closedLabel(props.board.closedCount)}
        ref={(element) => makeDropTarget(element, 'CLOSED', move)}
      >
        <a class="column__spine" href={props.listHref('CLOSED')}>
          <Icon name="met" />
          <span class="column__spine-text">{t().board.closedSpine(props.board.closedCount)}</span>
        </a>
      </section>
      <Show when={asked()} keyed>
        {({ step, obstacle }) => (
          <Suspense>
            <StepDialog step={step} obstacle={obstacle} onClose={() => setAsked(undefined)} />
          </Suspense>
        )}
      </Show>
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
