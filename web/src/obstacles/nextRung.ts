import type { WorkingCalendar } from '@goshayesh/shared/calendar'
import type { CardFragment, RungFragment } from '../gql/graphql.ts'

const MINUTE = 60_000

/**
 * The next step up the ladder and the instant at which it is reached; null where no clock runs or the top is reached.
 * Level n of the ladder is shown as rung n + 1.
 */
export function nextRung(
  ladder: readonly RungFragment[],
  { escalationLevel, nextDeadline }: Pick<CardFragment, 'escalationLevel' | 'nextDeadline'>,
  calendar: WorkingCalendar,
): { rung: RungFragment; at: number } | null {
  if (nextDeadline?.state !== 'RUNNING') return null
  const rung = ladder.find(({ level }) => level > escalationLevel)
  if (!rung) return null
  const missedAt = Date.parse(nextDeadline.breachedAt ?? nextDeadline.dueAt)
  return { rung, at: calendar.add(missedAt, rung.afterMinutes * MINUTE) }
}
