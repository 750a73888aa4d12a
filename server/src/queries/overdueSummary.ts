import type { Category, SubjectKind } from '@goshayesh/shared/policy'
import { openStatuses } from '@goshayesh/shared/workflow'
import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely'
import type { Database } from '../database/connect.ts'
import { remembered } from '../database/remembered.ts'
import { shapedQuery, type Places } from '../database/statement.ts'
import type { Actor } from '../records/Actor.ts'
import { checkList } from './checkList.ts'
import {
  seerAt,
  shapeOf,
  valuesOf,
  visibleObstacles,
  type Seer,
  type SeerShape,
  type SeerValues,
} from './visibleObstacles.ts'

export const overdueBy = ['AGENCY', 'OWNER', 'CATEGORY', 'LEVEL'] as const
export type OverdueBy = (typeof overdueBy)[number]

const columns = {
  AGENCY: 'agency_code',
  OWNER: 'owner_id',
  CATEGORY: 'category',
  LEVEL: 'escalation_level',
} as const

export interface OverdueRow {
  /** Null: the single window, or no owner yet. */
  key: string | number | null
  openCount: number
  overdueCount: number
  oldestDueAt: number | null
}

/** Open and overdue obstacles group by group, the group with most overdue first. Officials: of the own agency. INVALID for too many kinds. */
export async function overdueSummary(
  db: Database,
  viewer: Actor,
  by: OverdueBy,
  kinds: readonly SubjectKind[] | null = null,
): Promise<OverdueRow[]> {
  checkList('subjectKind', kinds)
  return remembered(db, groups(db, { viewer: shapeOf(viewer), by, kinds }, valuesOf(viewer)))
}

interface GroupsShape {
  viewer: SeerShape
  by: OverdueBy
  kinds: readonly SubjectKind[] | null
}

const groups = shapedQuery((db, value: Places<SeerValues>, { viewer, by, kinds }: GroupsShape) => {
  const key = sql.ref<string | number | null>(`obstacle.${columns[by]}`)
  const seer = seerAt(viewer, value)
  const counted = ofOwnAgency(openObstacles(db, seer), sql.ref('obstacle.agency_code'), seer)
  return (kinds ? counted.where('obstacle.subject_kind', 'in', kinds) : counted)
    .select(key.as('key'))
    .select((eb) => [
      eb.fn.countAll<number>().as('openCount'),
      eb.fn.sum<number>('obstacle.overdue').as('overdueCount'),
      sql<number | null>`min(case when overdue = 1 then next_due_at end)`.as('oldestDueAt'),
    ])
    .groupBy(key)
    .orderBy('overdueCount', 'desc')
    .orderBy('openCount', 'desc')
    .orderBy(key)
})

export interface AgencyCounts {
  openCount: number
  overdueCount: number
  /** Open ones, without those of RESISTANCE: that is never told by agency. */
  byCategory: Map<Category, number>
}

/** Open and overdue obstacles of each agency, as subject or affected, by code. Officials: of the own agency. */
export async function countByAgency(db: Database, viewer: Actor): Promise<Map<string, AgencyCounts>> {
  const counts = new Map<string, AgencyCounts>()
  for (const as of ['SUBJECT', 'AFFECTED'] as const) {
    const rows = await remembered(db, agencies(db, { viewer: shapeOf(viewer), as }, valuesOf(viewer)))
    for (const { code, category, open, overdue } of rows) {
      if (code === null) continue
      const known = counts.get(code) ?? { openCount: 0, overdueCount: 0, byCategory: new Map() }
      known.openCount += open
      known.overdueCount += overdue
      if (category !== 'RESISTANCE')
        known.byCategory.set(category, (known.byCategory.get(category) ?? 0) + open)
      counts.set(code, known)
    }
  }
  return counts
}

interface AgenciesShape {
  viewer: SeerShape
  as: 'SUBJECT' | 'AFFECTED'
}

const agencies = shapedQuery((db, value: Places<SeerValues>, { viewer, as }: AgenciesShape) => {
  const seer = seerAt(viewer, value)
  const open = openObstacles(db, seer)
    .select((eb) => [
      'obstacle.category',
      eb.fn.countAll<number>().as('open'),
      eb.fn.sum<number>('obstacle.overdue').as('overdue'),
    ])
    .groupBy('obstacle.category')
  if (as === 'SUBJECT') {
    const code = sql.ref<string | null>('obstacle.agency_code')
    return ofOwnAgency(open.select(code.as('code')).groupBy(code), code, seer)
  }
  const code = sql.ref<string | null>('affected.agency_code')
  // From the left, so that SQLite begins with what is open, and not with all that agencies ever had.
  const affected = open.leftJoin('obstacle_agency as affected', (join) =>
    join
      .onRef('affected.province_id', '=', 'obstacle.province_id')
      .onRef('affected.obstacle_id', '=', 'obstacle.id'),
  )
  return ofOwnAgency(affected.select(code.as('code')).groupBy(code), code, seer)
})

function openObstacles(db: Database, viewer: Seer) {
  const statuses = [...openStatuses]
  return visibleObstacles(db, viewer, { statuses }).where('obstacle.status', 'in', statuses)
}

/** What is told by agency, officials hear of their own only. */
function ofOwnAgency<Query extends { where(condition: Expression<SqlBool>): Query }>(
  query: Query,
  code: RawBuilder<string | null>,
  viewer: Seer,
): Query {
  return viewer.role === 'OFFICIAL' ? query.where(sql<SqlBool>`${code} = ${viewer.agencyCode ?? ''}`) : query
}
