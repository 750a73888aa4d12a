import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import { bucketColumn } from './bucketColumn.ts'
import { lastMonths } from './lastMonths.ts'
import { reviewedObstacles, type ReviewScope } from './reviewedObstacles.ts'

export interface MonthCount {
  /** '1405-04' */
  month: string
  count: number
}

const MONTHS = 12

/** Obstacles of the category RESISTANCE logged month by month; never told agency by agency. */
export async function resistanceTrend(db: Database, scope: ReviewScope): Promise<MonthCount[]> {
  const { rules, now } = scope.sight
  const months = lastMonths(rules.calendar, now, MONTHS)
  const starts = months.map(({ start }) => start)
  const rows = await reviewedObstacles(db, scope)
    .select([bucketColumn('obstacle.created_at', starts).as('month'), sql<number>`count(*)`.as('count')])
    // As it stands in the partial index.
    .where(sql<boolean>`obstacle.category = 'RESISTANCE'`)
    .where('obstacle.created_at', '>=', starts[0] ?? now)
    .groupBy('month')
    .execute()
  const counts = new Map(rows.map(({ month, count }) => [month, count]))
  return months.map(({ month }, n) => ({ month, count: counts.get(n) ?? 0 }))
}
