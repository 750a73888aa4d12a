import { useParams, useSearchParams } from '@solidjs/router'
import { For, type JSX, Show } from 'solid-js'
import { createData } from '../data/createData.ts'
import { dateText } from '../data/dateText.ts'
import { revalidate } from '../data/revision.ts'
import { BoardCountsDocument, type BoardCountsFragment, BoardDocument } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import { now } from '../now.ts'
import { Page } from '../shell/Page.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Board } from './Board.tsx'
import { BoardEmpty } from './BoardEmpty.tsx'
import { BoardFilters } from './BoardFilters.tsx'
import { BoardSkeleton } from './BoardSkeleton.tsx'
import { type BoardParams, filterOf, isFiltered, trackOf, tracks, viewOf } from './boardFilter.ts'
import { ObstacleList } from './ObstacleList.tsx'
import { boardVariables } from './preloadBoard.ts'

/** Obstacles by status, or as a list: the address says which and holds every filter. */
export default function BoardPage(): JSX.Element {
  const route = useParams()
  const [params] = useSearchParams<BoardParams>()
  const track = () => trackOf(route['track'])
  const view = () => viewOf(params)
  const board = createData(BoardDocument, () =>
    view() === 'board' ? boardVariables(track(), params) : undefined,
  )
  const listCounts = createData(BoardCountsDocument, () =>
    view() === 'list' ? { filter: filterOf(track(), params) } : undefined,
  )
  const counts = (): BoardCountsFragment | undefined =>
    view() === 'board' ? board.value?.board : listCounts.value?.board
  const query = (changes: Record<string, string>): string => {
    const next = new URLSearchParams()
    for (const [name, value] of Object.entries({ ...params, ...changes }))
      if (value) next.set(name, String(value))
    const text = next.toString()
    return text && `?${text}`
  }
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
            <For each={['board', 'list'] as const}>
              {(name) => (
                <a
                  class="segmented__item"
                  href={`/b/${track()}${query({ view: name === 'list' ? 'list' : '', status: '' })}`}
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
      <Show
        when={view() === 'board'}
        fallback={
          <div class="main__body">
            <ObstacleList track={track()} params={params} />
          </div>
        }
      >
        <div class="main__body board-layout" aria-busy={board.loading}>
          <Show
            when={board.value}
            fallback={
              <Show when={board.error} fallback={<BoardSkeleton />}>
                {(error) => <Failure message={error().message} onRetry={revalidate} />}
              </Show>
            }
          >
            {(value) => (
              <Show
                when={value().board.totalCount > 0}
                fallback={<BoardEmpty isFiltered={isFiltered(params)} clearHref={`/b/${track()}`} />}
              >
                <Board
                  board={value().board}
                  change={(change) => board.change(({ board }) => change(board))}
                  listHref={(status) => `/b/${track()}${query({ view: 'list', status })}`}
                />
              </Show>
            )}
          </Show>
        </div>
      </Show>
    </Page>
  )
}
