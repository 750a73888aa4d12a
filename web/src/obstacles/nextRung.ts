import type { WorkingCalendar } from '@goshayesh/shared/calendar'
import { pausedBetween } from '@goshayesh/shared/deadline'
import type { ClimbFragment, RungFragment } from '../gql/graphql.ts'

const MINUTE = 60_000

/**
 * The next step up the ladder and the instant at which it is reached; null where no clock runs or the top is reached.
 * Level n of the ladder is shown as rung n + 1.
 */
export function nextRung(
  ladder: readonly RungFragment[],
  obstacle: ClimbFragment,
  calendar: WorkingCalendar,
  now: number,
): { rung: RungFragment; at: number } | null {
  const rung = ladder.find(({ level }) => level > obstacle.escalationLevel)
  const at = rung && rungAt(rung, obstacle, calendar, now)
  return rung && at != null ? { rung, at } : null
}

/** When a rung is reached if nothing is done; null while no clock runs. What the clock stood still past due is not counted. */
export function rungAt(
  rung: RungFragment,
  { nextDeadline }: ClimbFragment,
  calendar: WorkingCalendar,
  now: number,
): number | null {
  if (nextDeadline?.state !== 'RUNNING') return null
  const missedAt = Date.parse(nextDeadline.breachedAt ?? nextDeadline.dueAt)
  const pauses = nextDeadline.why.pauses.map(({ from, to }) => ({
    from: Date.parse(from),
    to: to === null ? null : Date.parse(to),
  }))
  return calendar.add(missedAt, rung.afterMinutes * MINUTE + pausedBetween(calendar, pauses, missedAt, now))
}
