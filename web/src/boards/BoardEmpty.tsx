import { A } from '@solidjs/router'
import { type JSX, Show } from 'solid-js'
import { viewer } from '../data/session.ts'
import { t } from '../i18n/t.ts'
import { Empty } from '../ui/Empty.tsx'

export interface BoardEmptyProps {
  /** Filters are set: they may hide everything. */
  isFiltered: boolean
  /** The same place without filters. */
  clearHref: string
}

/** No obstacle to show, and what to do about it. */
export function BoardEmpty(props: BoardEmptyProps): JSX.Element {
  return (
    <Show
      when={props.isFiltered}
      fallback={
        <Empty title={t().board.emptyTitle} text={t().board.emptyText}>
          <Show when={viewer()?.role !== 'VIEWER'}>
            <A class="btn btn--primary" href="/log">
              {t().nav.log}
            </A>
          </Show>
        </Empty>
      }
    >
      <Empty icon="search" title={t().board.filteredTitle} text={t().board.filteredText}>
        <A class="btn" href={props.clearHref}>
          {t().board.clear}
        </A>
      </Empty>
    </Show>
  )
}
