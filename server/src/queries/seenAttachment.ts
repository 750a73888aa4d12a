import { sees } from '@goshayesh/shared/permissions'
import type { Database } from '../database/connect.ts'
import type { AttachmentRow } from '../database/tables.ts'
import type { Actor } from '../records/Actor.ts'
import { loadRecords } from '../records/loadRecords.ts'
import { factsOf } from '../records/ObstacleRecord.ts'

/** An attachment of an obstacle that the viewer sees, or null. */
export async function seenAttachment(db: Database, viewer: Actor, id: number): Promise<AttachmentRow | null> {
  const row = await db
    .selectFrom('attachment')
    .selectAll()
    .where('province_id', '=', viewer.provinceId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const record = (await loadRecords(db, viewer.provinceId, [row.obstacle_id])).get(row.obstacle_id)
  return record && sees(viewer, factsOf(record)) ? row : null
}
