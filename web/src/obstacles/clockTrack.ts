import type { WorkingCalendar } from '@goshayesh/shared/calendar'
import { dueOf } from '@goshayesh/shared/deadline'
import type { TrackedClockFragment } from '../gql/graphql.ts'

export type TrackPart = 'used' | 'paused' | 'extra' | 'over' | 'left'

/** A span of the track, in working minutes: days off do not exist on it. */
export interface TrackSegment {
  part: TrackPart
  minutes: number
}

export interface TrackTick {
  instant: number
  /** Where it stands on the track, 0 to 100. */
  at: number
  what: 'start' | 'pause' | 'due' | 'now' | 'end'
}

export interface ClockTrack {
  segments: TrackSegment[]
  ticks: TrackTick[]
}

const MINUTE = 60_000
/** Labels nearer to each other than this, in hundredths of the track, would overlap. */
const LABEL_WIDTH = 16

/** A deadline's working time from its start to its end, to now or to its due date, whichever is last. */
export function clockTrack(clock: TrackedClockFragment, calendar: WorkingCalendar, now: number): ClockTrack {
  const start = Date.parse(clock.startedAt)
  const reached = clock.stoppedAt === null ? now : Date.parse(clock.stoppedAt)
  const pauses = clock.why.pauses.map(({ from, to }) => ({
    from: Date.parse(from),
    to: to === null ? reached : Date.parse(to),
  }))
  const due = dueInstant(clock, calendar, now)
  const granted = extensionStart(clock, calendar, pauses, due)
  const end = Math.max(reached, due)
  const partAt = (instant: number): TrackPart => {
    if (pauses.some(({ from, to }) => instant >= from && instant < to)) return 'paused'
    if (instant >= due) return 'over'
    if (instant >= granted) return 'extra'
    return instant >= reached ? 'left' : 'used'
  }
  const cuts = [start, ...pauses.flatMap(({ from, to }) => [from, to]), granted, reached, due, end]
    .filter((instant) => instant >= start && instant <= end)
    .sort((a, b) => a - b)
  const segments: TrackSegment[] = []
  for (const [i, from] of cuts.entries()) {
    const minutes = calendar.elapsed(from, cuts[i + 1] ?? from) / MINUTE
    if (minutes <= 0) continue
    const part = partAt(from)
    const last = segments.at(-1)
    if (last?.part === part) last.minutes += minutes
    else segments.push({ part, minutes })
  }
  const total = calendar.elapsed(start, end)
  const place = (instant: number): number =>
    total > 0 ? (100 * calendar.elapsed(start, instant)) / total : 0
  return {
    segments,
    ticks: ticksOf({ start, due, now: clock.stoppedAt === null ? now : null, end, pauses }, place),
  }
}

/** While the clock stands still, what remains is laid on from now. */
function dueInstant(clock: TrackedClockFragment, calendar: WorkingCalendar, now: number): number {
  const left = clock.remainingMinutes ?? 0
  return clock.state === 'PAUSED' && left > 0 ? calendar.add(now, left * MINUTE) : Date.parse(clock.dueAt)
}

/** From when on the time is that of an extension; the due date where there is none. */
function extensionStart(
  { why, startedAt }: TrackedClockFragment,
  calendar: WorkingCalendar,
  pauses: { from: number; to: number }[],
  due: number,
): number {
  if (why.extensions.length === 0 || !why.target) return due
  const target = { kind: 'RESOLVE' as const, ...why.target }
  const own = dueOf(calendar, { startedAt: Date.parse(startedAt), target, pauses, grant: null, cap: null })
  return Math.min(due, own?.dueAt ?? due)
}

interface Instants {
  start: number
  due: number
  /** Null once the clock has stopped. */
  now: number | null
  end: number
  pauses: { from: number; to: number }[]
}

/** Start and end are always told; due, now and the ends of pauses, in this order, where there is room. */
function ticksOf(
  { start, due, now, end, pauses }: Instants,
  place: (instant: number) => number,
): TrackTick[] {
  const ticks: TrackTick[] = [
    { instant: start, at: 0, what: 'start' },
    due < end ? { instant: end, at: 100, what: 'end' } : { instant: due, at: 100, what: 'due' },
  ]
  const add = (instant: number, what: TrackTick['what']): void => {
    const at = place(instant)
    if (ticks.every((other) => Math.abs(other.at - at) >= LABEL_WIDTH)) ticks.push({ instant, at, what })
  }
  if (due < end) add(due, 'due')
  if (now !== null && now < end) add(now, 'now')
  for (const { from, to } of pauses) {
    add(from, 'pause')
    add(to, 'pause')
  }
  return ticks.sort((a, b) => a.at - b.at)
}
