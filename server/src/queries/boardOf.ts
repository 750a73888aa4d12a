import { openStatuses, type ObstacleStatus } from '@goshayesh/shared/workflow'
import type { Database } from '../database/connect.ts'
import { remembered } from '../database/remembered.ts'
import { askedObstacles } from './askedObstacles.ts'
import type { ObstacleFilter, Sight } from './filterObstacles.ts'
import { cursorOf, steadySight } from './listObstacles.ts'
import { slaStateColumn, type SlaState } from './slaState.ts'

export interface BoardCount {
  status: ObstacleStatus
  slaState: SlaState
  count: number
}

/** How many open obstacles stand where. */
export async function countBoard(db: Database, sight: Sight, filter: ObstacleFilter): Promise<BoardCount[]> {
  const steady = await steadySight(db, sight)
  const counts = askedObstacles(db, steady, filter)
    .select(['obstacle.status', slaStateColumn(steady.now).as('slaState')])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('obstacle.status', 'in', [...openStatuses])
    .groupBy(['obstacle.status', 'slaState'])
  return remembered(db, counts)
}

/** The ids of the cards of each column, the most urgent first, at most `perColumn` in each, and where DUE_FIRST goes on. */
export async function boardOf(
  db: Database,
  sight: Sight,
  filter: ObstacleFilter,
  perColumn: number,
): Promise<{ status: ObstacleStatus; ids: number[]; endCursor: string | null }[]> {
  const columns = []
  for (const status of openStatuses) {
    const rows = await askedObstacles(db, sight, filter)
      .select(['obstacle.id', 'obstacle.next_due_at as value'])
      .where('obstacle.status', '=', status)
      .orderBy('obstacle.next_due_at')
      .orderBy('obstacle.id')
      .limit(perColumn)
      .execute()
    const last = rows.at(-1)
    const endCursor = last ? cursorOf('DUE_FIRST', last.value, last.id) : null
    columns.push({ status, ids: rows.map(({ id }) => id), endCursor })
  }
  return columns
}
