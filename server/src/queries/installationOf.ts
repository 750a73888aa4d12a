import { openStatuses } from '@goshayesh/shared/workflow'
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

/** One account of each role, to try the demo with: of those with one role, whoever has most to do. */
export async function demoAccounts(db: Database, provinceId: number): Promise<Person[]> {
  const people = await db
    .selectFrom('user')
    .leftJoin('obstacle', (join) =>
      join
        .onRef('obstacle.province_id', '=', 'user.province_id')
        .onRef('obstacle.owner_id', '=', 'user.id')
        .on('obstacle.status', 'in', [...openStatuses]),
    )
    .select(['user.id', 'user.name', 'user.email', 'user.role', 'user.agency_code', 'user.suspended_at'])
    .where('user.province_id', '=', provinceId)
    .where('user.suspended_at', 'is', null)
    .groupBy('user.id')
    .orderBy((eb) => eb.fn.count('obstacle.id'), 'desc')
    .orderBy('user.id')
    .execute()
  const roles = ['ADMINISTRATOR', 'SECRETARY', 'LEADER', 'VIEWER', 'OFFICIAL']
  return roles.flatMap((role) => people.find((person) => person.role === role) ?? [])
}
