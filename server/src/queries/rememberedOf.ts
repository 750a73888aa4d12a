import type { CompiledQuery } from 'kysely'
import type { Database } from '../database/connect.ts'
import { stateOf } from '../database/dialects.ts'
import { rememberedIn } from '../database/remembered.ts'
import { statement, type Places } from '../database/statement.ts'
import type { Sight } from './filterObstacles.ts'

/**
 * What a query that reads many to tell a few finds as of the latest instant at which an obstacle began to be due soon:
 * nothing that is counted has changed since by time alone, so that the same is asked as long as it is so.
 */
export async function rememberedOf<Row>(
  db: Database,
  sight: Sight,
  query: (steady: Sight) => CompiledQuery<Row>,
): Promise<Row[]> {
  const known = steady.get(sight) ?? look(db, sight)
  steady.set(sight, known)
  const { now, state } = await known
  return rememberedIn(db, state, query({ ...sight, now }))
}

/** A sight is looked at once, however much is counted in it. */
const steady = new WeakMap<Sight, Promise<{ now: number; state: string }>>()

async function look(db: Database, { viewer, now }: Sight): Promise<{ now: number; state: string }> {
  const [found] = await latestSoon(db, { provinceId: viewer.provinceId, now })
  return { now: found?.latest ?? 0, state: found?.state ?? '' }
}

const latestSoon = statement((db, value: Places<{ provinceId: number; now: number }>) => {
  const latest = db
    .selectFrom('obstacle')
    .select('next_soon_at')
    .where('province_id', '=', value('provinceId'))
    .where('next_soon_at', '<=', value('now'))
    .orderBy('next_soon_at', 'desc')
    .limit(1)
  return db.selectNoFrom([latest.as('latest'), stateOf(db).as('state')])
})
