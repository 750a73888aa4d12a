import type { SubjectKind } from '@goshayesh/shared/policy'
import type { ObstacleStatus } from '@goshayesh/shared/workflow'
import { sql, type Expression, type SqlBool } from 'kysely'
import type { Database } from '../database/connect.ts'
import { isAmongFew, isAmongMany } from '../database/dialects.ts'
import type { Places, Put } from '../database/statement.ts'
import type { ObstacleRow } from '../database/tables.ts'
import type { Actor } from '../records/Actor.ts'

/** Who looks: a person, or the places where one is put into a statement. */
export interface Seer {
  id: Put<number>
  provinceId: Put<number>
  role: Actor['role']
  agencyCode: Put<string> | null
}

/** What is asked for anyway: whoever says so here, too, has no others looked through. */
export interface Among {
  id?: number | undefined
  kinds?: readonly SubjectKind[] | null | undefined
  statuses?: readonly ObstacleStatus[] | null | undefined
  /** They are looked up one by one: then each is looked at, and nothing is gathered of others. */
  each?: boolean
}

/** The obstacles that a person sees: where every list begins. The same rule as `sees`, as a condition. */
export function visibleObstacles(db: Database, viewer: Seer, among: Among = {}) {
  const all = db.selectFrom('obstacle').where('obstacle.province_id', '=', viewer.provinceId)
  if (viewer.role !== 'OFFICIAL') return all
  return all.where((eb) => {
    const isOwn = (own: typeof isAmongFew) =>
      among.each ? eb.or(ownership(db, viewer)) : own(db, 'obstacle.id', ownObstacles(db, viewer, among))
    if (among.kinds?.includes('SINGLE_WINDOW') === false) return isOwn(isAmongFew)
    return eb.or([eb('obstacle.subject_kind', '=', 'SINGLE_WINDOW'), isOwn(isAmongMany)])
  })
}

/** What makes an obstacle at hand one of an official's own. */
function ownership(db: Database, viewer: Seer): Expression<SqlBool>[] {
  const { provinceId, agencyCode } = viewer
  const byColumns = ownColumns('obstacle', viewer)
  if (agencyCode === null) return byColumns
  const affected = affectedObstacles(db, provinceId, [agencyCode]).where(
    'affected.obstacle_id',
    '=',
    sql.ref<number>('obstacle.id'),
  )
  return [...byColumns, sql<SqlBool>`exists ${affected}`]
}

/** The same of its columns, an index for each. */
function ownColumns(table: 'obstacle' | 'own', { id, agencyCode }: Seer): Expression<SqlBool>[] {
  const is = (column: keyof ObstacleRow, value: Put<number | string>) =>
    sql<SqlBool>`${sql.ref(`${table}.${column}`)} = ${value}`
  const personal = [is('reporter_id', id), is('owner_id', id)]
  if (agencyCode === null) return personal
  // As it stands in the partial indexes.
  const elsewhere = sql`${sql.ref(`${table}.subject_kind`)} <> 'SINGLE_WINDOW'`
  const byAgency = [is('reporter_agency_code', agencyCode), is('owner_agency_code', agencyCode)]
  return [
    ...personal,
    ...byAgency.map((is) => sql<SqlBool>`(${elsewhere} and ${is})`),
    is('agency_code', agencyCode),
  ]
}

/** The ids of those that concern an official, each part by an index of its own: few beside all there are. */
export function ownObstacles(db: Database, viewer: Seer, among: Among) {
  const { provinceId, agencyCode } = viewer
  const some = obstaclesAmong(db, provinceId, among)
  const byColumns = ownColumns('own', viewer)
    .map((condition) => some.where(condition))
    .reduce((all, part) => all.unionAll(part))
  if (agencyCode === null) return byColumns
  return byColumns.unionAll(affectedObstacles(db, provinceId, [agencyCode]))
}

/** The ids of those that happen at some agencies, or that they have too. */
export function obstaclesOfAgencies(
  db: Database,
  provinceId: Put<number>,
  codes: Put<string>[] | Expression<string>,
  among: Among,
): Ids {
  const affected = affectedObstacles(db, provinceId, codes)
  return obstaclesAmong(db, provinceId, among)
    .where('own.agency_code', 'in', codes)
    .unionAll(among.id === undefined ? affected : affected.where('affected.obstacle_id', '=', among.id))
}

function affectedObstacles(db: Database, provinceId: Put<number>, codes: Put<string>[] | Expression<string>) {
  return db
    .selectFrom('obstacle_agency as affected')
    .select('affected.obstacle_id as id')
    .where('affected.province_id', '=', provinceId)
    .where('affected.agency_code', 'in', codes)
}

export function obstaclesAmong(db: Database, provinceId: Put<number>, { id, statuses }: Among) {
  let some = db.selectFrom('obstacle as own').select('own.id').where('own.province_id', '=', provinceId)
  if (id !== undefined) some = some.where('own.id', '=', id)
  return statuses ? some.where('own.status', 'in', statuses) : some
}

type Ids = Expression<{ id: number }>

/** All of a person that decides the text of a statement; what is put in is in SeerValues. */
export interface SeerShape {
  role: Actor['role']
  hasAgency: boolean
}
export type SeerValues = { viewerId: number; provinceId: number; agencyCode: string }

export function shapeOf({ role, agencyCode }: Actor): SeerShape {
  return { role, hasAgency: agencyCode !== null }
}

export function valuesOf({ id, provinceId, agencyCode }: Actor): SeerValues {
  return { viewerId: id, provinceId, agencyCode: agencyCode ?? '' }
}

export function seerAt({ role, hasAgency }: SeerShape, value: Places<SeerValues>): Seer {
  return {
    id: value('viewerId'),
    provinceId: value('provinceId'),
    role,
    agencyCode: hasAgency ? value('agencyCode') : null,
  }
}
