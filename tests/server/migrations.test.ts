import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connect } from '../../server/src/database/connect.ts'
import * as first from '../../server/src/database/migrations/0001-first.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'goshayesh-migrations-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const obstacle = (id: number, status: string) =>
  `insert into obstacle values (${id}, 1, ${id}, 't', '', 'SINGLE_WINDOW', null, null, 'SOFTWARE', 'HIGH', '${status}',
    1, null, null, null, null, null, null, null, null, null, 0, null, 1, 5, 5, 2, 0, 0, 0, 0, 0)`
const event = (id: number, kind: string, at: number) =>
  `insert into event values (null, 1, ${id}, '${kind}', ${at}, ${at}, 1, null, null, null, '[]')`

/** As the first version left it. */
const old = [
  `insert into province values (1, 'گلستان', 'Golestan', 'Asia/Tehran', 'stamp', 4)`,
  `insert into agency values (1, 'gaz', 'شرکت گاز', 'Gas Company', 'company', 'OPERATING')`,
  `insert into agency values (1, 'made-up', 'اداره', 'Office', 'other', 'LOADED')`,
  `insert into "user" values (1, 1, 'a@example.org', 'a', 'SECRETARY', null, null, null, 0)`,
  obstacle(1, 'LOGGED'),
  obstacle(2, 'RESOLVED'),
  obstacle(3, 'CLOSED'),
  obstacle(4, 'IN_PROGRESS'),
  event(2, 'RESOLVED', 20),
  event(3, 'RESOLVED', 30),
  event(3, 'REOPENED', 31),
  event(3, 'RESOLVED', 32),
  event(3, 'VERIFIED', 33),
  event(4, 'RESOLVED', 40),
  event(4, 'REOPENED', 41),
]

test('a database of the first version is brought up to date with all that is in it', async () => {
  const file = join(folder, 'old.sqlite')
  await writeOld(file)
  const db = await connect(file)
  const agencies = await db.selectFrom('agency').select(['code', 'field', 'focal_point_id']).execute()
  const obstacles = await db.selectFrom('obstacle').select(['id', 'status', 'resolved_at']).execute()
  await db.destroy()
  expect(agencies).toEqual([
    { code: 'gaz', field: 'UTILITIES', focal_point_id: null },
    { code: 'made-up', field: 'GOVERNANCE', focal_point_id: null },
  ])
  expect(obstacles.map(({ resolved_at }) => resolved_at)).toEqual([null, 20, 32, null])
})

async function writeOld(file: string): Promise<void> {
  const database = new SqliteDatabase(file)
  const db = new Kysely<never>({ dialect: new SqliteDialect({ database }) })
  await first.up(db)
  for (const statement of old) database.exec(statement)
  database.exec(
    `create table kysely_migration (name varchar(255) not null primary key, timestamp varchar(255) not null)`,
  )
  database.exec(
    `create table kysely_migration_lock (id varchar(255) not null primary key, is_locked integer not null default 0)`,
  )
  database.exec(`insert into kysely_migration values ('0001-first', '2026-01-01T00:00:00.000Z')`)
  database.exec(`insert into kysely_migration_lock values ('migration_lock', 0)`)
  await db.destroy()
}
