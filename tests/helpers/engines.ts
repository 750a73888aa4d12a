import type { KeyObject } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql, type KyselyPlugin } from 'kysely'
import { readAuditKey } from '../../server/src/database/auditKey.ts'
import { connect, type Database } from '../../server/src/database/connect.ts'
import { isPostgresUrl } from '../../server/src/database/dialects.ts'
import { createDatabase } from './postgresDatabases.ts'

/** The PostgreSQL of this run where the suite runs on it (see providePostgres), else null: SQLite. */
export const postgresUrl =
  process.env['TEST_ENGINE'] === 'PostgreSQL' ? (process.env['TEST_POSTGRES'] ?? null) : null

export interface TestDatabase {
  db: Database
  /** Where another connection or process finds it. */
  location: string
  close: () => Promise<void>
}

/** An empty database with the schema of the product, of the engine that this suite runs on. */
export async function openDatabase(options: { onQuery?: (sql: string) => void } = {}): Promise<TestDatabase> {
  if (postgresUrl !== null) return openPostgres(postgresUrl, options.onQuery)
  const folder = await mkdtemp(join(tmpdir(), 'goshayesh-database-'))
  const location = join(folder, 'live.sqlite')
  const db = await connect(location, { durable: false, ...options })
  return {
    db,
    location,
    async close() {
      await db.destroy()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** What is already at a place, or a new SQLite file there. */
export async function openDatabaseAt(location: string, { durable = false } = {}): Promise<TestDatabase> {
  const db = await connect(location, { durable, auditKey: auditKeyFor(location) })
  return { db, location, close: () => db.destroy() }
}

/** Beside a SQLite file lies its key; all of PostgreSQL has this one. */
export const TEST_AUDIT_KEY = 'the audit trails of all tests on PostgreSQL'

export function auditKeyFor(location: string): KeyObject {
  return readAuditKey(location, isPostgresUrl(location) ? TEST_AUDIT_KEY : null)
}

interface Kept {
  db: Database
  location: string
  busy: boolean
  onQuery: ((sql: string) => void) | undefined
}

/** Emptying a database is ten times as fast as making one: those of earlier tests are taken again. */
const kept: Kept[] = []

async function openPostgres(server: string, onQuery?: (sql: string) => void): Promise<TestDatabase> {
  const database = kept.find(({ busy }) => !busy) ?? (await makePostgres(server, kept.length))
  database.busy = true
  database.onQuery = undefined
  await sql`select empty_all()`.execute(database.db)
  database.onQuery = onQuery
  return {
    // Another object: what is known of a database is known by it, and this one begins anew.
    db: database.db.withPlugin(changesNothing),
    location: database.location,
    async close() {
      database.busy = false
    },
  }
}

const changesNothing: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => result,
}

/** Workers don't know of each other, but each has a number; a database that an earlier file left is taken again. */
async function makePostgres(server: string, number: number): Promise<Kept> {
  const name = `world_${process.env['VITEST_POOL_ID'] ?? process.pid}_${number}`
  const location = await createDatabase(server, name)
  const told: Pick<Kept, 'onQuery'> = { onQuery: undefined }
  const onQuery = (text: string) => told.onQuery?.(text)
  const db = await connect(location, { durable: false, onQuery, auditKey: auditKeyFor(location) })
  const database: Kept = Object.assign(told, { db, location, busy: true })
  kept.push(database)
  return database
}
