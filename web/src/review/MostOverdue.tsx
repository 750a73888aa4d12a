import { For, type JSX, Show } from 'solid-js'
import type { ReviewQuery } from '../gql/graphql.ts'
import { formatNumber } from '../i18n/formatNumber.ts'
import { t } from '../i18n/t.ts'
import { type ReviewTrack, rowsHref } from './reviewTracks.ts'

const SHOWN = 3

/** The agencies with most overdue; never persons. */
export function MostOverdue(props: { track: ReviewTrack; agencies: ReviewQuery['agencies'] }): JSX.Element {
  const late = () => props.agencies.filter(({ overdueCount }) => overdueCount > 0)
  const most = (): number => late()[0]?.overdueCount ?? 1
  const others = () => late().slice(SHOWN)
  return (
    <Show when={late().length > 0}>
      <section class="panel" aria-labelledby="most">
        <h2 class="panel__title" id="most">
          {t().review.most}
        </h2>
        <ul class="bars">
          <For each={late().slice(0, SHOWN)}>
            {({ key, label, overdueCount }) => (
              <li class="bars__item">
                <span>{label}</span>
                <a href={rowsHref(props.track, { status: 'open', sla: 'over', place: key })}>
                  <b>{formatNumber(overdueCount)}</b>
                </a>
                <span class="bars__bar" style={{ '--v': (100 * overdueCount) / most() }} aria-hidden="true" />
              </li>
            )}
          </For>
          <Show when={others().length > 0}>
            <li class="bars__item">
              <span>{t().review.otherAgencies(others().length)}</span>
              <a href={`/review?track=${props.track}&by=agency`}>
                <b>{formatNumber(others().reduce((sum, { overdueCount }) => sum + overdueCount, 0))}</b>
              </a>
            </li>
          </Show>
        </ul>
      </section>
    </Show>
  )
}
