import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import { remembered } from '../database/remembered.ts'
import { shapedQuery, type Places } from '../database/statement.ts'
import type { Rules } from '../records/Rules.ts'
import { milestoneColumn } from './milestoneColumn.ts'
import type { Actor } from '../records/Actor.ts'
import {
  seerAt,
  shapeOf,
  valuesOf,
  visibleObstacles,
  type SeerShape,
  type SeerValues,
} from './visibleObstacles.ts'

export interface MilestoneCounts {
  totalCount: number
  doneCount: number
  overdueCount: number
}

/** How far each milestone has come, by id: rejected and merged obstacles don't count, resolved ones are done. */
export async function milestoneCounts(
  db: Database,
  viewer: Actor,
  rules: Rules,
): Promise<Map<number, MilestoneCounts>> {
  const shape = { viewer: shapeOf(viewer), milestones: rules.milestones }
  const rows = await remembered(db, counts(db, shape, valuesOf(viewer)))
  return new Map(
    rows.flatMap(({ belongs_to, ...counts }) => (belongs_to === null ? [] : [[belongs_to, counts] as const])),
  )
}

interface Shape extends Pick<Rules, 'milestones'> {
  viewer: SeerShape
}

const counts = shapedQuery((db, value: Places<SeerValues>, { viewer, milestones }: Shape) =>
  visibleObstacles(db, seerAt(viewer, value))
    .select([
      milestoneColumn({ milestones }).as('belongs_to'),
      sql<number>`count(*) filter (where status not in ('REJECTED', 'MERGED'))`.as('totalCount'),
      sql<number>`count(*) filter (where status in ('RESOLVED', 'CLOSED'))`.as('doneCount'),
      sql<number>`sum(overdue)`.as('overdueCount'),
    ])
    .groupBy('belongs_to'),
)
