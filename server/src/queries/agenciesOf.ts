import type { Database } from '../database/connect.ts'
import type { AgencyRow, Stage } from '../database/tables.ts'

/** The agencies of a province, those of one stage or those with one of the codes. */
export function agenciesOf(
  db: Database,
  provinceId: number,
  { stage, codes }: { stage?: Stage | null | undefined; codes?: string[] } = {},
): Promise<AgencyRow[]> {
  let query = db.selectFrom('agency').selectAll().where('province_id', '=', provinceId)
  if (stage != null) query = query.where('stage', '=', stage)
  if (codes) query = query.where('code', 'in', codes)
  return query.orderBy('name_fa').orderBy('code').execute()
}
