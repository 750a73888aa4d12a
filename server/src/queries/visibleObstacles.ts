import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely'
import type { Database } from '../database/connect.ts'
import type { Places, Put } from '../database/statement.ts'
import type { Tables } from '../database/tables.ts'
import type { Actor } from '../records/Actor.ts'

/** Who looks: a person, or the places where one is put into a statement. */
export interface Seer {
  id: Put<number>
  provinceId: Put<number>
  role: Actor['role']
  agencyCode: Put<string> | null
}

/** The obstacles that a person sees: where every list begins. The same rule as `sees`, as a condition. */
export function visibleObstacles(db: Database, viewer: Seer) {
  return db
    .selectFrom('obstacle')
    .where('obstacle.province_id', '=', viewer.provinceId)
    .where((eb) => (viewer.role === 'OFFICIAL' ? seenByOfficial(eb, viewer) : sql.lit(true)))
}

function seenByOfficial(eb: ExpressionBuilder<Tables, 'obstacle'>, viewer: Seer): Expression<SqlBool> {
  const personal = [
    eb('obstacle.subject_kind', '=', 'SINGLE_WINDOW'),
    eb('obstacle.reporter_id', '=', viewer.id),
    eb('obstacle.owner_id', '=', viewer.id),
  ]
  const own = viewer.agencyCode
  if (own === null) return eb.or(personal)
  return eb.or([
    ...personal,
    eb('obstacle.agency_code', '=', own),
    eb('obstacle.reporter_agency_code', '=', own),
    eb('obstacle.owner_agency_code', '=', own),
    affects(eb, [own]),
  ])
}

/** Some of the agencies have the obstacle too. */
export function affects(
  eb: ExpressionBuilder<Tables, 'obstacle'>,
  codes: Put<string>[] | Expression<string>,
): Expression<SqlBool> {
  return eb.exists(
    eb
      .selectFrom('obstacle_agency')
      .select('obstacle_agency.obstacle_id')
      .whereRef('obstacle_agency.province_id', '=', 'obstacle.province_id')
      .whereRef('obstacle_agency.obstacle_id', '=', 'obstacle.id')
      .where('obstacle_agency.agency_code', 'in', codes),
  )
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
