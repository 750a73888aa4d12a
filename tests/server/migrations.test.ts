import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { connect } from '../../server/src/database/connect.ts'
import { migrationNames } from '../../server/src/database/migrate.ts'
import { inWordsOfIndex, newestFound } from '../../server/src/database/wordIndex.ts'
import { verifyTrail } from '../../server/src/queries/verifyTrail.ts'
import { RELEASED_AUDIT_KEY, releasedSchemas, releasedVersions } from '../helpers/releasedSchemas.ts'

/** A database as each version left it, by the name of its last migration. */
const versions = releasedVersions('sqlite')

/** Nothing here is to survive a power cut. */
const options = { durable: false, auditKey: RELEASED_AUDIT_KEY }

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'goshayesh-migrations-'))
  file = join(folder, 'old.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function open<Result>(path: string, work: (database: SqliteDatabase.Database) => Result): Result {
  const database = new SqliteDatabase(path)
  try {
    return work(database)
  } finally {
    database.close()
  }
}

/** Tables with their columns and indexes with theirs, in whatever order they came to be. */
function shapeOf(path: string): string[] {
  return open(path, (database) => {
    const columns = `select tables.name || '.' || columns.name || ' ' || columns."notnull" || columns.pk
      from pragma_table_list as tables, pragma_table_info(tables.name) as columns where tables.schema = 'main'`
    const indexes = `select tables.name || ' by ' || indexes.name || ' ' || ifnull(columns.name, '') || columns.seqno
      from pragma_table_list as tables, pragma_index_list(tables.name) as indexes, pragma_index_info(indexes.name) as columns
      where tables.schema = 'main' and indexes.origin = 'c'`
    return [columns, indexes].flatMap((sql) => database.prepare(sql).pluck().all() as string[]).sort()
  })
}

function writeOld(version: string): void {
  open(file, (database) => {
    database.pragma('foreign_keys = OFF')
    database.pragma('synchronous = OFF')
    database.exec(readFileSync(join(releasedSchemas('sqlite'), `${version}.sql`), 'utf8'))
  })
}

type Row = Record<string, unknown>

/** What people wrote, by table, in whatever order: neither what only the engine knows nor what was migrated when. */
function rowsOf(path: string): Map<string, Row[]> {
  return open(path, (database) => {
    const tables = database
      .prepare(
        `select name from sqlite_schema where type = 'table'
        and name not like 'sqlite%' and name not like 'kysely%' and name not like 'obstacle_search%' order by name`,
      )
      .pluck()
      .all() as string[]
    return new Map(
      tables.map((table) => [
        table,
        database.prepare(`select * from "${table}" order by rowid`).all() as Row[],
      ]),
    )
  })
}

describe.each(versions)('a database of version %s', (version) => {
  test('comes to be what a new one is, with all that is in it', async () => {
    writeOld(version)
    const old = rowsOf(file)
    const db = await connect(file, options)
    const agencies = await db
      .selectFrom('agency')
      .select(['code', 'field', 'focal_point_id'])
      .orderBy('code')
      .execute()
    const obstacles = await db.selectFrom('obstacle').select('resolved_at').orderBy('id').execute()
    const events = await db.selectFrom('event').select('at').orderBy('id').execute()
    const deadlines = await db.selectFrom('deadline').select('next_at').execute()
    const trail = await verifyTrail(db, 1, null)
    const asked = { provinceId: 1, words: inWordsOfIndex(db, { words: ['t'], last: 'BEGINNING' }) }
    const found = await newestFound(db, db.selectFrom('obstacle'), asked, 10).select('id').execute()
    await db.destroy()
    expect(trail.fault).toBeNull()
    expect(found.map(({ id }) => id)).toEqual([4, 3, 2, 1])
    const kept = rowsOf(file)
    for (const [table, rows] of old) expect(kept.get(table), table).toMatchObject(rows)
    expect(agencies).toEqual([
      { code: 'gaz', field: 'UTILITIES', focal_point_id: null },
      { code: 'made-up', field: 'GOVERNANCE', focal_point_id: null },
    ])
    expect(obstacles.map(({ resolved_at }) => resolved_at)).toEqual([null, 20, 32, null])
    expect(events.map(({ at }) => at)).toEqual([20, 30, 31, 32, 33, 40, 41])
    expect(deadlines).toEqual([{ next_at: 7 }])
    open(file, (database) => {
      expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
      expect(database.pragma('foreign_key_check')).toEqual([])
    })

    const fresh = join(folder, 'new.sqlite')
    await (await connect(fresh, options)).destroy()
    expect(shapeOf(file)).toEqual(shapeOf(fresh))
  })
})

test('since when an owner has an obstacle follows from its history, and requests have lapsed with their clocks', async () => {
  writeOld('0024-sessions')
  open(file, (database) =>
    database.exec(`pragma foreign_keys = off; update obstacle set owner_id = 1 where id in (2, 3);
      insert into event select 7 + n, 1, 2, 'ASSIGNED', 10 + n, 10 + n, 1, null, null, null, '[]', '[]'
        from (select 1 as n union select 2);
      insert into deadline select 2, 1, 2, 'RESOLVE', 'DONE', 5, 120, 'WORKING_MINUTES', '[]', 9, 9, null, 8, 9, null, 0, 0, null;
      insert into extension select 2, 1, 2, 2, 1, 6, reason, until, 'PENDING', null, null, null, 0 from extension`),
  )
  const db = await connect(file, options)
  const assigned = await db.selectFrom('obstacle').select('assigned_at').orderBy('id').execute()
  const requests = await db.selectFrom('extension').select('decision').orderBy('id').execute()
  await db.destroy()
  expect(assigned.map(({ assigned_at }) => assigned_at)).toEqual([null, 12, null, null])
  expect(requests.map(({ decision }) => decision)).toEqual(['PENDING', 'LAPSED'])
})

describe.each(versions.filter((version) => version !== migrationNames.at(-1)))(
  'a database of version %s',
  (version) => {
    test('stays as it was where a later migration fails', async () => {
      writeOld(version)
      const last = migrationNames.at(-1)
      open(file, (database) =>
        database.exec(`create trigger broken before insert on kysely_migration when new.name = '${last}'
        begin select raise(abort, 'broken'); end`),
      )
      const before = shapeOf(file)
      await expect(connect(file, options)).rejects.toThrow('broken')
      expect(shapeOf(file)).toEqual(before)
      expect(open(file, (database) => database.prepare('select count(*) from obstacle').pluck().get())).toBe(
        4,
      )
    })
  },
)

it.each(['main.ts', 'account.ts'])(
  '%s refuses a database of a newer version in one line',
  async (script) => {
    await (await connect(file)).destroy()
    open(file, (database) =>
      database.exec(`insert into kysely_migration values ('9999-later', '2030-01-01')`),
    )
    const before = readFileSync(file)
    const path = join(import.meta.dirname, '..', '..', 'server', 'src', script)
    const { status, stderr } = spawnSync(process.execPath, [path, 'add', 'a@example.org', 'A', 'VIEWER'], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], DATABASE_URL: file, PORT: '0' },
    })
    expect(status).toBe(1)
    expect(stderr.trim()).toMatch(
      /the database was made by a newer version of Goshayesh; update the program$/,
    )
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(readFileSync(file).equals(before)).toBe(true)
  },
  30_000,
)
