import type { Database } from '../database/connect.ts'
import { installProvince } from './installProvince.ts'

/** A real installation: an empty database gets its province. Refuses one that was made for the demo. */
export async function openInstallation(db: Database): Promise<void> {
  const installation = await db.selectFrom('installation').select('demo').executeTakeFirst()
  if (installation?.demo === 1) throw new DemoDatabaseError()
  if (installation) return
  await db.transaction().execute(async (db) => {
    await installProvince(db)
    await db.insertInto('installation').values({ id: 1, demo: 0 }).execute()
  })
}

export class DemoDatabaseError extends Error {
  override message =
    'this database holds the demo and its well-known accounts; give a real installation another DATABASE_URL'
}
