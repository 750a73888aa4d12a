import type { Database } from '../database/connect.ts'
import type { ServiceRow } from '../database/tables.ts'

/** The services of a province, of some agencies or with one of the codes. */
export function servicesOf(
  db: Database,
  provinceId: number,
  asked: { codes?: string[]; agencyCodes?: string[]; inSingleWindow?: boolean | null | undefined } = {},
): Promise<ServiceRow[]> {
  let query = db.selectFrom('service').selectAll().where('province_id', '=', provinceId)
  if (asked.codes) query = query.where('code', 'in', asked.codes)
  if (asked.agencyCodes) query = query.where('agency_code', 'in', asked.agencyCodes)
  if (asked.inSingleWindow != null) query = query.where('in_single_window', '=', asked.inSingleWindow ? 1 : 0)
  return query.orderBy('code').execute()
}
