import { createUniqueId, For, type JSX, Show } from 'solid-js'
import type { BoardQuery, CardFragment } from '../gql/graphql.ts'
import { formatNumber } from '../i18n/formatNumber.ts'
import { t } from '../i18n/t.ts'
import type { Step } from '../obstacles/takeStep.ts'
import { Icon } from '../ui/Icon.tsx'
import { BoardCard } from './BoardCard.tsx'
import { makeDropTarget } from './makeDropTarget.ts'

export interface BoardColumnProps {
  column: BoardQuery['board']['columns'][number]
  /** Phones show one column at a time. */
  isShown: boolean
  listHref: string
  onMove(obstacle: CardFragment, step: Step | undefined): void
}

/** The obstacles of one status, the nearest deadline first. */
export function BoardColumn(props: BoardColumnProps): JSX.Element {
  const headingId = createUniqueId()
  const hidden = (): number => props.column.totalCount - props.column.obstacles.length
  return (
    <section
      class="column"
      classList={{ 'column--shown': props.isShown }}
      aria-labelledby={headingId}
      ref={(element) =>
        makeDropTarget(element, props.column.status, (obstacle, step) => props.onMove(obstacle, step))
      }
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
      <ul class="column__cards">
        <For each={props.column.obstacles}>
          {(obstacle) => <BoardCard obstacle={obstacle} onMove={(step) => props.onMove(obstacle, step)} />}
        </For>
        <Show when={props.column.obstacles.length === 0}>
          <li class="column__empty">{t().board.columnEmpty}</li>
        </Show>
        <Show when={hidden() > 0}>
          <li class="column__more">
            <a href={props.listHref}>{t().board.more(hidden())}</a>
          </li>
        </Show>
      </ul>
    </section>
  )
}
