import { dirname } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Kysely,
  type QueryResult,
} from 'kysely'
import { makeFolder } from '../makeFolder.ts'
import { SqliteLog } from './SqliteLog.ts'

/** The two ends of one file: what writes, one transaction after the other, and what reads meanwhile what was committed. */
export interface SqliteFile {
  writer: SqliteDatabase.Database
  /** Null for a database in memory, which has one connection only. */
  reader: SqliteDatabase.Database | null
  /** Null where another connection copies the log. */
  log: SqliteLog | null
}

export function openSqliteFile(file: string, durable: boolean, keepsLog: boolean): SqliteFile {
  if (file === ':memory:') return { writer: openConnection(file, durable), reader: null, log: null }
  makeFolder(dirname(file))
  const writer = openConnection(file, durable)
  const reader = openConnection(file, durable)
  reader.pragma('query_only = ON')
  if (!keepsLog) writer.pragma('wal_autocheckpoint = 0')
  return { writer, reader, log: keepsLog ? new SqliteLog(file, writer, durable) : null }
}

/** WAL alone would sync at checkpoints only: FULL is what makes an acknowledged write survive a power cut. */
function openConnection(file: string, durable: boolean): SqliteDatabase.Database {
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
export class ImmediateSqliteDialect extends SqliteDialect {
  readonly #file: SqliteFile

  constructor(file: SqliteFile) {
    super({ database: file.writer })
    this.#file = file
  }

  override createDriver(): SqliteDriver {
    return new ImmediateSqliteDriver(this.#file)
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

class TransactionalSqliteAdapter extends SqliteAdapter {
  /** SQLite can take back a change of the schema: all migrations of a start are one transaction. */
  override get supportsTransactionalDdl(): boolean {
    return true
  }

  /** Else whoever reads would wait for whoever writes; the driver lets writers wait for each other. */
  override get supportsMultipleConnections(): boolean {
    return true
  }
}

class ImmediateSqliteDriver extends SqliteDriver {
  readonly #file: SqliteFile
  readonly #reading: SqliteDriver | null
  #writer: DatabaseConnection | undefined
  #reader: DatabaseConnection | undefined
  /** Over when whoever came last has written. */
  #written: Promise<void> = Promise.resolve()

  constructor(file: SqliteFile) {
    super({ database: file.writer })
    this.#file = file
    this.#reading = file.reader && new SqliteDriver({ database: file.reader })
  }

  override async init(): Promise<void> {
    await super.init()
    await this.#reading?.init()
    this.#writer = new RowsConnection(await super.acquireConnection(), this.#file.writer)
    this.#reader = await this.#reading?.acquireConnection()
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    if (!this.#writer) throw new Error('the database is not open')
    return new SqliteSession(this.#writer, this.#reader, () => this.#takeTurn())
  }

  override async releaseConnection(connection?: DatabaseConnection): Promise<void> {
    if (connection instanceof SqliteSession) connection.end()
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  /** A full disk may have rolled back already: what failed is told then, and not that nothing is left to roll back. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#file.writer.inTransaction) await super.rollbackTransaction(connection)
  }

  override async destroy(): Promise<void> {
    // The last to close a file puts its journal in order.
    await this.#file.log?.close()
    await this.#reading?.destroy()
    await super.destroy()
  }

  /** Waits for all who came before; answers with what ends the turn. */
  async #takeTurn(): Promise<() => void> {
    const before = this.#written
    const turn = Promise.withResolvers<void>()
    this.#written = turn.promise
    await before
    this.#file.log?.begin()
    return () => {
      this.#file.log?.end()
      this.#file.log?.look()
      turn.resolve()
    }
  }
}

/** What one asker does with a database: reads at once, until it writes for the first time. From then on it has the writer. */
class SqliteSession implements DatabaseConnection {
  readonly #writer: DatabaseConnection
  readonly #reader: DatabaseConnection | undefined
  readonly #takeTurn: () => Promise<() => void>
  #turn: Promise<() => void> | undefined
  #writing = false

  constructor(
    writer: DatabaseConnection,
    reader: DatabaseConnection | undefined,
    takeTurn: () => Promise<() => void>,
  ) {
    this.#writer = writer
    this.#reader = reader
    this.#takeTurn = takeTurn
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const connection = this.#writing ? this.#writer : await this.#connectionFor(query)
    return connection.executeQuery(query)
  }

  async *streamQuery<Row>(query: CompiledQuery, size: number): AsyncIterableIterator<QueryResult<Row>> {
    const connection = await this.#connectionFor(query)
    yield* connection.streamQuery<Row>(query, size)
  }

  /** Has the writer from now on. */
  async takeWriter(): Promise<void> {
    this.#turn ??= this.#takeTurn()
    await this.#turn
    this.#writing = true
  }

  end(): void {
    void this.#turn?.then((endTurn) => endTurn())
  }

  async #connectionFor({ sql }: CompiledQuery): Promise<DatabaseConnection> {
    if (this.#reader && !this.#turn && /^\s*select\b/i.test(sql)) return this.#reader
    await this.takeWriter()
    return this.#writer
  }
}

/** While `work` is done, nobody writes by this database. */
export function lendSqliteWriter<Result>(
  db: Pick<Kysely<unknown>, 'getExecutor'>,
  work: () => Promise<Result>,
): Promise<Result> {
  return db.getExecutor().provideConnection(async (connection) => {
    if (connection instanceof SqliteSession) await connection.takeWriter()
    return work()
  })
}

/** In the place of a statement's parameters: it is carried out for each of these rows. An insertion answers with their ids. */
export class ManyRows {
  readonly rows: unknown[][]

  constructor(rows: unknown[][]) {
    this.rows = rows
  }
}

/** So many rows of an insertion share a call, as far as they go: half the time of a call for each, and more bring no more. */
const GROUPS = [16, 4, 2, 1]

class RowsConnection implements DatabaseConnection {
  readonly #connection: DatabaseConnection
  readonly #database: SqliteDatabase.Database
  readonly #forGroups = new Map<string, string>()

  constructor(connection: DatabaseConnection, database: SqliteDatabase.Database) {
    this.#connection = connection
    this.#database = database
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const [given] = query.parameters
    if (!(given instanceof ManyRows)) return this.#connection.executeQuery(query)
    if (!query.sql.startsWith('insert')) {
      this.#runEach(query.sql, given.rows)
      return { rows: [] }
    }
    const last = this.#insert(query.sql, given.rows)
    // Nobody else writes meanwhile, so the ids are consecutive.
    return { rows: given.rows.map((_, place) => ({ id: last - given.rows.length + place + 1 }) as Row) }
  }

  streamQuery<Row>(query: CompiledQuery, size: number): AsyncIterableIterator<QueryResult<Row>> {
    return this.#connection.streamQuery(query, size)
  }

  #insert(sql: string, rows: unknown[][]): number {
    let last = 0
    let done = 0
    for (const size of GROUPS) {
      const groups: unknown[][] = []
      for (; rows.length - done >= size; done += size) groups.push(rows.slice(done, done + size).flat())
      if (groups.length > 0) last = this.#runEach(this.#forGroup(sql, size), groups)
    }
    return last
  }

  #runEach(sql: string, rows: unknown[][]): number {
    const statement = this.#database.prepare(sql)
    let last: number | bigint = 0
    for (const row of rows) last = statement.run(...row).lastInsertRowid
    return Number(last)
  }

  #forGroup(sql: string, size: number): string {
    if (size === 1) return sql
    const key = `${size} ${sql}`
    const known = this.#forGroups.get(key)
    if (known) return known
    const row = sql.slice(sql.lastIndexOf('('))
    const grouped = `${sql}${`, ${row}`.repeat(size - 1)}`
    this.#forGroups.set(key, grouped)
    return grouped
  }
}
