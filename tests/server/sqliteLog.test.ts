import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as breath } from 'node:timers/promises'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { connect } from '../../server/src/database/connect.ts'
import { SqliteLog } from '../../server/src/database/SqliteLog.ts'

const limits = { many: 20, long: 100, longest: 4_000 }

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'goshayesh-log-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function openWriter(file: string) {
  const writer = new SqliteDatabase(file)
  writer.pragma('journal_mode = WAL')
  writer.exec('create table page (content blob not null)')
  const insert = writer.prepare('insert into page values (zeroblob(4000))')
  return { writer, write: (pages: number) => writer.transaction(() => repeat(pages, () => insert.run()))() }
}

function repeat(times: number, work: () => void) {
  for (let n = 0; n < times; n++) work()
}

const stateOf = (writer: SqliteDatabase.Database) =>
  (writer.pragma('wal_checkpoint(noop)') as { log: number; checkpointed: number }[])[0]
const leftOf = (writer: SqliteDatabase.Database) => {
  const { log, checkpointed } = stateOf(writer) ?? { log: 0, checkpointed: 0 }
  return log - checkpointed
}

test('what was committed is copied into the file by nobody who writes', async () => {
  const { writer, write } = openWriter(join(folder, 'a.db'))
  const log = new SqliteLog(join(folder, 'a.db'), writer, true, limits)
  write(2_000)
  expect(leftOf(writer)).toBeGreaterThan(2_000)
  log.look()
  expect(leftOf(writer)).toBeGreaterThan(2_000)
  await vi.waitUntil(() => leftOf(writer) === 0, { timeout: 10_000, interval: 1 })
  write(1)
  expect(stateOf(writer)?.log).toBeLessThan(10)
  await log.close()
  writer.close()
})

test('what one transaction made of whatever length is copied by nobody who writes either', async () => {
  const { writer, write } = openWriter(join(folder, 'long.db'))
  const log = new SqliteLog(join(folder, 'long.db'), writer, false, { ...limits, longest: 1_000 })
  write(2_000)
  log.look()
  expect(leftOf(writer)).toBeGreaterThan(2_000)
  await vi.waitUntil(() => leftOf(writer) === 0, { timeout: 10_000, interval: 1 })
  await log.close()
  writer.close()
})

test('the log begins anew even while somebody writes without a pause', async () => {
  const { writer, write } = openWriter(join(folder, 'b.db'))
  const log = new SqliteLog(join(folder, 'b.db'), writer, false, limits)
  for (let [restarts, before] = [0, 0]; restarts < 5;) {
    write(5)
    log.look()
    const length = stateOf(writer)?.log ?? 0
    if (length < before) restarts++
    before = length
    await breath()
  }
  await log.close()
  expect(writer.pragma('integrity_check', { simple: true })).toBe('ok')
  writer.close()
})

test('where the thread does not keep up, the writer copies', async () => {
  const { writer, write } = openWriter(join(folder, 'e.db'))
  const log = new SqliteLog(join(folder, 'e.db'), writer, true, limits)
  write(limits.longest)
  log.look()
  log.look()
  expect(leftOf(writer)).toBe(0)
  await log.close()
  writer.close()
})

test('it stays short where somebody writes and never waits for anything', async () => {
  const { writer, write } = openWriter(join(folder, 'f.db'))
  const log = new SqliteLog(join(folder, 'f.db'), writer, false, { ...limits, longest: 400 })
  repeat(500, () => {
    write(5)
    log.look()
  })
  expect(stateOf(writer)?.log).toBeLessThan(500)
  await log.close()
  writer.close()
})

test('without its thread SQLite does it by itself', async () => {
  const { writer, write } = openWriter(join(folder, 'c.db'))
  const log = new SqliteLog(join(folder, 'no.db'), writer, true, limits)
  write(30)
  log.look()
  await vi.waitUntil(() => writer.pragma('wal_autocheckpoint', { simple: true }) === limits.many, {
    timeout: 10_000,
    interval: 1,
  })
  write(1)
  expect(leftOf(writer)).toBe(0)
  log.look()
  await log.close()
  writer.close()
})

test('a database that was closed leaves no log behind', async () => {
  const file = join(folder, 'd.db')
  const db = await connect(file)
  for (let n = 0; n < 40; n++)
    await db.transaction().execute(async (db) => {
      const rows = Array.from({ length: 200 }, (_, place) => `${n} ${place} ${'x'.repeat(900)}`)
      await db
        .insertInto('sign_in_attempt')
        .values(rows.map((email) => ({ email, failures: 1, last_failed_at: 0 })))
        .execute()
    })
  await db.destroy()
  expect(() => statSync(`${file}-wal`)).toThrow('ENOENT')
  const again = await connect(file)
  const { count } = await again
    .selectFrom('sign_in_attempt')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  expect(count).toBe(8_000)
  await again.destroy()
})
