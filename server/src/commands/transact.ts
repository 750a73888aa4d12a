import { commit } from '../database/commit.ts'
import type { Database } from '../database/connect.ts'

/** Where commands write, and who is told after each commit. */
export interface Store {
  db: Database
  committed: () => void
}

/** One transaction, perhaps shared with other commands; inside it only the `db` that is handed in may be used. */
export async function transact<Result>(
  store: Store,
  work: (db: Database) => Promise<Result>,
): Promise<Result> {
  const result = await commit(store.db, work)
  store.committed()
  return result
}
