import type { WorkingCalendar } from '@goshayesh/shared/calendar'
import type { DeadlineKind, DeadlineState } from '../gql/graphql.ts'

/** What a chip or a clock needs of a deadline, as it comes from the server. */
export interface ClockFacts {
  kind: DeadlineKind
  state: DeadlineState
  dueAt: string
  soonAt: string
  breachedAt: string | null
  remainingMinutes: number | null
  totalMinutes: number
}

export type SlaShape = 'ok' | 'soon' | 'over' | 'paused' | 'overPaused' | 'met' | 'late' | 'none'

export interface SlaReading {
  shape: SlaShape
  /** Working minutes left, or past due where the shape says so; never negative. */
  minutes: number
  /** Share of the working time used up, 0 to 100. */
  used: number
}

const MINUTE = 60_000

/**
 * How a deadline stands at an instant. The server's word holds at `readAt`, when it answered; this ticks on from there.
 * Lateness begins with that word, because pauses past due are not late time.
 */
export function slaReading(
  deadline: ClockFacts | null,
  calendar: WorkingCalendar,
  now: number,
  readAt = now,
): SlaReading {
  if (!deadline || deadline.state === 'CANCELLED') return { shape: 'none', minutes: 0, used: 0 }
  if (deadline.state === 'DONE') return { shape: deadline.breachedAt ? 'late' : 'met', minutes: 0, used: 100 }
  if (deadline.state === 'PAUSED') return pausedReading(deadline, calendar, now)
  const dueAt = Date.parse(deadline.dueAt)
  if (now > dueAt) return { shape: 'over', minutes: lateMinutes(deadline, calendar, now, readAt), used: 100 }
  const left = calendar.elapsed(now, dueAt) / MINUTE
  const shape = now >= Date.parse(deadline.soonAt) ? 'soon' : 'ok'
  return { shape, minutes: left, used: usedOf(deadline, left) }
}

function lateMinutes(deadline: ClockFacts, calendar: WorkingCalendar, now: number, readAt: number): number {
  const left = deadline.remainingMinutes ?? 0
  if (left >= 0) return calendar.elapsed(Date.parse(deadline.dueAt), now) / MINUTE
  return calendar.elapsed(readAt, now) / MINUTE - left
}

function pausedReading(deadline: ClockFacts, calendar: WorkingCalendar, now: number): SlaReading {
  const left = deadline.remainingMinutes ?? 0
  if (!deadline.breachedAt) return { shape: 'paused', minutes: left, used: usedOf(deadline, left) }
  const late = left < 0 ? -left : calendar.elapsed(Date.parse(deadline.breachedAt), now) / MINUTE
  return { shape: 'overPaused', minutes: late, used: 100 }
}

function usedOf(deadline: ClockFacts, left: number): number {
  if (deadline.totalMinutes <= 0) return 100
  return Math.max(0, Math.min(100, Math.round(100 - (100 * left) / deadline.totalMinutes)))
}
