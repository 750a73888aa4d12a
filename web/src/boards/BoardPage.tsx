import { For, type JSX, Match, Show, Switch } from 'solid-js'
import { createData } from '../data/createData.ts'
import { dateText } from '../data/dateText.ts'
import { part } from '../loading/part.ts'
import { revalidate } from '../data/revision.ts'
import {
  BoardCountsDocument,
  type BoardCountsFragment,
  BoardDocument,
  type CardFragment,
} from '../gql/graphql.ts'
import { numberOfRef } from '../i18n/formatRef.ts'
import { t } from '../i18n/t.ts'
import { now } from '../now.ts'
import { address, navigate, setQuery } from '../routing/router.ts'
import { Page } from '../shell/Page.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/Icon.tsx'
import { lazyPart } from '../ui/lazyPart.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { tellUnreachable } from '../ui/tellUnreachable.ts'
import { Board } from './Board.tsx'
import { BoardFilters } from './BoardFilters.tsx'
import { BoardSkeleton } from './BoardSkeleton.tsx'
import {
  type BoardParams,
  type BoardView,
  filterOf,
  isFiltered,
  trackOf,
  tracks,
  viewOf,
  views,
} from './boardFilter.ts'
import { createSelection } from './createSelection.ts'
import { createMoves } from './createMoves.tsx'
import { linkOf, obstacleOf } from './obstacleOf.ts'
import { boardVariables } from './preloadBoard.ts'
import { useBoardKeys } from './useBoardKeys.ts'

const BoardEmpty = lazyPart(part(() => import('./BoardEmpty.tsx')))
const Waiting = (): JSX.Element => <Skeleton height="30rem" />
const ObstacleList = lazyPart(
  part(() => import('./ObstacleList.tsx')),
  Waiting,
)
const CalendarView = lazyPart(
  part(() => import('./CalendarView.tsx')),
  Waiting,
)
const QuickView = lazyPart(part(() => import('./QuickView.tsx')))
const following = part(() => import('../obstacles/setFollowing.ts'))

/** Obstacles by status, as a list or by due day: the address says which and holds every filter. */
export default function BoardPage(): JSX.Element {
  const params: BoardParams = address.query
  const track = () => trackOf(address.params['track'])
  const view = () => viewOf(params)
  const filter = () => filterOf(track(), params)
  const board = createData(BoardDocument, () =>
    view() === 'board' ? boardVariables(track(), params) : undefined,
  )
  const otherCounts = createData(BoardCountsDocument, () =>
    view() === 'board' ? undefined : { filter: filter() },
  )
  const counts = (): BoardCountsFragment | undefined =>
    view() === 'board' ? board.value?.board : otherCounts.value?.board
  const moves = createMoves((change) => board.change((value) => change(value.board)))
  const query = (changes: Record<string, string>): string => {
    const next = new URLSearchParams()
    for (const [name, value] of Object.entries({ ...params, peek: '', ...changes }))
      if (value) next.set(name, value)
    const text = next.toString()
    return text && `?${text}`
  }
  const viewHref = (name: BoardView): string =>
    `/b/${track()}${query({ view: name === 'board' ? '' : name, status: '', month: '' })}`
  const selection = createSelection()
  const peeked = (): string => params.peek ?? ''
  // Whether the quick view has an entry of its own in the history, which closing it takes back.
  let wasOpened = false
  const peek = (obstacle: CardFragment | undefined): void => {
    const number = obstacle && numberOfRef(obstacle.ref)
    if (number === peeked() || (!number && !peeked())) return
    if (number) {
      const isOpen = peeked() !== ''
      wasOpened ||= !isOpen
      setQuery({ peek: number }, { replace: isOpen })
      return
    }
    const closed = peeked()
    if (wasOpened) history.back()
    else setQuery({ peek: '' }, { replace: true })
    wasOpened = false
    if (!obstacleOf(document.activeElement)) linkOf(closed)?.focus()
  }
  useBoardKeys({
    cards: () => board.value?.board.columns.map(({ obstacles }) => obstacles.map(({ id }) => id)),
    peeked: () => peeked() !== '',
    onPeek: peek,
    onStep: moves.take,
    onSelect: (obstacle) => view() === 'list' && selection.toggle(obstacle),
    onFollow: (obstacle) =>
      void following.now().then(({ setFollowing }) => setFollowing(obstacle, true), tellUnreachable),
    onView: (name) => navigate(viewHref(name)),
  })
  return (
    <Page
      fill={view() === 'board'}
      title={t().board.titles[track()]}
      sub={
        <Show when={counts()}>
          {(board) => (
            <>
              {t().board.summary(board().openCount, board().totalCount)} ·{' '}
              {dateText(now(), { time: true, year: true })}
            </>
          )}
        </Show>
      }
      actions={
        <>
          <nav class="segmented" aria-label={t().board.tracks.label}>
            <For each={tracks}>
              {(name) => (
                <a
                  class="segmented__item"
                  href={`/b/${name}${query({})}`}
                  aria-current={name === track() ? 'true' : undefined}
                >
                  {t().board.tracks[name]}
                </a>
              )}
            </For>
          </nav>
          <nav class="segmented not-phone" aria-label={t().board.views.label}>
            <For each={views}>
              {(name) => (
                <a
                  class="segmented__item"
                  href={viewHref(name)}
                  aria-current={name === view() ? 'true' : undefined}
                >
                  <Icon name={name} />
                  {t().board.views[name]}
                </a>
              )}
            </For>
          </nav>
        </>
      }
    >
      <BoardFilters counts={counts()?.slaCounts} view={view()} />
      <div class="main__body board-layout" aria-busy={view() === 'board' && board.loading}>
        <Switch>
          <Match when={view() === 'list'}>
            <div class="board-layout__page">
              <ObstacleList
                track={track()}
                params={params}
                total={counts()?.totalCount}
                peeked={peeked()}
                selection={selection}
              />
            </div>
          </Match>
          <Match when={view() === 'calendar'}>
            <div class="board-layout__page">
              <CalendarView
                filter={filter()}
                month={params.month ?? ''}
                monthHref={(month) => `/b/${track()}${query({ month: month ?? '' })}`}
              />
            </div>
          </Match>
          <Match when={board.value}>
            {(value) => (
              <Show
                when={value().board.totalCount > 0}
                fallback={
                  <BoardEmpty track={track()} isFiltered={isFiltered(params)} search={params.q?.trim()} />
                }
              >
                <Board
                  board={value().board}
                  filter={filter()}
                  moves={moves}
                  peeked={peeked()}
                  onPeek={peek}
                  listHref={(status) => `/b/${track()}${query({ view: 'list', status })}`}
                />
              </Show>
            )}
          </Match>
          <Match when={board.error}>
            {(error) => <Failure message={error().message} onRetry={revalidate} />}
          </Match>
          <Match when={true}>
            <BoardSkeleton />
          </Match>
        </Switch>
        <Show when={peeked()}>
          <QuickView number={peeked()} onStep={moves.take} onClose={() => peek(undefined)} />
        </Show>
      </div>
      <moves.Outlet />
    </Page>
  )
}
