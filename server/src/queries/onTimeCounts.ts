import { deadlineKinds, type DeadlineKind } from '@goshayesh/shared/policy'
import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import { reviewedObstacles, type ReviewScope } from './reviewedObstacles.ts'

export interface OnTimeCount {
  kind: DeadlineKind
  met: number
  missed: number
}

/** How many clocks of each kind that have stopped since then were in time. */
export async function onTimeCounts(db: Database, scope: ReviewScope, since: number): Promise<OnTimeCount[]> {
  const rows = await reviewedObstacles(db, scope)
    .innerJoin('deadline', 'deadline.obstacle_id', 'obstacle.id')
    .select([
      'deadline.kind',
      sql<number>`count(*) filter (where deadline.breached_at is null)`.as('met'),
      sql<number>`count(*) filter (where deadline.breached_at is not null)`.as('missed'),
    ])
    .where('deadline.province_id', '=', scope.sight.viewer.provinceId)
    // As it stands in the partial index.
    .where(sql<boolean>`deadline.state = 'DONE'`)
    .where('deadline.stopped_at', '>=', since)
    .groupBy('deadline.kind')
    .execute()
  return deadlineKinds.map((kind) => rows.find((row) => row.kind === kind) ?? { kind, met: 0, missed: 0 })
}
