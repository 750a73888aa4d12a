import { For, type JSX, Show } from 'solid-js'
import { calendar } from '../data/session.ts'
import type { FiguresFragment } from '../gql/graphql.ts'
import { formatDecimal, formatNumber } from '../i18n/formatNumber.ts'
import { t } from '../i18n/t.ts'
import { now } from '../now.ts'
import { Figure } from './Figure.tsx'
import { type ReviewTrack, rowsHref } from './reviewTracks.ts'

/** How deadlines are kept: each kind against its goal, how long resolving takes, how often more time is asked for. */
export function OnTimeFigures(props: { track: ReviewTrack; figures: FiguresFragment }): JSX.Element {
  const inDays = (minutes: number): string => formatDecimal(minutes / (calendar()?.minutesPerDay ?? 1))
  const median = (): string => {
    const minutes = props.figures.medianResolveMinutes
    return minutes === null || minutes === undefined ? t().review.unknown : inDays(minutes)
  }
  const monthStart = (): string => {
    const days = calendar()
    if (!days) return ''
    const today = days.dayAt(now())
    return new Date(days.startOfDay(today - Number(days.dateAt(now()).slice(-2)) + 1)).toISOString()
  }
  return (
    <section class="panel review__figures" aria-label={t().review.keeping}>
      <dl class="figures">
        <For each={props.figures.onTime}>
          {(kind) => (
            <Figure
              label={t().review.onTime[kind.kind]}
              value={percentOf(kind)}
              unit={kind.met + kind.missed > 0 ? t().review.percent : ''}
              of="onTime"
              definitions={props.figures.definitions}
              note={t().review.onTimeNote(kind.met, kind.met + kind.missed, kind.goalPercent)}
            >
              <span
                class="meter"
                style={{ '--v': shareOf(kind), '--goal': kind.goalPercent }}
                aria-hidden="true"
              >
                <span class="meter__bar" />
                <span class="meter__goal" />
              </span>
            </Figure>
          )}
        </For>
        <Figure
          label={t().review.median}
          value={median()}
          unit={t().review.workingDays}
          href={rowsHref(props.track, { status: 'done', resolvedFrom: monthStart() })}
          of="medianResolveMinutes"
          definitions={props.figures.definitions}
          note={
            <Show when={props.figures.medianResolveMinutesBefore}>
              {(minutes) => t().review.monthBefore(inDays(minutes()))}
            </Show>
          }
        />
        <Figure
          label={t().review.extensionFigure}
          value={formatNumber(props.figures.extensions.approved)}
          unit={t().review.ofRequests(props.figures.extensions.requested)}
          of="extensions"
          definitions={props.figures.definitions}
          note={t().review.extensionNote(props.figures.extensions.denied, props.figures.extensions.pending)}
        />
      </dl>
    </section>
  )
}

interface Kept {
  met: number
  missed: number
}

/** 0 to 100. */
function shareOf({ met, missed }: Kept): number {
  return met + missed === 0 ? 0 : Math.round((100 * met) / (met + missed))
}

function percentOf(kept: Kept): string {
  return kept.met + kept.missed === 0 ? t().review.unknown : formatNumber(shareOf(kept))
}
