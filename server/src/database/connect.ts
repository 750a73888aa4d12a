import type { KeyObject } from 'node:crypto'
import { Kysely } from 'kysely'
import { AuditKeyError, keepAuditKey, readAuditKey, takeBackKey } from './auditKey.ts'
import { createDialect, isPostgresUrl, pluginsFor } from './dialects.ts'
import { migrate } from './migrate.ts'
import { checkServer } from './postgresServer.ts'
import { checkAuditKey } from './seals.ts'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>

interface Options {
  durable?: boolean
  onQuery?: (sql: string) => void
  auditKey?: KeyObject
  /** Whether it is for this connection to copy SQLite's log into the file; of each file one of the process does. */
  keepsLog?: boolean
}

/** Opens a SQLite file (made if it isn't there) or a PostgreSQL database, and brings its schema up to date. */
export async function connect(location: string, options: Options = {}): Promise<Database> {
  if (isPostgresUrl(location)) await checkServer(location)
  const db = openDatabase(location, options)
  try {
    await migrate(db)
    await checkAuditKey(db)
  } catch (error) {
    await db.destroy()
    if (error instanceof AuditKeyError) takeBackKey(location)
    throw error
  }
  return db
}

/** The same for a database that was connected to before. */
export function openDatabase(
  location: string,
  { durable = true, onQuery, auditKey, keepsLog = true }: Options,
): Database {
  const db = new Kysely<Tables>({
    dialect: createDialect(location, { durable, keepsLog }),
    plugins: pluginsFor(location),
    ...(onQuery ? { log: (event) => onQuery(event.query.sql) } : {}),
  })
  keepAuditKey(db, auditKey ?? readAuditKey(location))
  return db
}
