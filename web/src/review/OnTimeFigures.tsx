import { For, type JSX, Show } from 'solid-js'
import { calendar } from '../data/session.ts'
import type { FiguresFragment } from '../gql/graphql.ts'
import { formatDecimal, formatNumber } from '../i18n/formatNumber.ts'
import { t } from '../i18n/t.ts'
import { now } from '../now.ts'
import { Figure } from './Figure.tsx'
import { resolvedHref, type ReviewTrack, rowsHref } from './reviewTracks.ts'

export interface OnTimeFiguresProps {
  track: ReviewTrack
  figures: FiguresFragment
}

/** How deadlines are kept: each kind against its goal, how long resolving takes, how often more time is asked for. */
export function OnTimeFigures(props: OnTimeFiguresProps): JSX.Element {
  return (
    <section class="panel review__figures" aria-label={t().review.keeping}>
      <dl class="figures">
        <For each={props.figures.onTime}>
          {(kind) => <OnTime track={props.track} figures={props.figures} kept={kind} />}
        </For>
        <Median track={props.track} figures={props.figures} />
        <Extensions track={props.track} figures={props.figures} />
      </dl>
    </section>
  )
}

type Kept = FiguresFragment['onTime'][number]

function OnTime(props: OnTimeFiguresProps & { kept: Kept }): JSX.Element {
  const stopped = (way: 'kept' | 'late'): string =>
    rowsHref(props.track, {
      status: 'counted',
      stopped: `${props.kept.kind}.${way}`,
      since: props.figures.since,
    })
  return (
    <Figure
      label={t().review.onTime[props.kept.kind]}
      value={percentOf(props.kept)}
      unit={t().review.percent}
      of="onTime"
      definitions={props.figures.definitions}
      note={
        <>
          <a href={stopped('kept')}>{t().review.kept(props.kept.met)}</a>
          {t().comma}
          <a href={stopped('late')}>{t().review.missed(props.kept.missed)}</a>
          {' · '}
          {t().review.goal(props.kept.goalPercent)}
        </>
      }
    >
      <span class="meter" style={{ '--v': shareOf(props.kept), '--goal': props.kept.goalPercent }}>
        <span class="meter__bar" />
        <span class="meter__goal" />
      </span>
    </Figure>
  )
}

function Median(props: OnTimeFiguresProps): JSX.Element {
  const inDays = (minutes: number): string => formatDecimal(minutes / (calendar()?.minutesPerDay ?? 1))
  const median = (): string | null => {
    const minutes = props.figures.medianResolveMinutes
    return minutes === null || minutes === undefined ? null : inDays(minutes)
  }
  return (
    <Figure
      label={t().review.median}
      value={median()}
      unit={t().review.workingDays}
      href={rowsHref(props.track, { status: 'done', resolvedFrom: startOfMonth(0) })}
      of="medianResolveMinutes"
      definitions={props.figures.definitions}
      note={
        <Show when={props.figures.medianResolveMinutesBefore}>
          {(minutes) => (
            <a href={resolvedHref(props.track, startOfMonth(1), startOfMonth(0)) ?? ''}>
              {t().review.monthBefore(inDays(minutes()))}
            </a>
          )}
        </Show>
      }
    />
  )
}

function Extensions(props: OnTimeFiguresProps): JSX.Element {
  const counts = () => props.figures.extensions
  const asked = (extension: string): string =>
    rowsHref(props.track, { status: 'counted', extension, since: props.figures.since })
  return (
    <Figure
      label={t().review.extensionFigure}
      value={formatNumber(counts().approved)}
      unit={t().review.ofRequests(counts().requested)}
      href={asked('approved')}
      of="extensions"
      definitions={props.figures.definitions}
      note={
        <>
          <a href={asked('denied')}>{t().review.extensionsDenied(counts().denied)}</a>
          {t().comma}
          <a href={asked('pending')}>{t().review.extensionsPending(counts().pending)}</a>
        </>
      }
    />
  )
}

/** The first instant of this Jalali month, or of the one before it. */
function startOfMonth(before: 0 | 1): string {
  const days = calendar()
  if (!days) return ''
  const firstOf = (day: number): number => day - Number(days.dateAt(days.startOfDay(day)).slice(-2)) + 1
  const first = firstOf(days.dayAt(now()))
  return new Date(days.startOfDay(before === 0 ? first : firstOf(first - 1))).toISOString()
}

/** 0 to 100. */
function shareOf({ met, missed }: Kept): number {
  return met + missed === 0 ? 0 : Math.round((100 * met) / (met + missed))
}

function percentOf(kept: Kept): string | null {
  return kept.met + kept.missed === 0 ? null : formatNumber(shareOf(kept))
}
