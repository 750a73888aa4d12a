import type { Database } from '../database/connect.ts'
import type { EventRow } from '../database/tables.ts'
import { loadRecords } from '../records/loadRecords.ts'
import type { ObstacleRecord } from '../records/ObstacleRecord.ts'

const records = new WeakMap<EventRow, Promise<ObstacleRecord | undefined>>()

/** The obstacle of a live event, looked up once for all who hear of it. */
export function recordOfEvent(db: Database, event: EventRow): Promise<ObstacleRecord | undefined> {
  const known = records.get(event)
  if (known) return known
  const { province_id, obstacle_id } = event
  const record = loadRecords(db, province_id, [obstacle_id]).then((found) => found.get(obstacle_id))
  records.set(event, record)
  return record
}
