import { For, type JSX, Show } from 'solid-js'
import { dateText } from '../data/dateText.ts'
import { calendar } from '../data/session.ts'
import type { MyWorkQuery } from '../gql/graphql.ts'
import { formatDuration } from '../i18n/formatDuration.ts'
import { numberOfRef } from '../i18n/formatRef.ts'
import { t } from '../i18n/t.ts'
import { Ref } from '../obstacles/Ref.tsx'
import { Said } from '../obstacles/Said.tsx'

type Closed = MyWorkQuery['closed']
type ClosedRow = Closed['edges'][number]['node']

const MINUTE = 60_000

/** The latest files that were closed, each with its stamp. */
export function RecentlyClosed(props: { closed: Closed }): JSX.Element {
  return (
    <Show when={props.closed.edges.length > 0}>
      <section class="worklist__group" aria-labelledby="work-closed">
        <div class="worklist__head">
          <h2 class="worklist__title" id="work-closed">
            {t().work.closed}
          </h2>
          <span class="worklist__note">
            {t().work.closedCount(props.closed.edges.length, props.closed.totalCount)}
          </span>
        </div>
        <ul class="closed">
          <For each={props.closed.edges}>
            {({ node }) => (
              <li class="closed__item">
                <span class="stamp" classList={{ 'stamp--met': !resolveOf(node)?.breachedAt }}>
                  <span class="stamp__word">{t().work.stamp}</span>
                  <Show when={stoppedAt(node)}>
                    {(at) => (
                      <time class="stamp__date" datetime={at()}>
                        {dateText(Date.parse(at()), { style: 'short', year: true })}
                      </time>
                    )}
                  </Show>
                </span>
                <span>
                  <a class="work__title" href={`/o/${numberOfRef(node.ref)}`}>
                    <Said text={node.title} />
                  </a>
                  <span class="closed__note">
                    <Ref of={node.ref} />
                    {outcomeOf(node)}
                  </span>
                </span>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}

function resolveOf(row: ClosedRow) {
  return row.deadlines.find(({ kind }) => kind === 'RESOLVE')
}

/** When it was confirmed, or else when it was declared resolved. */
function stoppedAt(row: ClosedRow): string | null {
  const verify = row.deadlines.filter(({ kind }) => kind === 'VERIFY').at(-1)
  return verify?.stoppedAt ?? resolveOf(row)?.stoppedAt ?? null
}

function outcomeOf(row: ClosedRow): string {
  const deadline = resolveOf(row)
  const days = calendar()
  if (!deadline?.stoppedAt || !days) return ''
  const due = Date.parse(deadline.dueAt)
  const stopped = Date.parse(deadline.stoppedAt)
  const minutes = days.elapsed(Math.min(due, stopped), Math.max(due, stopped)) / MINUTE
  const duration = formatDuration(minutes, days.minutesPerDay)
  return ` · ${deadline.breachedAt ? t().work.late(duration) : t().work.early(duration)}`
}
