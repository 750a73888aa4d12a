import type { Database } from '../database/connect.ts'
import { lock } from '../database/dialects.ts'
import type { Flag } from '../database/tables.ts'
import { installProvince } from './installProvince.ts'

/** A real installation: an empty database gets its province. Refuses one that was made for the demo. */
export async function openInstallation(db: Database): Promise<void> {
  const installation = await readInstallation(db)
  if (installation?.demo === 1) {
    throw new WrongDatabaseError(
      'this database holds the demo and its well-known accounts; give a real installation another DATABASE_URL',
    )
  }
  if (installation) return
  await db.transaction().execute(async (db) => {
    await lock(db, ['installation'])
    if (await readInstallation(db)) return
    await installProvince(db)
    await db.insertInto('installation').values({ id: 1, demo: 0 }).execute()
  })
}

/** The demo, on its own database only: its clock is simulated and its password is known to everybody. */
export async function openDemo(db: Database): Promise<void> {
  if ((await readInstallation(db))?.demo !== 1) {
    throw new WrongDatabaseError('this database does not hold the demo; give the demo another DATABASE_URL')
  }
}

/** Nothing has been installed in this database yet. */
export async function isEmpty(db: Database): Promise<boolean> {
  return (await readInstallation(db)) === undefined
}

export class WrongDatabaseError extends Error {}

function readInstallation(db: Database): Promise<{ demo: Flag } | undefined> {
  return db.selectFrom('installation').select('demo').executeTakeFirst()
}
