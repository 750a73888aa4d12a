import type { Database } from '../database/connect.ts'
import { applyOwed } from '../records/applyOwed.ts'
import { loadRecords } from '../records/loadRecords.ts'
import { loadRules } from '../records/Rules.ts'
import { saveRecord } from '../records/saveRecord.ts'
import { transact, type Store } from './transact.ts'

interface OwedObstacle {
  provinceId: number
  obstacleId: number
}

/**
 * Does what is owed up to `now` on at most `limit` obstacles, earliest first, in one transaction; answers with
 * their number. Acts and the next instant owed are written together, so it can be killed anywhere and run
 * twice: nothing happens twice, nothing is left out.
 */
export async function enforceDeadlines(store: Store, now: number, limit: number): Promise<number> {
  if ((await earliestOwed(store.db)) > now) return 0
  return transact(store, async (db) => {
    const owed = await obstaclesOwed(db, now, limit)
    for (const [provinceId, ids] of byProvince(owed)) {
      const rules = await loadRules(db, provinceId)
      for (const record of (await loadRecords(db, provinceId, ids)).values()) {
        const before = structuredClone(record)
        const facts = applyOwed(rules, record, now)
        await saveRecord(db, before, record, facts, null, now)
      }
    }
    return owed.length
  })
}

/** The instant at which something is next owed anywhere; Infinity when nothing is. Rides deadline_owed and waiting_owed. */
export async function earliestOwed(db: Database): Promise<number> {
  const deadline = await db
    .selectFrom('deadline')
    .select('next_at as at')
    .where('next_at', 'is not', null)
    .orderBy('next_at')
    .limit(1)
    .executeTakeFirst()
  const waiting = await db
    .selectFrom('waiting')
    .select('resume_at as at')
    .where('resume_at', 'is not', null)
    .orderBy('resume_at')
    .limit(1)
    .executeTakeFirst()
  return Math.min(deadline?.at ?? Infinity, waiting?.at ?? Infinity)
}

async function obstaclesOwed(db: Database, now: number, limit: number): Promise<OwedObstacle[]> {
  const deadlines = await db
    .selectFrom('deadline')
    .select(['province_id', 'obstacle_id', 'next_at as at'])
    .where('next_at', '<=', now)
    .orderBy('next_at')
    .limit(limit)
    .execute()
  const waitings = await db
    .selectFrom('waiting')
    .select(['province_id', 'obstacle_id', 'resume_at as at'])
    .where('resume_at', '<=', now)
    .orderBy('resume_at')
    .limit(limit)
    .execute()
  const earliestFirst = [...deadlines, ...waitings].sort((a, b) => (a.at ?? 0) - (b.at ?? 0))
  const owed = new Map<number, OwedObstacle>()
  for (const { province_id, obstacle_id } of earliestFirst) {
    if (owed.size < limit) owed.set(obstacle_id, { provinceId: province_id, obstacleId: obstacle_id })
  }
  return [...owed.values()]
}

function byProvince(owed: OwedObstacle[]): Map<number, number[]> {
  const ids = new Map<number, number[]>()
  for (const { provinceId, obstacleId } of owed)
    ids.set(provinceId, [...(ids.get(provinceId) ?? []), obstacleId])
  return ids
}
