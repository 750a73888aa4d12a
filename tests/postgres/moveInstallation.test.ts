import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it, test } from 'vitest'
import { logObstacle } from '../../server/src/commands/logObstacle.ts'
import { moveInstallation, type TableSum } from '../../server/src/commands/moveInstallation.ts'
import { DEMO_NOW } from '../../server/src/config.ts'
import { connect, type Database } from '../../server/src/database/connect.ts'
import { foundByWords } from '../../server/src/database/wordIndex.ts'
import { seedDemo } from '../../server/src/demo/seedDemo.ts'
import { openDatabase, postgresUrl, type TestDatabase } from '../helpers/engines.ts'
import { createDatabase } from '../helpers/postgresDatabases.ts'

const folder = mkdtempSync(join(tmpdir(), 'goshayesh-move-'))
let from: Database
let target: TestDatabase
beforeAll(async () => {
  const file = join(folder, 'demo.sqlite')
  await seedDemo(file, DEMO_NOW)
  from = await connect(file)
})
afterAll(async () => {
  await from.destroy()
  rmSync(folder, { recursive: true })
})
beforeEach(async () => {
  target = await openDatabase()
})
afterEach(() => target.close())

const rowsIn = async (db: Database, table: string) =>
  (await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(db)).rows
    .map((row) => JSON.stringify(row, Object.keys(row).sort()))
    .sort()

describe('an installation that moves', () => {
  let sums: TableSum[]
  beforeEach(async () => {
    sums = await moveInstallation(from, target.db)
  })

  test('arrives whole, row by row', async () => {
    expect(sums.find(({ table }) => table === 'obstacle')?.rows).toBe(240)
    for (const { table, rows } of sums) {
      const sent = await rowsIn(from, table)
      expect(sent, table).toHaveLength(rows)
      expect(await rowsIn(target.db, table), table).toEqual(sent)
    }
    const { rows } = await sql<{ name: string }>`
      select name from sqlite_schema where type = 'table' and name not like 'sqlite%'
      and name not like 'kysely%' and name not like 'obstacle_search%'`.execute(from)
    expect(sums.map(({ table }) => table)).toEqual(rows.map(({ name }) => name).sort())
  })
  test('finds by words what it found before', async () => {
    const found = async (db: Database, words: string[]) =>
      (
        await db
          .selectFrom('obstacle')
          .select('id')
          .where(foundByWords(db, { words, last: 'BEGINNING' }))
          .orderBy('id')
          .execute()
      ).map(({ id }) => id)
    for (const words of [['استعلام'], ['نبود', 'وب'], ['104'], ['سامانه', 'کند']])
      expect(await found(target.db, words)).toEqual(await found(from, words))
    expect(await found(target.db, ['سامانه'])).not.toEqual([])
  })
  test('goes on: new rows get new ids and numbers', async () => {
    const secretary = await target.db
      .selectFrom('user')
      .selectAll()
      .where('role', '=', 'SECRETARY')
      .executeTakeFirstOrThrow()
    const actor = {
      id: secretary.id,
      name: secretary.name,
      role: secretary.role,
      agencyCode: null,
      provinceId: 1,
    }
    const store = { db: target.db, committed: () => {} }
    const draft = {
      title: 'پس از جابه‌جایی',
      subjectKind: 'SINGLE_WINDOW',
      category: 'SOFTWARE',
      severity: 'LOW',
    } as const
    const id = await logObstacle(store, actor, draft, DEMO_NOW)
    const { number } = await target.db
      .selectFrom('obstacle')
      .select('number')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect([id, number]).toEqual([241, 241])
  })
  test('refuses a target that holds something already', async () => {
    const before = await rowsIn(target.db, 'obstacle')
    await expect(moveInstallation(from, target.db)).rejects.toThrow('the target is not empty')
    expect(await rowsIn(target.db, 'obstacle')).toEqual(before)
  })
})

test('the command tells all that a server needs from then on, the key of the trail too', async () => {
  const url = await createDatabase(postgresUrl ?? '', 'moved_by_command', { bare: true })
  const script = join(import.meta.dirname, '..', '..', 'server', 'src', 'migrateToPostgres.ts')
  const file = join(folder, 'demo.sqlite')
  const run = () =>
    spawnSync(process.execPath, [script, url], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], DATABASE_URL: file },
    })
  // Whoever has it open may go on writing there.
  expect(run()).toMatchObject({ status: 1, stderr: `A server runs on ${file}: stop it first.\n` })
  await from.destroy()
  const { stdout, stderr } = run()
  from = await connect(file)
  expect(stderr).toBe('')
  expect(stdout).toMatch(/^obstacle +240 rows /m)
  expect(stdout).toContain(`FILES_FOLDER  ${file}.files`)
  expect(stdout).toMatch(/a copy of .*demo\.sqlite\.key as .*data.audit\.key: the key of the audit trail/)
})

test("a target that holds something else's tables is refused", async () => {
  await sql`create table letters (id bigint)`.execute(target.db)
  try {
    await expect(moveInstallation(from, target.db)).rejects.toThrow('there is a table letters')
  } finally {
    await sql`drop table letters`.execute(target.db)
  }
})

test('what breaks on the way leaves nothing there', async () => {
  await sql`create function broken() returns trigger language plpgsql as $$ begin new.title = 'x'; return new; end $$`.execute(
    target.db,
  )
  await sql`create trigger broken before insert on obstacle for each row execute function broken()`.execute(
    target.db,
  )
  try {
    await expect(moveInstallation(from, target.db)).rejects.toThrow('obstacle did not arrive as it was')
    expect(await rowsIn(target.db, 'province')).toEqual([])
    expect(await rowsIn(target.db, 'obstacle')).toEqual([])
  } finally {
    await sql`drop function broken cascade`.execute(target.db)
  }
})

it.each([
  ['back', () => moveInstallation(target.db, from)],
  ['onto itself', () => moveInstallation(from, from)],
])('nothing moves %s', async (_, move) => {
  expect(() => move()).toThrow('from SQLite to PostgreSQL only')
})
