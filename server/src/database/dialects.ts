import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import {
  CompiledQuery,
  HandleEmptyInListsPlugin,
  PostgresAdapter,
  PostgresDialect,
  replaceWithNoncontingentExpression,
  sql,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  SqliteQueryCompiler,
  type AliasedRawBuilder,
  type DatabaseConnection,
  type Dialect,
  type Expression,
  type Kysely,
  type KyselyPlugin,
  type RawBuilder,
  type SelectQueryBuilder,
  type SqlBool,
} from 'kysely'
import { Pool } from 'pg'
import { poolConfig } from './postgresServer.ts'
import type { Tables } from './tables.ts'

type Database = Kysely<Tables>

/*
 * All that differs between SQLite and PostgreSQL. SQLite has one writer at a time, who has the whole file (BEGIN
 * IMMEDIATE). PostgreSQL has many, so there the same is had by locks: of a province, alone or beside others, and of
 * the rows of obstacles.
 */

/** Where a database is: a PostgreSQL server's address, else a SQLite file. */
export function isPostgresUrl(location: string): boolean {
  return /^postgres(ql)?:\/\//.test(location)
}

export function isPostgres(db: Pick<Database, 'getExecutor'>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter
}

export function createDialect(location: string, { durable }: { durable: boolean }): Dialect {
  if (!isPostgresUrl(location)) return new ImmediateSqliteDialect(openFile(location, durable))
  const pool = new Pool({
    ...poolConfig(location),
    ...(durable ? {} : { options: '-c synchronous_commit=off' }),
  })
  // A connection that is lost while nobody uses it is replaced by the next query; unheard, it would end the process.
  pool.on('error', () => {})
  return new PostgresDialect({ pool })
}

/** PostgreSQL knows no empty list: nothing is in it. */
export function pluginsFor(location: string): KyselyPlugin[] {
  if (!isPostgresUrl(location)) return []
  return [new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })]
}

/** WAL alone would sync at checkpoints only: FULL is what makes an acknowledged write survive a power cut. */
function openFile(file: string, durable: boolean): SqliteDatabase.Database {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
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

  override createQueryCompiler(): SqliteQueryCompiler {
    return new PlanOnceCompiler()
  }
}

/**
 * Where SQLite sees a bare parameter beside an ORDER BY, it plans the statement anew whenever another value is bound,
 * which costs more than the statement; it doesn't look behind a sign.
 */
