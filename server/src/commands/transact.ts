import { commit, type Company } from '../database/commit.ts'
import type { Database } from '../database/connect.ts'

/** Where commands write, and who is told after each commit. */
export interface Store {
  db: Database
  committed: () => void
  /** Does long work, which is asked for by name, beside this thread. */
  thread?: { do: (name: string, given: unknown[]) => Promise<unknown> } | null
}

/**
 * One transaction in a province, perhaps shared with other commands; inside it only the `db` that is handed in may be
 * used. `alone`, nobody else writes in the province meanwhile; a command beside others claims what it reads and then
 * changes.
 */
export async function transact<Result>(
  store: Store,
  provinceId: number,
  company: Company,
  work: (db: Database) => Promise<Result>,
): Promise<Result> {
  const result = await commit(store.db, provinceId, company, work)
  store.committed()
  return result
}
