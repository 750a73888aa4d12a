import type { Database } from '../database/connect.ts'
import { anyOf } from '../database/dialects.ts'
import type { ObstacleRecord } from './ObstacleRecord.ts'

/** The records of a province by obstacle id, in five statements however many there are. Unknown ids are left out. */
export async function loadRecords(
  db: Database,
  provinceId: number,
  ids: number[],
): Promise<Map<number, ObstacleRecord>> {
  const records = new Map<number, ObstacleRecord>()
  if (ids.length === 0) return records
  const obstacles = await db
    .selectFrom('obstacle')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('id', 'in', anyOf(db, ids))
    .execute()
  for (const obstacle of obstacles) {
    records.set(obstacle.id, {
      obstacle,
      affectedAgencyCodes: [],
      deadlines: [],
      waiting: null,
      extensions: [],
    })
  }
  const affected = await db
    .selectFrom('obstacle_agency')
    .select(['obstacle_id', 'agency_code'])
    .where('province_id', '=', provinceId)
    .where('obstacle_id', 'in', anyOf(db, ids))
    .orderBy('agency_code')
    .execute()
  for (const row of affected) records.get(row.obstacle_id)?.affectedAgencyCodes.push(row.agency_code)
  const deadlines = await db
    .selectFrom('deadline')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('obstacle_id', 'in', anyOf(db, ids))
    .orderBy('id')
    .execute()
  for (const row of deadlines) records.get(row.obstacle_id)?.deadlines.push(row)
  const waitings = await db
    .selectFrom('waiting')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('obstacle_id', 'in', anyOf(db, ids))
    .where('ended_at', 'is', null)
    .execute()
  for (const row of waitings) {
    const record = records.get(row.obstacle_id)
    if (record) record.waiting = row
  }
  const extensions = await db
    .selectFrom('extension')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('obstacle_id', 'in', anyOf(db, ids))
    .orderBy('id')
    .execute()
  for (const row of extensions) records.get(row.obstacle_id)?.extensions.push(row)
  return records
}
