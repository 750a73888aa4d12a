import { type JSX, Show } from 'solid-js'
import { civilDateText } from '../data/dateText.ts'
import type { FiguresFragment } from '../gql/graphql.ts'
import { formatDecimal, formatNumber } from '../i18n/formatNumber.ts'
import { viewer } from '../data/session.ts'
import { t } from '../i18n/t.ts'
import { maySettleAnything } from '../shell/maySettleAnything.ts'
import { Figure } from './Figure.tsx'
import { resolvedHref, type ReviewTrack, rowsHref } from './reviewTracks.ts'
import { UpcomingDays } from './UpcomingDays.tsx'

/** The working days left to the milestone, the pace and the need, and what falls due on which day. */
export function Countdown(props: { track: ReviewTrack; figures: FiguresFragment }): JSX.Element {
  const pace = (perDay: number | null | undefined): string | null =>
    perDay === null || perDay === undefined ? null : formatDecimal(perDay)
  return (
    <section class="panel review__count" aria-labelledby="countdown">
      <h2 class="visually-hidden" id="countdown">
        {t().review.countdown}
      </h2>
      <Show when={props.figures.milestone} fallback={<NoMilestone />}>
        {(milestone) => (
          <div class="tir">
            <span class="tir__value">{formatNumber(milestone().workingDaysLeft)}</span>
            <span class="tir__text">
              <b>{t().review.workingDays}</b> {t().review.untilMilestone(milestone().name)}
              <br />
              <span class="muted">
                {t().review.endOf(civilDateText(milestone().dueDate, { year: true }))}
              </span>
            </span>
          </div>
        )}
      </Show>
      <dl class="pace">
        <Figure
          label={t().review.pace}
          value={pace(props.figures.pacePerDay)}
          unit={t().review.perDay}
          href={resolvedHref(props.track, props.figures.paceFrom, props.figures.paceTo)}
          of="pacePerDay"
          definitions={props.figures.definitions}
        />
        <Show
          when={props.figures.milestone}
          fallback={
            <Figure
              label={t().review.open}
              value={formatNumber(props.figures.openCount)}
              unit={t().review.items}
              href={rowsHref(props.track, { status: 'unresolved' })}
              of="openCount"
              definitions={props.figures.definitions}
            />
          }
        >
          <Figure
            label={t().review.needed}
            value={pace(props.figures.neededPerDay)}
            unit={t().review.perDay}
            href={rowsHref(props.track, { status: 'unresolved' })}
            of="neededPerDay"
            definitions={props.figures.definitions}
          />
        </Show>
      </dl>
      <UpcomingDays track={props.track} figures={props.figures} />
    </section>
  )
}

function NoMilestone(): JSX.Element {
  return (
    <p class="muted text-sm">
      {t().review.noMilestone}{' '}
      <Show when={maySettleAnything(viewer())}>
        <a href="/settings/milestones">{t().review.setMilestone}</a>
      </Show>
    </p>
  )
}
