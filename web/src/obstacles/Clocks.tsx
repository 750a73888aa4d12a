import { createMemo, For, type JSX, Show } from 'solid-js'
import type { WorkingCalendar } from '@goshayesh/shared/calendar'
import { dateText } from '../data/dateText.ts'
import { calendar } from '../data/session.ts'
import type { DeadlineKind, TrackedClockFragment } from '../gql/graphql.ts'
import { formatDuration } from '../i18n/formatDuration.ts'
import { t } from '../i18n/t.ts'
import { now } from '../now.ts'
import { type ClockTrack, clockTrack, type TrackPart, type TrackTick } from './clockTrack.ts'
import { SlaChip } from './SlaChip.tsx'
import { WhyThisDate } from './WhyThisDate.tsx'

const MINUTE = 60_000

const kinds: readonly DeadlineKind[] = ['ASSIGN', 'ACKNOWLEDGE', 'RESOLVE', 'VERIFY']

const parts: Record<TrackPart, string> = {
  used: '',
  paused: 'clock__seg--paused',
  extra: 'clock__seg--extra',
  over: 'clock__seg--over',
  left: 'clock__seg--left',
}

/** Every deadline of an obstacle with the way its time went; the ones that are over in small. */
export function Clocks(props: { obstacleId: string; clocks: readonly TrackedClockFragment[] }): JSX.Element {
  return (
    <section class="panel" aria-labelledby="clocks">
      <div class="panel__head">
        <h2 class="panel__title" id="clocks">
          {t().dossier.clocks}
        </h2>
        <span class="panel__note">{t().dossier.clocksNote}</span>
      </div>
      <Show when={calendar()}>
        {(days) => (
          <For each={inOrder(props.clocks)} fallback={<p class="muted">{t().dossier.noClocks}</p>}>
            {(clock) => <Clock obstacleId={props.obstacleId} clock={clock} calendar={days()} />}
          </For>
        )}
      </Show>
    </section>
  )
}

interface ClockProps {
  obstacleId: string
  clock: TrackedClockFragment
  calendar: WorkingCalendar
}

function Clock(props: ClockProps): JSX.Element {
  const track = createMemo(() => clockTrack(props.clock, props.calendar, now()))
  const duration = (minutes: number): string => formatDuration(minutes, props.calendar.minutesPerDay, 2)
  const isOpen = (): boolean => props.clock.state === 'RUNNING' || props.clock.state === 'PAUSED'
  return (
    <div class="clock">
      <div class="clock__head">
        <h3 class="clock__name">{t().deadlines[props.clock.kind]}</h3>
        <span class="text-sm muted">
          {isOpen() ? targetText(props.clock) : outcomeText(props.clock, track(), duration)}
        </span>
        <Show
          when={props.clock.state !== 'CANCELLED'}
          fallback={<span class="tag">{t().dossier.cancelled}</span>}
        >
          <SlaChip deadline={props.clock} />
        </Show>
      </div>
      <Show when={props.clock.state !== 'CANCELLED'}>
        <div
          class="clock__track"
          classList={{ 'clock__track--thin': !isOpen() }}
          role="img"
          aria-label={track()
            .segments.map(({ part, minutes }) => t().dossier.segmentWords[part](duration(minutes)))
            .join(t().comma)}
        >
          <For each={track().segments}>
            {({ part, minutes }) => <span class={`clock__seg ${parts[part]}`} style={{ '--w': minutes }} />}
          </For>
        </div>
        <Show when={isOpen()}>
          <div class="clock__ticks" aria-hidden="true">
            <For each={track().ticks}>
              {(tick) => (
                <span classList={{ 'clock__tick--minor': isMinor(tick) }} style={{ '--at': tick.at }}>
                  {tickText(tick)}
                </span>
              )}
            </For>
          </div>
          <ul class="legend">
            <For each={[...new Set(track().segments.map(({ part }) => part))]}>
              {(part) => (
                <li class="legend__item">
                  <span class={`legend__swatch clock__seg ${parts[part]}`} />
                  {t().dossier.segments[part]}
                </li>
              )}
            </For>
          </ul>
        </Show>
        <p class="clock__due text-sm">
          <DueDate clock={props.clock} />
        </p>
        <WhyThisDate obstacleId={props.obstacleId} deadlineId={props.clock.id} />
      </Show>
    </div>
  )
}

function DueDate(props: { clock: TrackedClockFragment }): JSX.Element {
  return (
    <>
      <Show
        when={props.clock.state !== 'PAUSED'}
        fallback={<span class="muted">{t().dossier.pausedDue}</span>}
      >
        <span>
          <span class="muted">{t().dossier.due}:</span>{' '}
          <time datetime={props.clock.dueAt}>{dateText(Date.parse(props.clock.dueAt), { time: true })}</time>
        </span>
      </Show>
      <Show when={props.clock.state === 'PAUSED' || props.clock.originalDueAt !== props.clock.dueAt}>
        <span>
          <span class="muted">{t().dossier.originalDue}:</span>{' '}
          <time datetime={props.clock.originalDueAt}>
            {dateText(Date.parse(props.clock.originalDueAt), { time: true })}
          </time>
        </span>
      </Show>
      <Show when={props.clock.cappedBy}>
        {(milestone) => <span class="tag">{t().dossier.cappedBy(milestone().name)}</span>}
      </Show>
    </>
  )
}

/** In the order in which they start in an obstacle's life, the latest of a kind last. */
function inOrder(clocks: readonly TrackedClockFragment[]): TrackedClockFragment[] {
  return [...clocks].sort(
    (a, b) =>
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || Date.parse(a.startedAt) - Date.parse(b.startedAt),
  )
}

function targetText({ why }: TrackedClockFragment): string {
  if (!why.target) return ''
  const target = t().units[why.target.unit](why.target.amount)
  return why.extensions.length > 0 ? t().dossier.plusExtension(target) : target
}

function outcomeText(
  clock: TrackedClockFragment,
  track: ClockTrack,
  duration: (minutes: number) => string,
): string {
  if (clock.state !== 'DONE' || clock.stoppedAt === null) return ''
  const minutesOf = (...wanted: TrackPart[]): number =>
    track.segments.reduce((sum, { part, minutes }) => sum + (wanted.includes(part) ? minutes : 0), 0)
  if (!clock.breachedAt) {
    const days = calendar()
    const used = days ? days.elapsed(Date.parse(clock.startedAt), Date.parse(clock.stoppedAt)) / MINUTE : 0
    return t().dossier.metAfter(duration(Math.max(0, used - minutesOf('paused'))))
  }
  return t().dossier.lateBy(duration(minutesOf('over')))
}

/** Where there is little room, only what lies well between both ends stands beside them. */
function isMinor({ what, at }: TrackTick): boolean {
  return what === 'pause' || (at > 0 && at < 42) || (at > 58 && at < 100)
}

function tickText({ instant, what }: TrackTick): string {
  const { comma, dossier } = t()
  const date = dateText(instant, { style: 'short' })
  if (what === 'due') return `${date}${comma}${dossier.due}`
  return what === 'end' || what === 'now' ? dossier.today : date
}
