import type { SubjectKind } from '@goshayesh/shared/policy'
import type { ObstacleStatus } from '@goshayesh/shared/workflow'
import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely'
import type { Database } from '../database/connect.ts'
import { walked } from '../database/dialects.ts'
import type { Places, Put } from '../database/statement.ts'
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
}

/** The obstacles that a person sees: where every list begins. The same rule as `sees`, as a condition. */
export function visibleObstacles(db: Database, viewer: Seer, among: Among = {}) {
  const all = db.selectFrom('obstacle').where('obstacle.province_id', '=', viewer.provinceId)
  if (viewer.role !== 'OFFICIAL') return all
  return all.where((eb) => {
    const own = isIn(db, ownObstacles(db, viewer, among))
    if (among.kinds?.includes('SINGLE_WINDOW') === false) return own
    return eb.or([eb('obstacle.subject_kind', '=', 'SINGLE_WINDOW'), own])
  })
}

/** The ids of those that concern an official, each part by an index of its own: few beside all there are. */
export function ownObstacles(db: Database, { id, provinceId, agencyCode }: Seer, among: Among) {
  const some = obstaclesAmong(db, provinceId, among)
  const personal = some.where('own.reporter_id', '=', id).unionAll(some.where('own.owner_id', '=', id))
  if (agencyCode === null) return personal
  // As it stands in the partial indexes.
  const elsewhere = some.where('own.subject_kind', '<>', sql.lit('SINGLE_WINDOW' as const))
  return personal
    .unionAll(elsewhere.where('own.reporter_agency_code', '=', agencyCode))
    .unionAll(elsewhere.where('own.owner_agency_code', '=', agencyCode))
    .unionAll(obstaclesOfAgencies(db, provinceId, [agencyCode], among))
}

/** The ids of those that happen at some agencies, or that they have too. */
export function obstaclesOfAgencies(
  db: Database,
  provinceId: Put<number>,
  codes: Put<string>[] | Expression<string>,
  among: Among,
): Ids {
  const affected = db
    .selectFrom('obstacle_agency as affected')
    .select('affected.obstacle_id as id')
    .where('affected.province_id', '=', provinceId)
    .where('affected.agency_code', 'in', codes)
  return obstaclesAmong(db, provinceId, among)
    .where('own.agency_code', 'in', codes)
    .unionAll(among.id === undefined ? affected : affected.where('affected.obstacle_id', '=', among.id))
}

function obstaclesAmong(db: Database, provinceId: Put<number>, { id, statuses }: Among) {
  let some = db.selectFrom('obstacle as own').select('own.id').where('own.province_id', '=', provinceId)
  if (id !== undefined) some = some.where('own.id', '=', id)
  return statuses ? some.where('own.status', 'in', statuses) : some
}

type Ids = Expression<{ id: number }>

export function isIn(db: Database, ids: Ids): RawBuilder<SqlBool> {
  return sql<SqlBool>`${walked(db, 'obstacle.id')} in ${ids}`
}

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
