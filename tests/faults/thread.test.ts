import { existsSync } from 'node:fs'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startApp, type App } from '../helpers/app.ts'
import { copyObstacle } from '../helpers/copyObstacle.ts'
import { countActs, eachActOnce } from '../helpers/countActs.ts'
import { openDatabaseAt } from '../helpers/engines.ts'
import { prepareOffice, type PreparedOffice } from '../helpers/prepareOffice.ts'

const OBSTACLES = 1_000
/** All is owed of an obstacle that was logged on 04-20. */
const LATE = '2026-09-22T08:30:00Z'

let office: PreparedOffice
let app: App
beforeEach(async () => {
  office = await prepareOffice(async (prepared) => {
    await copyObstacle(prepared.db, await prepared.log({ severity: 'CRITICAL' }), OBSTACLES - 1)
  })
})
afterEach(async () => {
  await app.stop('SIGKILL')
  await office.remove()
})

test.each([
  ['asked to end', 'SIGTERM'],
  ['killed', 'SIGKILL'],
] as const)(
  '%s while the thread is at work: nothing is done twice, nothing is left out',
  async (_, signal) => {
    app = await start()
    await vi.waitUntil(() => done() > OBSTACLES / 4, { timeout: 30_000, interval: 5 })
    await app.stop(signal)
    if (signal === 'SIGTERM') {
      expect(app.exitCode()).toBe(0)
      expect(app.output()).not.toContain('requests in hand were cut')
      expect(existsSync(`${office.file}-wal`)).toBe(false)
    }
    app = await start()
    await vi.waitUntil(() => done() === OBSTACLES, { timeout: 30_000, interval: 20 })
    await app.stop('SIGTERM')
    const { db, close } = await openDatabaseAt(office.file)
    expect(await countActs(db)).toEqual(eachActOnce(2 * OBSTACLES))
    await close()
  },
)

const start = () => startApp({ folder: office.folder, clock: LATE, env: { LOG_LEVEL: 'warn' } })

/** On how many obstacles all has been done. */
function done(): number {
  const raw = new SqliteDatabase(office.file, { readonly: true })
  try {
    return raw.prepare('select count(*) from obstacle where escalation_level = 4').pluck().get() as number
  } finally {
    raw.close()
  }
}
