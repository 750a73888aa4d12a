import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import {
  goOnCounting,
  insertion,
  isPostgres,
  lock,
  manyRows,
  readInParts,
  untilCommit,
} from '../database/dialects.ts'
import type { Tables } from '../database/tables.ts'
import { indexObstacles } from '../records/indexObstacles.ts'

/** What a table holds: how many rows, and a sum over them that doesn't depend on their order. */
export interface TableSum {
  table: string
  rows: number
  hash: string
}

/** The installation can't be moved as it was asked for; the message is the one line that the user sees. */
export class MoveError extends Error {}

const BATCH = 2_000

/**
 * Moves everything in a SQLite database into an empty PostgreSQL database, in one transaction: all of it, checked
 * row by row, or nothing. The source stays as it is. Nobody may write to it meanwhile, so it is locked.
 */
export function moveInstallation(from: Database, to: Database): Promise<TableSum[]> {
  if (isPostgres(from) || !isPostgres(to))
    throw new MoveError('an installation moves from SQLite to PostgreSQL only')
  return from.transaction().execute((db) => moveInto(to, db))
}

function moveInto(to: Database, source: Database): Promise<TableSum[]> {
  return to.transaction().execute((db) => moveAll(source, db))
}

async function moveAll(source: Database, db: Database): Promise<TableSum[]> {
  await lock(db, ['installation'])
  const tables = await tablesOf(db)
  const ours = new Set((await tablesOf(source)).map(({ name }) => name))
  for (const { name } of tables) {
    if (!ours.has(name)) throw new MoveError(`the target is not empty: there is a table ${name}`)
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db)
    if (rows.length > 0) throw new MoveError(`the target is not empty: there are rows in ${name}`)
  }
  // References may point ahead until all is there.
  await untilCommit(db)
  const sums: TableSum[] = []
  for (const { name, columns } of tables) {
    const sent = new RowSum(columns)
    for await (const rows of readInParts(source, name, BATCH)) {
      sent.add(rows)
      await insertAll(db, name, columns, rows)
    }
    const arrived = new RowSum(columns)
    for await (const rows of readInParts(db, name, BATCH)) arrived.add(rows)
    if (sent.text() !== arrived.text())
      throw new MoveError(`${name} did not arrive as it was: ${sent.text()} became ${arrived.text()}`)
    if (columns.includes('id')) await goOnCounting(db, name, await lastIdGiven(source, name))
    sums.push({ table: name, rows: sent.rows, hash: sent.hash() })
  }
  await indexObstacles(db)
  return sums
}

/** The tables of the product; the index for searching is built anew. */
async function tablesOf(db: Database): Promise<{ name: keyof Tables; columns: string[] }[]> {
  const tables = await db.introspection.getTables()
  return tables
    .filter(({ name }) => name !== 'obstacle_search')
    .map(({ name, columns }) => ({
      name: name as keyof Tables,
      columns: columns.map((column) => column.name),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

async function insertAll(
  db: Database,
  table: keyof Tables,
  columns: string[],
  rows: Record<string, unknown>[],
): Promise<void> {
  const statement = insertion(db, table, columns).compile(db)
  await db.executeQuery({ ...statement, parameters: [manyRows(db, columns, rows)] })
}

/** Ids are never given twice, so that an old link can't point to something new. */
async function lastIdGiven(source: Database, table: string): Promise<number> {
  const { rows } = await sql<{ seq: number }>`select seq from sqlite_sequence where name = ${table}`.execute(
    source,
  )
  return rows[0]?.seq ?? 0
}

class RowSum {
  readonly #columns: string[]
  #sum = 0n
  rows = 0

  constructor(columns: string[]) {
    this.#columns = columns
  }

  add(rows: Record<string, unknown>[]): void {
    for (const row of rows) {
      const text = JSON.stringify(this.#columns.map((column) => row[column]))
      const digest = createHash('sha256').update(text).digest('hex')
      this.#sum = BigInt.asUintN(256, this.#sum + BigInt(`0x${digest}`))
    }
    this.rows += rows.length
  }

  hash(): string {
    return this.#sum.toString(16).padStart(64, '0')
  }

  text(): string {
    return `${this.rows} rows, ${this.hash().slice(0, 16)}`
  }
}
