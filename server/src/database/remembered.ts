import { sql, type Compilable } from 'kysely'
import type { Database } from './connect.ts'

interface Kept {
  state: string
  answers: Map<string, Promise<unknown[]>>
}

const kept = new WeakMap<Database, Kept>()
const MOST = 1_000

/**
 * The rows of a query that reads many to tell a few, such as counts: looked up anew once anything in the database has
 * changed. The same statement with the same values upon the same state has the same rows, whoever asks. Not to be
 * changed by the caller, who shares them.
 */
export async function remembered<Row>(db: Database, query: Compilable<Row>): Promise<Row[]> {
  const compiled = query.compile()
  const { answers } = await keptOf(db)
  const key = JSON.stringify([compiled.sql, compiled.parameters])
  const known = answers.get(key)
  if (known) return (await known) as Row[]
  const answer = db.executeQuery(compiled).then(({ rows }) => rows)
  answers.set(key, answer)
  answer.catch(() => answers.delete(key))
  return answer
}

async function keptOf(db: Database): Promise<Kept> {
  const state = await stateOf(db)
  const known = kept.get(db)
  if (known?.state === state && known.answers.size < MOST) return known
  const fresh = { state, answers: new Map() }
  kept.set(db, fresh)
  return fresh
}

/** Differs as soon as anything was committed, by this process or another one. */
async function stateOf(db: Database): Promise<string> {
  const hasManyWriters = db.getExecutor().adapter.supportsMultipleConnections !== false
  const state = hasManyWriters
    ? sql<{ state: string }>`select pg_current_snapshot()::text as state`
    : sql<{ state: string }>`select total_changes() || ' ' || data_version as state from pragma_data_version`
  return (await state.execute(db)).rows[0]?.state ?? ''
}
