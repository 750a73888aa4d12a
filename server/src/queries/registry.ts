import type { Database } from '../database/connect.ts'
import type { AgencyRow, ServiceRow, Stage, UserRow } from '../database/tables.ts'

/** What others may know of a person; never the password's hash. */
export type Person = Pick<UserRow, 'id' | 'name' | 'email' | 'role' | 'agency_code'>

export function peopleByIds(db: Database, provinceId: number, ids: number[]): Promise<Person[]> {
  return db
    .selectFrom('user')
    .select(['id', 'name', 'email', 'role', 'agency_code'])
    .where('province_id', '=', provinceId)
    .where('id', 'in', ids)
    .execute()
}

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
