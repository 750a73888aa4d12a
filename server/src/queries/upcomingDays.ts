import type { SkipReason } from '@goshayesh/shared/calendar'
import { jalaliDateOf, type JalaliDate } from '@goshayesh/shared/jalali'
import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import { bucketColumn } from './bucketColumn.ts'
import { reviewedObstacles, type ReviewScope } from './reviewedObstacles.ts'

export interface UpcomingDay {
  date: JalaliDate
  count: number
  /** Why there are no office hours; null where there are. */
  reason: SkipReason | null
}

const MOST_DAYS = 60
const USUAL_DAYS = 14

/** How many obstacles have their next deadline on each civil day from today to the milestone, or for two weeks. */
export async function upcomingDays(db: Database, scope: ReviewScope): Promise<UpcomingDay[]> {
  const { sight, milestone } = scope
  const { calendar } = sight.rules
  const today = calendar.dayAt(sight.now)
  const ahead =
    milestone && milestone.due_at > sight.now ? calendar.dayAt(milestone.due_at) - today + 1 : null
  const days = Array.from({ length: Math.min(ahead ?? USUAL_DAYS, MOST_DAYS) }, (_, n) => today + n)
  const starts = days.map((day) => calendar.startOfDay(day))
  const [from, to] = [calendar.startOfDay(today), calendar.startOfDay(today + days.length)]
  const rows = await reviewedObstacles(db, scope)
    .select([bucketColumn('obstacle.next_due_at', starts).as('day'), sql<number>`count(*)`.as('count')])
    .where('obstacle.next_due_at', '>=', from)
    .where('obstacle.next_due_at', '<', to)
    .groupBy('day')
    .execute()
  const counts = new Map(rows.map(({ day, count }) => [day, count]))
  const skipped = new Map(calendar.skippedDays(from, to).map(({ date, reason }) => [date, reason]))
  return days.map((day, n) => {
    const date = jalaliDateOf(day)
    return { date, count: counts.get(n) ?? 0, reason: skipped.get(date) ?? null }
  })
}
