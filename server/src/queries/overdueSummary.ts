import type { Category, SubjectKind } from '@goshayesh/shared/policy'
import { openStatuses } from '@goshayesh/shared/workflow'
import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import { remembered } from '../database/remembered.ts'
import type { Actor } from '../records/Actor.ts'
import { visibleObstacles } from './visibleObstacles.ts'

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
  kinds?: readonly SubjectKind[] | null,
): Promise<OverdueRow[]> {
  const key = sql.ref<string | number | null>(`obstacle.${columns[by]}`)
  const counted = countedObstacles(db, viewer)
  const groups = (kinds ? counted.where('obstacle.subject_kind', 'in', kinds) : counted)
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
  return remembered(db, groups)
}

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
  const open = visibleObstacles(db, viewer)
    .select((eb) => [
      'obstacle.category',
      eb.fn.countAll<number>().as('open'),
      eb.fn.sum<number>('obstacle.overdue').as('overdue'),
    ])
    .where('obstacle.status', 'in', [...openStatuses])
    .groupBy('obstacle.category')
  add(await remembered(db, open.select('obstacle.agency_code as code').groupBy('obstacle.agency_code')))
  const affected = open.innerJoin('obstacle_agency', (join) =>
    join
      .onRef('obstacle_agency.province_id', '=', 'obstacle.province_id')
      .onRef('obstacle_agency.obstacle_id', '=', 'obstacle.id'),
  )
  const byAffected = affected.select('obstacle_agency.agency_code as code')
  add(await remembered(db, byAffected.groupBy('obstacle_agency.agency_code')))
  return counts
}

function countedObstacles(db: Database, viewer: Actor) {
  const visible = visibleObstacles(db, viewer)
  return viewer.role === 'OFFICIAL'
    ? visible.where('obstacle.agency_code', '=', viewer.agencyCode ?? '')
    : visible
}
