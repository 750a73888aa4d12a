import type { Database } from '../database/connect.ts'
import type { EventRow } from '../database/tables.ts'

export function eventsByIds(db: Database, provinceId: number, ids: number[]): Promise<EventRow[]> {
  return db
    .selectFrom('event')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('id', 'in', ids)
    .execute()
}
