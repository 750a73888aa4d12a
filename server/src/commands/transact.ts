import type { Database } from '../database/connect.ts'

/** Where commands write, and who is told after each commit. */
export interface Store {
  db: Database
  committed: () => void
}

/** One transaction; inside it only the `db` that is handed in may be used. */
export async function transact<Result>(
  store: Store,
  work: (db: Database) => Promise<Result>,
): Promise<Result> {
  const result = await store.db.transaction().execute(work)
  store.committed()
  return result
}
