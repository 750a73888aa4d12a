import { openStatuses, type ObstacleStatus } from '@goshayesh/shared/workflow'
import type { Database } from '../database/connect.ts'
import { inColumns, rowsInColumns } from '../database/inColumns.ts'
import { askedQuery } from './askedObstacles.ts'
import { cursorOf } from './cursorOf.ts'
import type { ObstacleFilter, Sight } from './filterObstacles.ts'
import { rememberedOf } from './rememberedOf.ts'
import type { Stamped } from './seenObstacles.ts'
import { slaStateCounts, slaStates, type SlaState } from './slaState.ts'

export interface BoardCount {
  status: ObstacleStatus
  slaState: SlaState
  count: number
}

/** How many open obstacles stand where. */
export async function countBoard(db: Database, sight: Sight, filter: ObstacleFilter): Promise<BoardCount[]> {
  const rows = await rememberedOf(db, sight, (steady) => counts(db, steady, filter, null, {}))
  return rows.flatMap(({ status, all, ...named }) => {
    const states = { ...named, ON_TRACK: all - named.OVERDUE - named.NONE - named.PAUSED - named.DUE_SOON }
    return slaStates.map((slaState) => ({ status, slaState, count: states[slaState] }))
  })
}

const counts = askedQuery(({ asked, now }) =>
  asked()
    .select((eb) => ['obstacle.status', eb.fn.countAll<number>().as('all'), ...slaStateCounts(now)])
    .where('obstacle.status', 'in', [...openStatuses])
    .groupBy('obstacle.status'),
)

/** The cards of each column, the most urgent first, at most `perColumn` in each, and where DUE_FIRST goes on. */
export async function boardOf(
  db: Database,
  sight: Sight,
  filter: ObstacleFilter,
  perColumn: number,
): Promise<{ status: ObstacleStatus; cards: Stamped[]; endCursor: string | null }[]> {
  const rows = await rowsInColumns(db, cards(db, sight, filter, perColumn, {}))
  const columns = Map.groupBy(rows, ({ status }) => status)
  return openStatuses.map((status) => {
    const cards = columns.get(status) ?? []
    const last = cards.at(-1)
    const endCursor = last ? cursorOf('DUE_FIRST', last.value, last.id) : null
    return { status, cards, endCursor }
  })
}

/** Each column rides its index and stops at the limit. */
const cards = askedQuery(({ db, asked }, _value, perColumn: number) => {
  const columns = openStatuses.map((status) => {
    const column = asked(status)
      .select(['obstacle.status', 'obstacle.id', 'obstacle.stamp', 'obstacle.next_due_at as value'])
      .orderBy('obstacle.next_due_at')
      .orderBy('obstacle.id')
      .limit(perColumn)
    return db.selectFrom(column.as('card')).selectAll()
  })
  const all = columns.reduce((all, column) => all.unionAll(column))
  return inColumns(db, all, ['status', 'id', 'stamp', 'value'])
})
