import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import type { StageChangeRow } from '../database/tables.ts'

const MOST = 20

/** The latest changes of stage of each of the agencies, by code, the newest first. */
export async function stageChangesOf(
  db: Database,
  provinceId: number,
  agencyCodes: string[],
): Promise<Map<string, StageChangeRow[]>> {
  const ofThese = db
    .selectFrom('stage_change')
    .selectAll()
    .select(sql<number>`row_number() over (partition by agency_code order by id desc)`.as('place'))
    .where('province_id', '=', provinceId)
    .where('agency_code', 'in', agencyCodes)
  const rows = await db
    .selectFrom(ofThese.as('stage_change'))
    .selectAll()
    .where('place', '<=', MOST)
    .orderBy('id', 'desc')
    .execute()
  return Map.groupBy(rows, ({ agency_code }) => agency_code)
}
