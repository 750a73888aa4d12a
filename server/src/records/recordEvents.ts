import type { Database } from '../database/connect.ts'
import type { NewFact, ObstacleRecord } from './ObstacleRecord.ts'
import { sendNotices } from './sendNotices.ts'

/** The event table is audit trail, timeline and live feed in one; whom an event concerns is told with it. */
export async function recordEvents(
  db: Database,
  before: ObstacleRecord,
  record: ObstacleRecord,
  facts: NewFact[],
  actorId: number | null,
  now: number,
): Promise<void> {
  if (facts.length === 0) return
  const { id, province_id } = record.obstacle
  const rows = facts.map(({ kind, at, comment, level, deadline, changes, mentionIds, owed }) => ({
    province_id,
    obstacle_id: id,
    kind,
    at: at ?? now,
    recorded_at: now,
    actor_id: owed ? null : actorId,
    comment: comment ?? null,
    level: level ?? null,
    deadline_id: deadline?.id ?? null,
    changes_json: JSON.stringify(changes ?? []),
    mentions_json: JSON.stringify(mentionIds ?? []),
  }))
  const inserted = await db.insertInto('event').values(rows).returning('id').execute()
  // Ids rise in the order of the values; RETURNING itself promises no order.
  const ids = inserted.map((event) => event.id).sort((a, b) => a - b)
  const events = facts.map((fact, index) => ({
    id: ids[index] ?? 0,
    at: fact.at ?? now,
    actorId: fact.owed ? null : actorId,
    fact,
    // What was owed concerns whoever owned the obstacle then.
    record: fact.owed ? before : record,
  }))
  await sendNotices(db, events)
}
