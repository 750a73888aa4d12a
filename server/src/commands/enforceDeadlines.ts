import type { Database } from '../database/connect.ts'
import { claimed } from '../database/dialects.ts'
import { applyOwed } from '../records/applyOwed.ts'
import { loadRecords } from '../records/loadRecords.ts'
import { copyRecord } from '../records/ObstacleRecord.ts'
import { loadRules } from '../records/Rules.ts'
import { saveRecords } from '../records/saveRecords.ts'
import { transact, type Store } from './transact.ts'

/**
 * Does what is owed up to `now` on at most `limit` obstacles of one province, earliest first, in one
 * transaction; answers with their number, 0 when nothing is owed that nobody else is at work on. Acts and the next instant owed are
 * written together, so it can be killed anywhere and run twice: nothing happens twice, nothing is left out.
 * `aside` are obstacles that are left out for now. Throws a BatchFault, and then nothing of the batch was done.
 */
export async function enforceDeadlines(
  store: Store,
  now: number,
  limit: number,
  aside: number[] = [],
): Promise<number> {
  const first = await firstOwed(store.db, aside)
  if (!first || first.at > now) return 0
  const { provinceId } = first
  let ids: number[] = []
  try {
    return await transact(store, provinceId, 'beside', async (db) => {
      ids = await obstaclesOwed(db, provinceId, now, limit, aside)
      await act(db, provinceId, ids, now)
      return ids.length
    })
  } catch (error) {
    throw new BatchFault(ids, error)
  }
}

/** Why a batch failed, and the obstacles in it. */
export class BatchFault extends Error {
  readonly ids: number[]

  constructor(ids: number[], cause: unknown) {
    super('a batch of the enforcer failed', { cause })
    this.ids = ids
  }
}

async function act(db: Database, provinceId: number, ids: number[], now: number): Promise<void> {
  const rules = await loadRules(db, provinceId)
  const records = [...(await loadRecords(db, provinceId, ids)).values()]
  const changes = records.map((record) => ({
    before: copyRecord(record),
    facts: applyOwed(rules, record, now),
    record,
  }))
  await saveRecords(db, changes, null, now)
}

/** The instant at which something is next owed anywhere; Infinity when nothing is. */
export async function earliestOwed(db: Database, aside: number[] = []): Promise<number> {
  return (await firstOwed(db, aside))?.at ?? Infinity
}

/** Where something is owed first. One look into deadline_owed and waiting_owed for each province. */
async function firstOwed(db: Database, aside: number[]): Promise<{ provinceId: number; at: number } | null> {
  const provinces = await db
    .selectFrom('province')
    .select((province) => [
      'province.id',
      province
        .selectFrom('deadline')
        .select('next_at')
        .whereRef('deadline.province_id', '=', 'province.id')
        .where('next_at', 'is not', null)
        .$if(aside.length > 0, (owed) => owed.where('obstacle_id', 'not in', aside))
        .orderBy('next_at')
        .limit(1)
        .as('deadline_at'),
      province
        .selectFrom('waiting')
        .select('resume_at')
        .whereRef('waiting.province_id', '=', 'province.id')
        .where('resume_at', 'is not', null)
        .$if(aside.length > 0, (owed) => owed.where('obstacle_id', 'not in', aside))
        .orderBy('resume_at')
        .limit(1)
        .as('waiting_at'),
    ])
    .execute()
  const owed = provinces
    .map(({ id, deadline_at, waiting_at }) => ({
      provinceId: id,
      at: Math.min(deadline_at ?? Infinity, waiting_at ?? Infinity),
    }))
    .sort((a, b) => a.at - b.at)[0]
  return owed && owed.at !== Infinity ? owed : null
}

/** Obstacles on which something is owed, the earliest first, and on which nobody else is at work. */
async function obstaclesOwed(
  db: Database,
  provinceId: number,
  now: number,
  limit: number,
  aside: number[],
): Promise<number[]> {
  const deadlines = await claimed(
    db,
    db
      .selectFrom('deadline')
      .innerJoin('obstacle', 'obstacle.id', 'deadline.obstacle_id')
      .select(['obstacle.id', 'deadline.next_at as at'])
      .where('deadline.province_id', '=', provinceId)
      .where('deadline.next_at', '<=', now)
      .$if(aside.length > 0, (owed) => owed.where('deadline.obstacle_id', 'not in', aside))
      .orderBy('deadline.next_at')
      .limit(limit),
    'obstacle',
  ).execute()
  const waitings = await claimed(
    db,
    db
      .selectFrom('waiting')
      .innerJoin('obstacle', 'obstacle.id', 'waiting.obstacle_id')
      .select(['obstacle.id', 'waiting.resume_at as at'])
      .where('waiting.province_id', '=', provinceId)
      .where('waiting.resume_at', '<=', now)
      .$if(aside.length > 0, (owed) => owed.where('waiting.obstacle_id', 'not in', aside))
      .orderBy('waiting.resume_at')
      .limit(limit),
    'obstacle',
  ).execute()
  const earliestFirst = [...deadlines, ...waitings].sort((a, b) => (a.at ?? 0) - (b.at ?? 0))
  return [...new Set(earliestFirst.map(({ id }) => id))].slice(0, limit)
}
