import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import type { EventRow } from '../database/tables.ts'
import { cursorOf, readCursor } from './cursorOf.ts'

export interface Timeline {
  events: EventRow[]
  /** Whether there are more behind them, in the direction in which was read. */
  goesOn: boolean
  totalCount: number
}

/** Events after one, or the last ones before one; `from` is its id, null stands for the end that is read from. */
export interface EventPage {
  size: number
  from: number | null
  backwards: boolean
}

/** The events of obstacles in the order in which they were recorded, a page of each, in two statements. */
export async function timelinesOf(
  db: Database,
  provinceId: number,
  obstacleIds: number[],
  { size, from, backwards }: EventPage,
): Promise<Map<number, Timeline>> {
  const ofThese = db
    .selectFrom('event')
    .where('province_id', '=', provinceId)
    .where('obstacle_id', 'in', obstacleIds)
  const totals = await ofThese
    .select((eb) => ['obstacle_id', eb.fn.countAll<number>().as('count')])
    .groupBy('obstacle_id')
    .execute()
  const rows = await db
    .selectFrom(
      ofThese
        .selectAll()
        .select(
          sql<number>`row_number() over (partition by obstacle_id order by id ${sql.raw(backwards ? 'desc' : 'asc')})`.as(
            'place',
          ),
        )
        .$if(from !== null, (query) => query.where('id', backwards ? '<' : '>', from ?? 0))
        .as('event'),
    )
    .selectAll()
    .where('place', '<=', size + 1)
    .orderBy('id')
    .execute()
  const timelines = new Map<number, Timeline>(
    totals.map(({ obstacle_id, count }) => [obstacle_id, { events: [], goesOn: false, totalCount: count }]),
  )
  for (const { place, ...event } of rows) {
    const timeline = timelines.get(event.obstacle_id)
    if (!timeline) continue
    if (place > size) timeline.goesOn = true
    else timeline.events.push(event)
  }
  return timelines
}

export function eventCursor({ id }: EventRow): string {
  return cursorOf(EVENTS, id)
}

/** The event's id; INVALID for a cursor that is none. */
export function readEventCursor(path: string, cursor: string): number {
  const [id = 0] = readCursor(path, EVENTS, cursor, 1)
  return id
}

/** As cursors name it. */
const EVENTS = 'event'
