import { Migrator } from 'kysely/migration'
import type { Kysely } from 'kysely'
import * as first from './migrations/0001-first.ts'
import * as notices from './migrations/0002-notices.ts'
import * as settings from './migrations/0003-settings.ts'
import * as audit from './migrations/0004-audit.ts'
import * as plans from './migrations/0006-plans.ts'
import * as following from './migrations/0007-following.ts'

const migrations = {
  '0001-first': first,
  '0002-notices': notices,
  '0003-settings': settings,
  '0004-audit': audit,
  '0006-plans': plans,
  '0007-following': following,
}

/** All that this version knows, in order. */
export const migrationNames = Object.keys(migrations)

export class NewerDatabaseError extends Error {
  constructor() {
    super('the database was made by a newer version of Goshayesh; update the program')
  }
}

/** Brings the schema up to date; refuses a database of a newer version of the product. */
export async function migrate<Schema>(db: Kysely<Schema>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateToLatest()
  if (error instanceof Error && /corrupted migrations/.test(error.message)) throw new NewerDatabaseError()
  if (error) throw error
}
