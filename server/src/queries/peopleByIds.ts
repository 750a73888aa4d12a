import type { Database } from '../database/connect.ts'
import type { UserRow } from '../database/tables.ts'

/** What others may know of a person; never the password's hash. */
export type Person = Pick<UserRow, 'id' | 'name' | 'email' | 'role' | 'agency_code' | 'suspended_at'>

export function peopleByIds(db: Database, provinceId: number, ids: number[]): Promise<Person[]> {
  return db
    .selectFrom('user')
    .select(['id', 'name', 'email', 'role', 'agency_code', 'suspended_at'])
    .where('province_id', '=', provinceId)
    .where('id', 'in', ids)
    .execute()
}
