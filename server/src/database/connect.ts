import type { KeyObject } from 'node:crypto'
import { Kysely } from 'kysely'
import { keepAuditKey, readAuditKey } from './auditKey.ts'
import { createDialect, isPostgresUrl, pluginsFor } from './dialects.ts'
import { migrate } from './migrate.ts'
import { checkServer } from './postgresServer.ts'
import { checkAuditKey } from './seals.ts'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>

/** Opens a SQLite file (made if it isn't there) or a PostgreSQL database, and brings its schema up to date. */
export async function connect(
  location: string,
  options: { durable?: boolean; onQuery?: (sql: string) => void; auditKey?: KeyObject } = {},
): Promise<Database> {
  const { durable = true, onQuery } = options
  if (isPostgresUrl(location)) await checkServer(location)
  const db = new Kysely<Tables>({
    dialect: createDialect(location, { durable }),
    plugins: pluginsFor(location),
    ...(onQuery ? { log: (event) => onQuery(event.query.sql) } : {}),
  })
  try {
    keepAuditKey(db, options.auditKey ?? readAuditKey(location))
    await migrate(db)
    await checkAuditKey(db)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return db
}
