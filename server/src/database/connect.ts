import type { KeyObject } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import {
  CompiledQuery,
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
} from 'kysely'
import { keepAuditKey, readAuditKey } from './auditKey.ts'
import { migrate } from './migrate.ts'
import { checkAuditKey } from './seals.ts'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>

/** Opens the SQLite file (made if it isn't there) and brings its schema up to date. */
export async function connect(
  file: string,
  options: { durable?: boolean; onQuery?: (sql: string) => void; auditKey?: KeyObject } = {},
): Promise<Database> {
  const { durable = true, onQuery } = options
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const db = new Kysely<Tables>({
    dialect: new ImmediateSqliteDialect(open(file, durable)),
    ...(onQuery ? { log: (event) => onQuery(event.query.sql) } : {}),
  })
  try {
    keepAuditKey(db, options.auditKey ?? readAuditKey(file))
    await migrate(db)
    await checkAuditKey(db)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return db
}

/** WAL alone would sync at checkpoints only: FULL is what makes an acknowledged write survive a power cut. */
function open(file: string, durable: boolean): SqliteDatabase.Database {
  const database = new SqliteDatabase(file)
  database.pragma('journal_mode = WAL')
  database.pragma(`synchronous = ${durable ? 'FULL' : 'OFF'}`)
  database.pragma('foreign_keys = ON')
  database.pragma('busy_timeout = 5000')
  return withStatementCache(database)
}

/** Kysely prepares every query anew; the same text can keep its statement. */
function withStatementCache(database: SqliteDatabase.Database): SqliteDatabase.Database {
  const prepare = database.prepare.bind(database)
  const statements = new Map<string, SqliteDatabase.Statement>()
  database.prepare = ((source: string) => {
    const known = statements.get(source)
    if (known) return known
    const statement = prepare(source)
    if (statements.size >= 500) statements.clear()
    statements.set(source, statement)
    return statement
  }) as typeof database.prepare
  return database
}

/** A deferred transaction that reads first and then writes fails beside a second writer; this one waits. */
class ImmediateSqliteDialect extends SqliteDialect {
  readonly #database: SqliteDatabase.Database

  constructor(database: SqliteDatabase.Database) {
    super({ database })
    this.#database = database
  }

  override createDriver(): SqliteDriver {
    return new ImmediateSqliteDriver(this.#database)
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter()
  }
}

/** SQLite can take back a change of the schema: all migrations of a start are one transaction. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class ImmediateSqliteDriver extends SqliteDriver {
  readonly #database: SqliteDatabase.Database

  constructor(database: SqliteDatabase.Database) {
    super({ database })
    this.#database = database
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  /** A full disk may have rolled back already: what failed is told then, and not that nothing is left to roll back. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection)
  }
}
