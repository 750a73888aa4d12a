import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import { reviewedObstacles, type ReviewScope } from './reviewedObstacles.ts'

export interface ExtensionCounts {
  requested: number
  approved: number
  denied: number
  pending: number
}

/** Requests for extensions since then, and all that still wait for a decision. */
export async function extensionCounts(
  db: Database,
  scope: ReviewScope,
  since: number,
): Promise<ExtensionCounts> {
  const rows = await reviewedObstacles(db, scope)
    .innerJoin('extension', 'extension.obstacle_id', 'obstacle.id')
    .select(['extension.decision', sql<number>`count(*)`.as('count')])
    .where('extension.province_id', '=', scope.sight.viewer.provinceId)
    .where((eb) =>
      eb.or([eb('extension.requested_at', '>=', since), eb('extension.decision', '=', 'PENDING')]),
    )
    .groupBy('extension.decision')
    .execute()
  const countOf = (decision: string) => rows.find((row) => row.decision === decision)?.count ?? 0
  const [approved, denied, pending] = [countOf('APPROVED'), countOf('DENIED'), countOf('PENDING')]
  return { requested: approved + denied + pending + countOf('LAPSED'), approved, denied, pending }
}
