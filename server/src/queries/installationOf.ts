import type { Database } from '../database/connect.ts'
import type { ProvinceRow } from '../database/tables.ts'
import type { Person } from './peopleByIds.ts'

export interface InstallationFacts {
  province: ProvinceRow
  agencyCount: number
  operatingCount: number
  serviceCount: number
  demo: boolean
}

/** What anybody may know of this installation, or null while it has no province. */
export async function installationOf(db: Database): Promise<InstallationFacts | null> {
  const province = await db.selectFrom('province').selectAll().orderBy('id').limit(1).executeTakeFirst()
  if (!province) return null
  const agencies = await db
    .selectFrom('agency')
    .select((eb) => [
      eb.fn.countAll<number>().as('count'),
      eb.fn.countAll<number>().filterWhere('stage', '=', 'OPERATING').as('operating'),
    ])
    .where('province_id', '=', province.id)
    .executeTakeFirstOrThrow()
  const services = await db
    .selectFrom('service')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('province_id', '=', province.id)
    .executeTakeFirstOrThrow()
  const installation = await db.selectFrom('installation').select('demo').executeTakeFirst()
  return {
    province,
    agencyCount: agencies.count,
    operatingCount: agencies.operating,
    serviceCount: services.count,
    demo: installation?.demo === 1,
  }
}

/** One account of each role, to try the demo with. */
export async function demoAccounts(db: Database, provinceId: number): Promise<Person[]> {
  const people = await db
    .selectFrom('user')
    .select(['id', 'name', 'email', 'role', 'agency_code'])
    .where('province_id', '=', provinceId)
    .where('suspended_at', 'is', null)
    .orderBy('id')
    .execute()
  const roles = ['ADMINISTRATOR', 'SECRETARY', 'LEADER', 'VIEWER', 'OFFICIAL']
  return roles.flatMap((role) => people.find((person) => person.role === role) ?? [])
}
