import type { Category, SubjectKind } from '@goshayesh/shared/policy'
import { openStatuses } from '@goshayesh/shared/workflow'
import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import { remembered } from '../database/remembered.ts'
import { shapedQuery, type Places } from '../database/statement.ts'
import type { Actor } from '../records/Actor.ts'
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

/** Open and overdue obstacles group by group, the group with most overdue first. Officials: of the own agency. */
export function overdueSummary(
  db: Database,
  viewer: Actor,
  by: OverdueBy,
  kinds: readonly SubjectKind[] | null = null,
): Promise<OverdueRow[]> {
  return remembered(db, groups(db, { viewer: shapeOf(viewer), by, kinds }, valuesOf(viewer)))
}

interface GroupsShape {
  viewer: SeerShape
  by: OverdueBy
  kinds: readonly SubjectKind[] | null
}

const groups = shapedQuery((db, value: Places<SeerValues>, { viewer, by, kinds }: GroupsShape) => {
  const key = sql.ref<string | number | null>(`obstacle.${columns[by]}`)
  const counted = countedObstacles(db, seerAt(viewer, value))
  return (kinds ? counted.where('obstacle.subject_kind', 'in', kinds) : counted)
    .select(key.as('key'))
    .select((eb) => [
      eb.fn.countAll<number>().as('openCount'),
      eb.fn.sum<number>('obstacle.overdue').as('overdueCount'),
      sql<number | null>`min(case when overdue = 1 then next_due_at end)`.as('oldestDueAt'),
    ])
    .where('obstacle.status', 'in', [...openStatuses])
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
  const add = (rows: { code: string | null; category: Category; open: number; overdue: number }[]) => {
    for (const { code, category, open, overdue } of rows) {
      if (code === null || (viewer.role === 'OFFICIAL' && code !== viewer.agencyCode)) continue
      const known = counts.get(code) ?? { openCount: 0, overdueCount: 0, byCategory: new Map() }
      known.openCount += open
      known.overdueCount += overdue
      if (category !== 'RESISTANCE')
        known.byCategory.set(category, (known.byCategory.get(category) ?? 0) + open)
      counts.set(code, known)
    }
  }
  for (const as of ['SUBJECT', 'AFFECTED'] as const)
    add(await remembered(db, agencies(db, { viewer: shapeOf(viewer), as }, valuesOf(viewer))))
  return counts
}

interface AgenciesShape {
  viewer: SeerShape
  as: 'SUBJECT' | 'AFFECTED'
}

const agencies = shapedQuery((db, value: Places<SeerValues>, { viewer, as }: AgenciesShape) => {
  const open = visibleObstacles(db, seerAt(viewer, value))
    .select((eb) => [
      'obstacle.category',
      eb.fn.countAll<number>().as('open'),
      eb.fn.sum<number>('obstacle.overdue').as('overdue'),
    ])
    .where('obstacle.status', 'in', [...openStatuses])
    .groupBy('obstacle.category')
  if (as === 'SUBJECT') return open.select('obstacle.agency_code as code').groupBy('obstacle.agency_code')
  return open
    .innerJoin('obstacle_agency', (join) =>
      join
        .onRef('obstacle_agency.province_id', '=', 'obstacle.province_id')
        .onRef('obstacle_agency.obstacle_id', '=', 'obstacle.id'),
    )
    .select((eb) => eb.ref('obstacle_agency.agency_code').$castTo<string | null>().as('code'))
    .groupBy('obstacle_agency.agency_code')
})

function countedObstacles(db: Database, viewer: Seer) {
  const visible = visibleObstacles(db, viewer)
  return viewer.role === 'OFFICIAL'
    ? visible.where('obstacle.agency_code', '=', viewer.agencyCode ?? '')
    : visible
}
