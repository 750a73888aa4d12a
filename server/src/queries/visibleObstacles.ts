import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely'
import type { Database } from '../database/connect.ts'
import type { Tables } from '../database/tables.ts'
import type { Actor } from '../records/Actor.ts'

/** The obstacles that a person sees: where every list begins. The same rule as `sees`, as a condition. */
export function visibleObstacles(db: Database, viewer: Actor) {
  return db
    .selectFrom('obstacle')
    .where('obstacle.province_id', '=', viewer.provinceId)
    .where((eb) => (viewer.role === 'OFFICIAL' ? seenByOfficial(eb, viewer) : sql.lit(true)))
}

function seenByOfficial(eb: ExpressionBuilder<Tables, 'obstacle'>, viewer: Actor): Expression<SqlBool> {
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
  codes: string[] | Expression<string>,
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
