import type { CompiledQuery } from 'kysely'
import type { Database } from './connect.ts'
import { stateOf } from './dialects.ts'
import { execute } from './execute.ts'
import { statement } from './statement.ts'
import { UntilChange } from './UntilChange.ts'

type Answers = Map<string, Promise<unknown[]>>

const kept = new WeakMap<Database, UntilChange<Answers>>()
const MOST = 1_000

/**
 * The rows of a query that reads many to tell a few, such as counts: looked up anew once anything in the database has
 * changed. The same statement with the same values upon the same state has the same rows, whoever asks. Not to be
 * changed by the caller, who shares them.
 */
export async function remembered<Row>(db: Database, query: CompiledQuery<Row>): Promise<Row[]> {
  return rememberedIn(db, await lookAtState(db), query)
}

/** The same where the state of the database was just looked at. */
export async function rememberedIn<Row>(
  db: Database,
  state: string,
  query: CompiledQuery<Row>,
): Promise<Row[]> {
  const memory = kept.get(db) ?? new UntilChange<Answers>(() => new Map())
  kept.set(db, memory)
  const answers = memory.in(state)
  if (answers.size >= MOST) answers.clear()
  const key = JSON.stringify([query.sql, query.parameters])
  const known = answers.get(key)
  if (known) return (await known) as Row[]
  const answer = execute(db, query).then(({ rows }) => rows)
  answers.set(key, answer)
  answer.catch(() => answers.delete(key))
  return answer
}

/** Differs as soon as anything was committed, by this process or another one. */
export async function lookAtState(db: Database): Promise<string> {
  const [row] = await look(db, {})
  return row?.state ?? ''
}

const look = statement((db) => db.selectNoFrom(stateOf(db).as('state')))
