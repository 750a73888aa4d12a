import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import { inColumns, rowsInColumns } from '../database/inColumns.ts'
import type { Places } from '../database/statement.ts'
import { askedQuery } from './askedObstacles.ts'
import { cursorOf, readCursor } from './cursorOf.ts'
import type { ObstacleFilter, Sight } from './filterObstacles.ts'
import { pageSize } from './pageSize.ts'
import { rememberedOf } from './rememberedOf.ts'
import type { Stamped } from './seenObstacles.ts'

/** Each order is one column and the id, and rides an index of the province. */
const orders = {
  DUE_FIRST: { column: 'next_due_at', direction: 'asc' },
  NEWEST_FIRST: { column: 'number', direction: 'desc' },
  UPDATED_FIRST: { column: 'updated_at', direction: 'desc' },
  SEVEREST_FIRST: { column: 'severity_rank', direction: 'desc' },
} as const

export const obstacleOrders = ['DUE_FIRST', 'NEWEST_FIRST', 'UPDATED_FIRST', 'SEVEREST_FIRST'] as const
export type ObstacleOrder = (typeof obstacleOrders)[number]

export interface PageAsked {
  orderBy: ObstacleOrder
  first?: number | null | undefined
  after?: string | null | undefined
  last?: number | null | undefined
  before?: string | null | undefined
}

export interface ObstaclePage {
  rows: (Stamped & { cursor: string })[]
  hasNextPage: boolean
  hasPreviousPage: boolean
}

/**
 * One page of the obstacles that the viewer sees and the filter names, by keyset: `last` counts back from
 * `before` or the end, and then `first` is not looked at. INVALID for a size or a cursor that is none.
 */
export async function listObstacles(
  db: Database,
  sight: Sight,
  filter: ObstacleFilter,
  asked: PageAsked,
): Promise<ObstaclePage> {
  const { orderBy } = asked
  const backward = asked.last != null
  const size = backward ? pageSize('last', asked.last) : pageSize('first', asked.first)
  const [after, before] = [readPlace(asked, 'after'), readPlace(asked, 'before')]
  const shape = { orderBy, backward, after: after !== null, before: before !== null, limit: size + 1 }
  const places = {
    afterValue: after?.value ?? 0,
    afterId: after?.id ?? 0,
    beforeValue: before?.value ?? 0,
    beforeId: before?.id ?? 0,
  }
  const rows = await rowsInColumns(db, pages(db, sight, filter, shape, places))
  const more = rows.length > size
  const page = rows
    .slice(0, size)
    .map(({ id, stamp, value }) => ({ id, stamp, cursor: cursorOf(orderBy, value, id) }))
  return {
    rows: backward ? page.toReversed() : page,
    hasNextPage: backward ? before !== null : more,
    hasPreviousPage: backward ? more : after !== null,
  }
}

interface PageShape {
  orderBy: ObstacleOrder
  backward: boolean
  after: boolean
  before: boolean
  limit: number
}
type PageValues = {
  afterValue: number
  afterId: number
  beforeValue: number
  beforeId: number
}

const pages = askedQuery(({ db, asked }, value: Places<PageValues>, shape: PageShape) => {
  const { column, direction } = orders[shape.orderBy]
  const key = sql.ref(`obstacle.${column}`)
  const rising = direction === 'asc'
  const [past, not] = rising ? [sql`>`, sql`<`] : [sql`<`, sql`>`]
  const way = rising === shape.backward ? 'desc' : 'asc'
  let query = asked().select(['obstacle.id', 'obstacle.stamp', `obstacle.${column} as value`])
  if (shape.after)
    query = query.where(
      sql<boolean>`(${key}, obstacle.id) ${past} (${value('afterValue')}, ${value('afterId')})`,
    )
  if (shape.before)
    query = query.where(
      sql<boolean>`(${key}, obstacle.id) ${not} (${value('beforeValue')}, ${value('beforeId')})`,
    )
  return inColumns(db, query.orderBy(key, way).orderBy('obstacle.id', way).limit(shape.limit), [
    'id',
    'stamp',
    'value',
  ])
})

/** How many obstacles the viewer sees and the filter names. */
export async function countObstacles(db: Database, sight: Sight, filter: ObstacleFilter): Promise<number> {
  const [row] = await rememberedOf(db, sight, (steady) => counts(db, steady, filter, null, {}))
  return row?.count ?? 0
}

const counts = askedQuery(({ asked }) => asked().select((eb) => eb.fn.countAll<number>().as('count')))

function readPlace(asked: PageAsked, path: 'after' | 'before'): { value: number; id: number } | null {
  const cursor = asked[path]
  if (cursor == null) return null
  const [value = 0, id = 0] = readCursor(path, asked.orderBy, cursor, 2)
  return { value, id }
}
