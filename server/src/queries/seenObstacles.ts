import { sees } from '@goshayesh/shared/permissions'
import type { Database } from '../database/connect.ts'
import { loadRecords } from '../records/loadRecords.ts'
import { factsOf, type ObstacleRecord } from '../records/ObstacleRecord.ts'
import type { Rules } from '../records/Rules.ts'
import type { Actor } from '../records/Actor.ts'

/** An obstacle as it stands, with the rules that its dates follow from. */
export interface SeenObstacle {
  record: ObstacleRecord
  rules: Rules
}

/** Those of the obstacles that the viewer sees, by id, in a fixed number of statements. */
export async function seenObstacles(
  db: Database,
  viewer: Actor,
  rules: Rules,
  ids: number[],
): Promise<Map<number, SeenObstacle>> {
  const records = await loadRecords(db, viewer.provinceId, ids)
  const seen = [...records].filter(([, record]) => sees(viewer, factsOf(record)))
  return new Map(seen.map(([id, record]) => [id, { record, rules }]))
}