class PlanOnceCompiler extends SqliteQueryCompiler {
  protected override getCurrentParameterPlaceholder(): string {
    return '+?'
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

/**
 * A statement of a migration, which is written in SQLite's words, in those of PostgreSQL. Text is compared by its
 * bytes there too, and foreign keys can wait for the end of a transaction, so that tables can be filled in any order.
 */
export function inPostgresWords(statement: string): string {
  if (/^create virtual table obstacle_search\b/.test(statement)) {
    return `create table obstacle_search (rowid bigint primary key, key tsvector not null);
      create index obstacle_search_by_word on obstacle_search using gin (key)`
  }
  return statement
    .replaceAll('integer primary key autoincrement', 'bigint generated by default as identity primary key')
    .replaceAll(/\binteger\b/g, 'bigint')
    .replaceAll(/(?<=[\w"]) text\b/g, ' text collate "C"')
    .replaceAll(/\breferences ("?\w+"?)\(([^)]*)\)/g, '$& deferrable')
}

/**
 * Waits for a lock and holds it to the end of the transaction: `alone` excludes everybody, `beside` only whoever wants
 * to be alone. It also fixes the transaction's place among all others before it takes any id (NewEvents needs that).
 */
export async function lock(db: Database, name: string, company: 'alone' | 'beside' = 'alone'): Promise<void> {
  if (!isPostgres(db)) return
  const take = sql.raw(company === 'alone' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared')
  await sql`select ${take}(hashtextextended(${name}, 0)), pg_current_xact_id()`.execute(db)
}

/** Waits until nobody else changes these obstacles, and keeps it so to the end of the transaction. */
export async function lockObstacles(db: Database, provinceId: number, ids: number[]): Promise<void> {
  if (!isPostgres(db) || ids.length === 0) return
  await db
    .selectFrom('obstacle')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Takes the rows of a table for this transaction and leaves out those that another one has. */
export function claimed<Scope, Name extends keyof Scope & string, Row>(
  db: Database,
  query: SelectQueryBuilder<Scope, Name, Row>,
  table: Name,
): SelectQueryBuilder<Scope, Name, Row> {
  return isPostgres(db) ? query.forUpdate(table).skipLocked() : query
}

/** Transactions that were at work when this was asked: all older than `oldest` are over, those to come are not before `next`. */
export async function transactionsNow(db: Database): Promise<{ oldest: number; next: number }> {
  // SQLite's ids are committed in their order: nothing with an older one can still come.
  if (!isPostgres(db)) return { oldest: 0, next: 0 }
  const { rows } = await sql<{ oldest: string; next: string }>`
    select pg_snapshot_xmin(now.taken)::text as oldest, pg_snapshot_xmax(now.taken)::text as next
    from (select pg_current_snapshot() as taken) as now`.execute(db)
  return { oldest: Number(rows[0]?.oldest), next: Number(rows[0]?.next) }
}

/** What a search asks of the index: words without syntax, the last of them as a beginning. */
export interface SearchWords {
  words: string[]
  operator: 'AND' | 'OR'
}

/** What the full-text index finds by these words, for a join; in the order of ids SQLite stops where enough was found. */
export function hitsOf(
  db: Database,
  { words, operator }: SearchWords,
): AliasedRawBuilder<{ rowid: number }, 'hit'> {
  if (isPostgres(db)) {
    const query = `${words.map((word) => `'${word}'`).join(operator === 'AND' ? ' & ' : ' | ')}:*`
    const found = sql<{ rowid: number }>`(select rowid from obstacle_search where key @@ ${query}::tsquery)`
    return found.as('hit')
  }
  const query = `${words.map((word) => `"${word}"`).join(` ${operator} `)}*`
  return sql<{ rowid: number }>`obstacle_search(${query})`.as('hit')
}

/** The obstacles that the full-text index knows by these words. */
export function foundByWords(db: Database, asked: SearchWords): Expression<SqlBool> {
  return sql<SqlBool>`obstacle.id in (select rowid from ${hitsOf(db, asked)})`
}

/** Puts obstacles into the full-text index under their search keys, in the place of earlier ones. */
export async function indexWords(db: Database, keyed: { id: number; key: string }[]): Promise<void> {
  if (keyed.length === 0) return
  if (isPostgres(db)) {
    const rows = keyed.map(({ id, key }) => ({ id, words: lexemes(key) }))
    await sql`insert into obstacle_search(rowid, key)
      select id, array_to_tsvector(words)
      from json_to_recordset(${JSON.stringify(rows)}) as given(id bigint, words text[])
      on conflict (rowid) do update set key = excluded.key`.execute(db)
  } else {
    await sql`insert or replace into obstacle_search(rowid, key)
      select json_extract(value, '$.id'), json_extract(value, '$.key')
      from json_each(${JSON.stringify(keyed)})`.execute(db)
  }
}

/** PostgreSQL takes no lexeme over 2 kB; nobody can search for more than the first letters of such a word anyway. */
function lexemes(key: string): string[] {
  return [
    ...new Set(key.split(' ').map((word) => word.slice(0, 200).replace(/[\ud800-\udbff]$/, ''))),
  ].filter((word) => word !== '')
}

/** Tells all servers on this database, when the transaction commits, that there is news. */
export async function notifyServers(db: Database): Promise<void> {
  if (isPostgres(db)) await sql`select pg_notify(${NEWS}, '')`.execute(db)
}

export const NEWS = 'goshayesh_news'

/** After rows were put in with ids of their own: the next id that the database gives is higher than all of them. */
export async function goOnCounting(db: Database, table: keyof Tables, last = 0): Promise<void> {
  // SQLite looks at the highest id by itself.
  if (!isPostgres(db)) return
  const highest = sql`(select greatest(max(id), ${last}::bigint) from ${sql.table(table)})`
  await sql`select setval(pg_get_serial_sequence(${`"${table}"`}, 'id'), ${highest}) where ${highest} > 0`.execute(
    db,
  )
}

/** Lets references point to what is not there yet, until the transaction commits. */
export async function untilCommit(db: Database): Promise<void> {
  await (isPostgres(db) ? sql`set constraints all deferred` : sql`pragma defer_foreign_keys = on`).execute(db)
}

type AnyRow = Record<string, unknown>

/** All rows of a table, a part at a time, within the transaction at hand. */
export async function* readInParts(db: Database, table: string, size: number): AsyncGenerator<AnyRow[]> {
  if (isPostgres(db)) {
    await sql`declare part no scroll cursor for select * from ${sql.table(table)}`.execute(db)
    for (let more = true; more;) {
      const { rows } = await sql<AnyRow>`fetch ${sql.lit(size)} from part`.execute(db)
      more = rows.length > 0
      if (more) yield rows
    }
    await sql`close part`.execute(db)
    return
  }
  for (let after = 0, more = true; more;) {
    const { rows } = await sql<AnyRow & { its_rowid: number }>`
      select rowid as its_rowid, * from ${sql.table(table)} where rowid > ${after} order by rowid limit ${size}`.execute(
      db,
    )
    after = rows.at(-1)?.its_rowid ?? after
    more = rows.length > 0
    if (more) yield rows
  }
}

/** Rows as a table to select from, in one parameter, typed like the columns of a table. */
export function rowsOf(
  db: Database,
  table: keyof Tables,
  columns: string[],
  json: string,
): RawBuilder<unknown> {
  const names = sql.join(columns.map((column) => sql.ref(column)))
  if (isPostgres(db))
    return sql`(select ${names} from json_populate_recordset(null::${sql.table(table)}, ${json}))`
  const selected = columns.map(
    (column, place) => sql`json_extract(value, ${sql.lit(`$[${place}]`)}) as ${sql.ref(column)}`,
  )
  return sql`(select ${sql.join(selected)} from json_each(${json}))`
}

/** Rows as rowsOf reads them. */
export function rowsAsJson(db: Database, columns: string[], rows: unknown[][]): string {
  if (!isPostgres(db)) return JSON.stringify(rows)
  return JSON.stringify(
    rows.map((row) => Object.fromEntries(columns.map((column, place) => [column, row[place]]))),
  )
}

/** To be used as `where(column, 'in', anyOf(db, values))`: many values in one parameter. */
export function anyOf<Value extends number | string>(db: Database, values: Value[]): RawBuilder<Value> {
  if (!isPostgres(db)) return sql<Value>`(select value from json_each(${JSON.stringify(values)}))`
  const type = sql.raw(typeof values[0] === 'number' ? 'bigint' : 'text')
  return sql<Value>`(select unnest(${values}::${type}[]))`
}
