import type { Database } from '../database/connect.ts'
import type { EventRow, NoticeRow } from '../database/tables.ts'
import { filterObstacles, type ObstacleFilter, type Sight } from './filterObstacles.ts'
import { noticesWith } from './inboxOf.ts'
import { presentObstacle, type SeenObstacle } from './seenObstacles.ts'

/* What is looked up at a live event: once for all who hear of it, however many they are. */

const looked = new WeakMap<EventRow, Map<string, unknown>>()

/** At once where it has been looked up before. */
function once<Value>(event: EventRow, what: string, look: () => Promise<Value>): Value | Promise<Value> {
  const known = looked.get(event) ?? new Map<string, unknown>()
  looked.set(event, known)
  if (known.has(what)) return known.get(what) as Value | Promise<Value>
  const coming = look().then((value) => {
    known.set(what, value)
    return value
  })
  known.set(what, coming)
  return coming
}

/** Its obstacle, as it stands by now, for whoever sees it. */
export function obstacleAtEvent(
  db: Database,
  event: EventRow,
): SeenObstacle | undefined | Promise<SeenObstacle | undefined> {
  return once(event, 'obstacle', () => presentObstacle(db, event.province_id, event.obstacle_id))
}

/** Whether a filter names its obstacle: asked once for all whose filters come to the same. */
export function isNamed(
  db: Database,
  event: EventRow,
  filter: ObstacleFilter,
  sight: Sight,
): boolean | Promise<boolean> {
  const query = db
    .selectFrom('obstacle')
    .select('obstacle.id')
    .where('obstacle.province_id', '=', event.province_id)
    .where('obstacle.id', '=', event.obstacle_id)
    .where(filterObstacles(db, filter, { ...sight, id: event.obstacle_id }))
    .compile()
  return once(event, JSON.stringify([query.sql, query.parameters]), async () => {
    const { rows } = await db.executeQuery(query)
    return rows.length > 0
  })
}

export interface NoticesAtEvent {
  byPerson: Map<number, NoticeRow[]>
  /** After this one the next look begins. */
  newestOfRules: number
}

/**
 * What people are told with it. Notices are written with their events; those of a change of the rules, which come one
 * change after the other in a province, with some event of it.
 */
export function noticesAtEvent(
  db: Database,
  event: EventRow,
  lastOfRules: number,
): NoticesAtEvent | Promise<NoticesAtEvent> {
  return once(event, `notices after ${lastOfRules}`, async () => {
    const notices = await noticesWith(db, event, lastOfRules)
    return {
      byPerson: Map.groupBy(notices, ({ user_id }) => user_id),
      newestOfRules: notices.findLast(({ event_id }) => event_id === null)?.id ?? lastOfRules,
    }
  })
}
