import type { Database } from '../database/connect.ts'
import { insertRows } from '../database/rows.ts'
import { sealRows } from '../database/seals.ts'
import type { RecordChange } from './ObstacleRecord.ts'
import { sendNotices } from './sendNotices.ts'

/** The event table is audit trail, timeline and live feed in one; whom an event concerns is told with it. */
export async function recordEvents(
  db: Database,
  changes: RecordChange[],
  actorId: number | null,
  now: number,
): Promise<void> {
  const events = changes.flatMap(({ before, record, facts }) =>
    facts.map((fact) => ({
      fact,
      at: fact.at ?? now,
      actorId: fact.owed ? null : actorId,
      // What was owed concerns whoever owned the obstacle then.
      record: fact.owed ? before : record,
    })),
  )
  const rows = events.map(({ fact, at, actorId, record: { obstacle } }) => ({
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
  }))
  const ids = await insertRows(db, 'event', rows)
  const [first] = rows
  if (!first) return
  const sealed = rows.map((row, index) => ({
    source: 'event' as const,
    row: { ...row, id: ids[index] ?? 0 },
  }))
  await sealRows(db, first.province_id, sealed)
  await sendNotices(
    db,
    events.map((event, index) => ({ ...event, id: ids[index] ?? 0 })),
  )
}
