import { type JSX, Show } from 'solid-js'
import { viewer } from '../data/session.ts'
import { SimilarObstacles } from '../obstacles/SimilarObstacles.tsx'
import { t } from '../i18n/t.ts'
import { Empty } from '../ui/Empty.tsx'

export interface BoardEmptyProps {
  /** Filters are set: they may hide everything. */
  isFiltered: boolean
  /** The words that were searched for. */
  search: string | undefined
  /** The same place without filters. */
  clearHref: string
}

/** No obstacle to show, and what to do about it. */
export default function BoardEmpty(props: BoardEmptyProps): JSX.Element {
  return (
    <Show
      when={props.isFiltered}
      fallback={
        <Empty title={t().boardEmpty.title} text={t().boardEmpty.text}>
          <Show when={viewer()?.role !== 'VIEWER'}>
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
          <a class="btn" href={props.clearHref}>
            {t().board.clear}
          </a>
        </Empty>
        <Show when={props.search}>{(text) => <SimilarObstacles title={text()} />}</Show>
      </div>
    </Show>
  )
}
