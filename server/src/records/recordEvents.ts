import { leave } from '../database/leave.ts'
import type { Database } from '../database/connect.ts'
import { insertRows } from '../database/rows.ts'
import { sealRows } from '../database/seals.ts'
import type { EventRow } from '../database/tables.ts'
import type { RecordChange } from './ObstacleRecord.ts'
import { sendNotices, type RecordedEvent } from './sendNotices.ts'

/** The event table is audit trail, timeline and live feed in one; whom an event concerns is told with it. */
export async function recordEvents(
  db: Database,
  changes: RecordChange[],
  actorId: number | null,
  now: number,
): Promise<void> {
  const events = changes.flatMap(({ before, record, facts }) =>
    facts.map((fact) => {
      const event = {
        fact,
        at: fact.at ?? now,
        actorId: fact.owed ? null : actorId,
        // What was owed concerns whoever owned the obstacle then.
        record: fact.owed ? before : record,
      }
      return { event, row: rowOf(event, now) }
    }),
  )
  if (events.length > 0) await leave(db, writeEvents, events)
}

type NewEvent = Omit<RecordedEvent, 'id'>

function rowOf({ fact, at, actorId, record: { obstacle } }: NewEvent, now: number): Omit<EventRow, 'id'> {
  return {
    province_id: obstacle.province_id,
    obstacle_id: obstacle.id,
    kind: fact.kind,
    at,
    recorded_at: now,
    actor_id: actorId,
    comment: fact.comment ?? null,
    level: fact.level ?? null,
    deadline_id: fact.deadline?.id ?? null,
    changes_json: JSON.stringify(fact.changes ?? []),
    mentions_json: JSON.stringify(fact.mentionIds ?? []),
  }
}

async function writeEvents(
  db: Database,
  events: { event: NewEvent; row: Omit<EventRow, 'id'> }[],
): Promise<void> {
  const ids = await insertRows(
    db,
    'event',
    events.map(({ row }) => row),
  )
  await leave(
    db,
    sealRows,
    events.map(({ row }, place) => ({ source: 'event', row: { ...row, id: ids[place] ?? 0 } })),
  )
  await leave(
    db,
    sendNotices,
    events.map(({ event }, place) => ({ ...event, id: ids[place] ?? 0 })),
  )
}
