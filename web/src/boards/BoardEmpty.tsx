import { type JSX, Show } from 'solid-js'
import { viewer } from '../data/session.ts'
import { SimilarObstacles } from '../obstacles/SimilarObstacles.tsx'
import { t } from '../i18n/t.ts'
import { Empty } from '../ui/Empty.tsx'
import type { BoardView, Track } from './boardFilter.ts'

export interface BoardEmptyProps {
  track: Track
  view?: BoardView
  /** Filters are set: they may hide everything. */
  isFiltered: boolean
  /** The words that were searched for. */
  search: string | undefined
}

/** No obstacle to show, and what to do about it. */
export default function BoardEmpty(props: BoardEmptyProps): JSX.Element {
  const isViewer = (): boolean => viewer()?.role === 'VIEWER'
  return (
    <Show
      when={props.isFiltered}
      fallback={
        <Empty
          title={t().boardEmpty.title(props.track === 'all' ? undefined : t().board.titles[props.track])}
          text={isViewer() ? t().boardEmpty.viewerText : t().boardEmpty.text}
        >
          <Show when={!isViewer()}>
            <a class="btn btn--primary" href="/log">
              {t().nav.log}
            </a>
          </Show>
        </Empty>
      }
    >
      <div class="board-layout__page stack">
        <Empty
          icon="search"
          title={props.search ? t().boardEmpty.notFound(props.search) : t().boardEmpty.filteredTitle}
          text={t().boardEmpty.filteredText}
        >
          <a class="btn" href={`/b/${props.track}${props.view ? `?view=${props.view}` : ''}`}>
            {t().board.clear}
          </a>
        </Empty>
        <Show when={props.search}>{(text) => <SimilarObstacles title={text()} />}</Show>
      </div>
    </Show>
  )
}
