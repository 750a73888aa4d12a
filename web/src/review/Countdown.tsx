import { For, type JSX } from 'solid-js'
import { civilDateText } from '../data/dateText.ts'
import { formatNumber } from '../i18n/formatNumber.ts'
import { t } from '../i18n/t.ts'
import type { MilestoneCounts } from './nearestMilestone.ts'

/** The working days left to a milestone, and how much of it is done. */
export function Countdown(props: { milestone: MilestoneCounts }): JSX.Element {
  const figures = () => {
    const { totalCount, doneCount, overdueCount } = props.milestone
    return [
      [t().review.logged, totalCount],
      [t().review.done, doneCount],
      [t().review.open, totalCount - doneCount],
      [t().review.overdueLabel, overdueCount],
    ] as const
  }
  return (
    <section class="panel countdown-panel" aria-labelledby="countdown">
      <h2 class="visually-hidden" id="countdown">
        {t().review.countdown}
      </h2>
      <div class="tir">
        <span class="tir__value">{formatNumber(props.milestone.workingDaysLeft)}</span>
        <span class="tir__text">
          <b>{t().review.workingDays}</b> {t().review.untilMilestone(props.milestone.name)}
          <br />
          <span class="muted">
            {t().review.endOf(civilDateText(props.milestone.dueDate, { year: true }))}
          </span>
        </span>
      </div>
      <dl class="figures">
        <For each={figures()}>
          {([label, value]) => (
            <div class="figure">
              <dt class="figure__label">{label}</dt>
              <dd class="figure__value">
                {formatNumber(value)}
                <span class="figure__unit">{t().review.items}</span>
              </dd>
            </div>
          )}
        </For>
      </dl>
    </section>
  )
}
