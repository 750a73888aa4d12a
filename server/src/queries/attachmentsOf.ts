import type { Database } from '../database/connect.ts'
import type { AttachmentRow } from '../database/tables.ts'

/** The attachments of obstacles in the order of their arrival, by obstacle id; not those whose file is lost. */
export async function attachmentsOf(
  db: Database,
  provinceId: number,
  obstacleIds: number[],
): Promise<Map<number, AttachmentRow[]>> {
  const rows = await db
    .selectFrom('attachment')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('obstacle_id', 'in', obstacleIds)
    .where('lost', '=', 0)
    .orderBy('id')
    .execute()
  return Map.groupBy(rows, ({ obstacle_id }) => obstacle_id)
}
