import type { Viewer } from '@goshayesh/shared/permissions'
import type { Database } from '../database/connect.ts'

/** Where commands write, and who is told after each commit. */
export interface Store {
  db: Database
  committed: () => void
}

/** The signed-in person on whose behalf a command runs. */
export interface Actor extends Viewer {
  provinceId: number
  name: string
}

/** One transaction; inside it only the `db` that is handed in may be used. */
export async function transact<Result>(store: Store, work: (db: Database) => Promise<Result>): Promise<Result> {
  const result = await store.db.transaction().execute(work)
  store.committed()
  return result
}
