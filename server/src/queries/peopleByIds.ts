import type { Database } from '../database/connect.ts'
import { anyOf } from '../database/dialects.ts'
import { statement, type Places } from '../database/statement.ts'
import type { UserRow } from '../database/tables.ts'

/** What others may know of a person; never the password's hash. */
export type Person = Pick<UserRow, 'id' | 'name' | 'email' | 'role' | 'agency_code' | 'suspended_at'>

export function peopleByIds(db: Database, provinceId: number, ids: number[]): Promise<Person[]> {
  return people(db, { provinceId, ids })
}

const people = statement((db, value: Places<{ provinceId: number; ids: number[] }>) =>
  db
    .selectFrom('user')
    .select(['id', 'name', 'email', 'role', 'agency_code', 'suspended_at'])
    .where('province_id', '=', value('provinceId'))
    .where('id', ...anyOf(db, 'bigint', value('ids'))),
)
