import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { DEMO_NOW } from '../../server/src/config.ts'
import { seedDemo } from '../../server/src/demo/seedDemo.ts'
import { fileKind } from '../../server/src/files/fileKind.ts'
import { filesBeside } from '../../server/src/files/FileStore.ts'

const folder = mkdtempSync(join(tmpdir(), 'goshayesh-demo-'))
const file = (name: string) => join(folder, `${name}.sqlite`)
let db: Database.Database
beforeAll(async () => {
  await seedDemo(file('first'), DEMO_NOW)
  db = new Database(file('first'), { readonly: true })
}, 60_000)
afterAll(() => {
  db.close()
  rmSync(folder, { recursive: true })
})
const number = (sql: string, ...values: unknown[]) =>
  db
    .prepare(sql)
    .pluck()
    .get(...values) as number

test('a database server is told where the attachments go: none lies beside it', async () => {
  await expect(seedDemo('postgres://127.0.0.1/demo', DEMO_NOW)).rejects.toThrow('lies no folder')
})

describe('the demo', () => {
  it.each([
    ['obstacles', 'select count(*) from obstacle', 240],
    ['agencies', 'select count(*) from agency', 70],
    ['agencies that operate', "select count(*) from agency where stage = 'OPERATING'", 43],
    ['services', 'select count(*) from service', 355],
    ['accounts: one an agency and four more', 'select count(*) from user', 74],
    [
      'obstacles that were logged other than once',
      "select count(*) from (select 1 from obstacle left join event on obstacle_id = obstacle.id and event.kind = 'LOGGED' group by obstacle.id having count(event.id) <> 1)",
      0,
    ],
    [
      'deadlines breached other than once, withdrawn ones apart',
      "select count(*) from deadline where breached_at is not null and (select count(*) from event where deadline_id = deadline.id and kind = 'BREACHED') - (select count(*) from event where deadline_id = deadline.id and kind = 'BREACH_WITHDRAWN') <> 1",
      0,
    ],
    [
      'deadlines open on obstacles that are over',
      "select count(*) from deadline join obstacle on obstacle.id = obstacle_id where status in ('CLOSED', 'REJECTED', 'MERGED') and state in ('RUNNING', 'PAUSED')",
      0,
    ],
    [
      'obstacles waiting without a waiting',
      "select count(*) from obstacle where status = 'WAITING' and not exists (select 1 from waiting where obstacle_id = obstacle.id and ended_at is null)",
      0,
    ],
    [
      'waitings that go on elsewhere',
      "select count(*) from waiting join obstacle on obstacle.id = obstacle_id where ended_at is null and status <> 'WAITING'",
      0,
    ],
    [
      'instants that are no whole milliseconds',
      "select count(*) from deadline where typeof(due_at) <> 'integer' or typeof(soon_at) <> 'integer' or typeof(next_at) not in ('integer', 'null')",
      0,
    ],
  ])('%s', (_, sql, expected) => expect(number(sql)).toBe(expected))

  test('nothing happens after its end, and nothing that is owed by then is left', () => {
    expect(number('select max(at) from event')).toBeLessThanOrEqual(DEMO_NOW)
    expect(number('select max(recorded_at) from event')).toBeLessThanOrEqual(DEMO_NOW)
    expect(number('select count(*) from deadline where next_at <= ?', DEMO_NOW)).toBe(0)
    expect(number('select count(*) from waiting where resume_at <= ?', DEMO_NOW)).toBe(0)
  })
  test('every act of the enforcer was done when it was owed', () => {
    expect(number('select count(*) from event where actor_id is null and recorded_at <> at')).toBe(0)
  })
  test('has something in every column of the board, and in every state of the clocks', () => {
    for (const status of ['LOGGED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING', 'RESOLVED', 'CLOSED', 'REJECTED'])
      expect(number('select count(*) from obstacle where status = ?', status), status).toBeGreaterThan(0)
    expect(number('select count(*) from obstacle where overdue = 1')).toBeGreaterThan(5)
    expect(number('select count(distinct escalation_level) from obstacle')).toBeGreaterThan(2)
  })
  it.each([
    ['letters', 'select count(*) from obstacle where letter_number is not null and letter_date is not null'],
    ['steps of the single window', 'select count(*) from obstacle where window_step is not null'],
    ['steps of solutions, done', 'select count(*) from solution_step where done_at is not null'],
    ['steps of solutions, ahead', 'select count(*) from solution_step where done_at is null'],
    ['people named in comments', "select count(*) from event where mentions_json <> '[]'"],
    ['extensions waiting for a decision', "select count(*) from extension where decision = 'PENDING'"],
    ['people who follow', 'select count(*) from follower'],
  ])('has %s', (_, sql) => expect(number(sql)).toBeGreaterThan(0))

  test('its attachments lie beside it, each of the size and kind that it tells', async () => {
    const rows = db.prepare('select file, mime, size from attachment').all() as {
      file: string
      mime: string
      size: number
    }[]
    expect(rows.length).toBeGreaterThan(10)
    for (const { file: name, mime, size } of rows) {
      const path = join(filesBeside(file('first')), name)
      expect(statSync(path).size).toBe(size)
      expect((await fileKind(path))?.mime).toBe(mime)
    }
  })

  test(
    'replayed again it is the same, but for passwords, the rules’ stamp, seals and the names of files on disk',
    { timeout: 60_000 },
    async () => {
      await seedDemo(file('second'), DEMO_NOW)
      const second = new Database(file('second'), { readonly: true })
      expect(dump(second)).toEqual(dump(db))
      second.close()
    },
  )
})

function dump(from: Database.Database): Record<string, string[]> {
  const tables = from
    .prepare(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite%' and name not like 'kysely%' and name not like 'obstacle_search_%' and name <> 'obstacle_search'",
    )
    .pluck()
    .all() as string[]
  return Object.fromEntries(
    tables.map((table) => {
      const rows = from.prepare(`select * from "${table}" order by rowid`).all() as Record<string, unknown>[]
      return [
        table,
        rows.map(({ password_hash: _, rules_stamp: __, file: ___, mac: ____, ...row }) =>
          JSON.stringify(row),
        ),
      ]
    }),
  )
}
