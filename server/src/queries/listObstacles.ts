import { invalid } from '@goshayesh/shared/refusal'
import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import { remembered } from '../database/remembered.ts'
import { statement, type Places } from '../database/statement.ts'
import { askedObstacles } from './askedObstacles.ts'
import type { ObstacleFilter, Sight } from './filterObstacles.ts'
import { pageSize } from './pageSize.ts'

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
  rows: { id: number; cursor: string }[]
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
  const backward = asked.last != null
  const size = backward ? pageSize('last', asked.last) : pageSize('first', asked.first)
  const { column, direction } = orders[asked.orderBy]
  const key = sql.ref(`obstacle.${column}`)
  const past = (text: string, path: string, sign: '<' | '>') => {
    const { value, id } = readCursor(text, asked.orderBy, path)
    return sql<boolean>`(${key}, obstacle.id) ${sql.raw(sign)} (${value}, ${id})`
  }
  const [afterSign, beforeSign] = direction === 'asc' ? (['>', '<'] as const) : (['<', '>'] as const)
  const way = (direction === 'asc') === backward ? 'desc' : 'asc'
  let query = askedObstacles(db, sight, filter).select(['obstacle.id', `obstacle.${column} as value`])
  if (asked.after != null) query = query.where(past(asked.after, 'after', afterSign))
  if (asked.before != null) query = query.where(past(asked.before, 'before', beforeSign))
  const rows = await query
    .orderBy(key, way)
    .orderBy('obstacle.id', way)
    .limit(size + 1)
    .execute()
  const more = rows.length > size
  const page = rows
    .slice(0, size)
    .map(({ id, value }) => ({ id, cursor: cursorOf(asked.orderBy, value, id) }))
  return {
    rows: backward ? page.toReversed() : page,
    hasNextPage: backward ? asked.before != null : more,
    hasPreviousPage: backward ? more : asked.after != null,
  }
}

/** How many obstacles the viewer sees and the filter names. */
export async function countObstacles(db: Database, sight: Sight, filter: ObstacleFilter): Promise<number> {
  const asked = askedObstacles(db, await steadySight(db, sight), filter)
  const counted = asked.select((eb) => eb.fn.countAll<number>().as('count'))
  const [row] = await remembered(db, counted)
  return row?.count ?? 0
}

/**
 * The same sight at the latest instant at which an obstacle began to be due soon: nothing that is counted has changed
 * since by time alone, so that the same is asked as long as it is so.
 */
export async function steadySight(db: Database, sight: Sight): Promise<Sight> {
  const [latest] = await latestSoon(db, { provinceId: sight.viewer.provinceId, now: sight.now })
  return { ...sight, now: latest?.next_soon_at ?? 0 }
}

const latestSoon = statement((db, value: Places<{ provinceId: number; now: number }>) =>
  db
    .selectFrom('obstacle')
    .select('next_soon_at')
    .where('province_id', '=', value('provinceId'))
    .where('next_soon_at', '<=', value('now'))
    .orderBy('next_soon_at', 'desc')
    .limit(1),
)

/** Where a page that ends with this obstacle goes on. */
export function cursorOf(order: ObstacleOrder, value: number, id: number): string {
  return Buffer.from(`${order}:${value}:${id}`).toString('base64url')
}

function readCursor(cursor: string, order: ObstacleOrder, path: string): { value: number; id: number } {
  const text = cursor.length > 100 ? '' : Buffer.from(cursor, 'base64url').toString()
  const match = /^(\w+):(\d{1,16}):(\d{1,15})$/.exec(text)
  if (!match || match[1] !== order) throw invalid(path, 'BAD_VALUE')
  return { value: Number(match[2]), id: Number(match[3]) }
}
