import { setImmediate as breath } from 'node:timers/promises'
import { writeLeft } from '../database/leave.ts'
import type { Database } from '../database/connect.ts'
import { isPostgres } from '../database/dialects.ts'
import { openStatuses } from '@goshayesh/shared/workflow'
import { applyOwed } from './applyOwed.ts'
import { moveClocks, resumeInstant, type MoveReason } from './clocks.ts'
import { loadRecords } from './loadRecords.ts'
import { copyRecord, type NewFact, type ObstacleRecord } from './ObstacleRecord.ts'
import type { Rules } from './Rules.ts'
import { saveRecords } from './saveRecords.ts'
import { tellMoves, type MovesByOwner } from './tellMoves.ts'

/** How many deadlines move, and which breaches come and go, when the rules of a province change. */
export interface Moves {
  movedDeadlines: number
  newBreaches: number
  withdrawnBreaches: number
}

/** For so many a request may wait. PostgreSQL does most of the work elsewhere, and each way there costs. */
const CHUNK = { onSqlite: 50, onPostgres: 200 }

/**
 * Reckons every open obstacle of a province anew under the rules to come. With an actor the result is saved,
 * in the caller's transaction; without one nothing is written.
 */
export async function moveRecords(
  db: Database,
  rules: Rules,
  next: Rules,
  reason: MoveReason,
  actorId: number | null,
  now: number,
): Promise<Moves> {
  const moves = { movedDeadlines: 0, newBreaches: 0, withdrawnBreaches: 0 }
  const ofOwners: MovesByOwner = new Map()
  const chunk = isPostgres(db) ? CHUNK.onPostgres : CHUNK.onSqlite
  for (let after = 0; ;) {
    const ids = await openIds(db, rules.provinceId, after, chunk)
    const records = [...(await loadRecords(db, rules.provinceId, ids)).values()]
    const changes = records.map((record) => {
      const before = copyRecord(record)
      const facts = move(rules, next, record, reason, now, moves)
      addMoves(ofOwners, record, facts)
      return { before, record, facts }
    })
    // Even without facts: what is owed next may have moved while due stands.
    if (actorId !== null) {
      await saveRecords(db, changes, actorId, now)
      await writeLeft(db)
    }
    const last = ids.at(-1)
    if (last === undefined || ids.length < chunk) break
    after = last
    // Nobody's line may break meanwhile.
    await breath()
  }
  if (actorId !== null) await tellMoves(db, rules.provinceId, ofOwners, reason, actorId, now)
  return moves
}

function addMoves(ofOwners: MovesByOwner, { obstacle }: ObstacleRecord, facts: NewFact[]): void {
  const moved = facts.filter(({ kind }) => kind === 'DEADLINE_MOVED').length
  if (moved === 0 || obstacle.owner_id === null) return
  ofOwners.set(obstacle.owner_id, (ofOwners.get(obstacle.owner_id) ?? 0) + moved)
}

function openIds(db: Database, provinceId: number, after: number, limit: number): Promise<number[]> {
  return db
    .selectFrom('obstacle')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('status', 'in', [...openStatuses])
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
    .then((rows) => rows.map(({ id }) => id))
}

function move(
  rules: Rules,
  next: Rules,
  record: ObstacleRecord,
  reason: MoveReason,
  now: number,
  moves: Moves,
): NewFact[] {
  const owed = applyOwed(rules, record, now)
  const breachedBefore = new Set(record.deadlines.filter(({ breached_at }) => breached_at !== null))
  const facts = moveClocks(next, record, now, reason)
  moveWaiting(next, record, now)
  moves.movedDeadlines += facts.filter(({ kind }) => kind === 'DEADLINE_MOVED').length
  moves.withdrawnBreaches += facts.filter(({ kind }) => kind === 'BREACH_WITHDRAWN').length
  moves.newBreaches += record.deadlines.filter(
    (deadline) => deadline.state === 'RUNNING' && deadline.due_at <= now && !breachedBefore.has(deadline),
  ).length
  return [...owed, ...facts]
}

function moveWaiting(next: Rules, { waiting }: ObstacleRecord, now: number): void {
  if (waiting?.ended_at === null) waiting.resume_at = Math.max(now, resumeInstant(next, waiting.until))
}
