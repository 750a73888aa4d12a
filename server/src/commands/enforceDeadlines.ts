import { allDone } from '../database/allDone.ts'
import type { Database } from '../database/connect.ts'
import { noneOf, claimed } from '../database/dialects.ts'
import { statement, type Places } from '../database/statement.ts'
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
      ids = await obstaclesOwed(db, { provinceId, now, limit, aside })
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
  const [rules, records] = await allDone([loadRules(db, provinceId), loadRecords(db, provinceId, ids)])
  const changes = [...records.values()].map((record) => ({
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

/** How many clocks something is owed on by now; `most` stands for that many or more. */
export async function countOwed(db: Database, now: number, most: number): Promise<number> {
  const clocks = db
    .selectFrom('province')
    .innerJoin('deadline', 'deadline.province_id', 'province.id')
    .select('province.id')
    .where('deadline.next_at', '<=', now)
    .limit(most)
  const waitings = db
    .selectFrom('province')
    .innerJoin('waiting', 'waiting.province_id', 'province.id')
    .select('province.id')
    .where('waiting.resume_at', '<=', now)
    .limit(most)
  const row = await db
    .selectNoFrom([
      db
        .selectFrom(clocks.as('owed'))
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .as('clocks'),
      db
        .selectFrom(waitings.as('owed'))
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .as('waitings'),
    ])
    .executeTakeFirstOrThrow()
  return Math.min(most, (row.clocks ?? 0) + (row.waitings ?? 0))
}

/** Where something is owed first. One look into deadline_owed and waiting_owed for each province. */
async function firstOwed(db: Database, aside: number[]): Promise<{ provinceId: number; at: number } | null> {
  const owed = (await earliestOfProvinces(db, { aside }))
    .map(({ id, deadline_at, waiting_at }) => ({
      provinceId: id,
      at: Math.min(deadline_at ?? Infinity, waiting_at ?? Infinity),
    }))
    .sort((a, b) => a.at - b.at)[0]
  return owed && owed.at !== Infinity ? owed : null
}

const earliestOfProvinces = statement((db, value: Places<{ aside: number[] }>) =>
  db.selectFrom('province').select((province) => [
    'province.id',
    province
      .selectFrom('deadline')
      .select('next_at')
      .whereRef('deadline.province_id', '=', 'province.id')
      .where('next_at', 'is not', null)
      .where('obstacle_id', ...noneOf(db, 'bigint', value('aside')))
      .orderBy('next_at')
      .limit(1)
      .as('deadline_at'),
    province
      .selectFrom('waiting')
      .select('resume_at')
      .whereRef('waiting.province_id', '=', 'province.id')
      .where('resume_at', 'is not', null)
      .where('obstacle_id', ...noneOf(db, 'bigint', value('aside')))
      .orderBy('resume_at')
      .limit(1)
      .as('waiting_at'),
  ]),
)

type Asked = { provinceId: number; now: number; limit: number; aside: number[] }

/** Obstacles on which something is owed, the earliest first, and on which nobody else is at work. */
async function obstaclesOwed(db: Database, asked: Asked): Promise<number[]> {
  const owed = [...(await deadlinesOwed(db, asked)), ...(await waitingsOwed(db, asked))]
  const earliestFirst = owed.sort((a, b) => (a.at ?? 0) - (b.at ?? 0))
  return [...new Set(earliestFirst.map(({ id }) => id))].slice(0, asked.limit)
}

const deadlinesOwed = statement((db, value: Places<Asked>) =>
  claimed(
    db,
    db
      .selectFrom('deadline')
      .innerJoin('obstacle', 'obstacle.id', 'deadline.obstacle_id')
      .select(['obstacle.id', 'deadline.next_at as at'])
      .where('deadline.province_id', '=', value('provinceId'))
      .where('deadline.next_at', '<=', value('now'))
      .where('deadline.obstacle_id', ...noneOf(db, 'bigint', value('aside')))
      .orderBy('deadline.next_at')
      .limit(value('limit')),
    'obstacle',
  ),
)

const waitingsOwed = statement((db, value: Places<Asked>) =>
  claimed(
    db,
    db
      .selectFrom('waiting')
      .innerJoin('obstacle', 'obstacle.id', 'waiting.obstacle_id')
      .select(['obstacle.id', 'waiting.resume_at as at'])
      .where('waiting.province_id', '=', value('provinceId'))
      .where('waiting.resume_at', '<=', value('now'))
      .where('waiting.obstacle_id', ...noneOf(db, 'bigint', value('aside')))
      .orderBy('waiting.resume_at')
      .limit(value('limit')),
    'obstacle',
  ),
)
