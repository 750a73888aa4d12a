import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startApp, type App } from '../helpers/app.ts'
import { at, DAY, HOUR } from '../helpers/calendars.ts'
import { openDatabaseAt } from '../helpers/engines.ts'
import { clocks, doneOn, fillClocks } from '../helpers/fillClocks.ts'
import { Office } from '../helpers/office.ts'
import { post, prepareOffice, type PreparedOffice } from '../helpers/prepareOffice.ts'

const SHIFT_CLOCK = pathToFileURL(join(import.meta.dirname, '..', 'helpers', 'shiftClock.mjs')).href
const START = at('1405-04-20 10:15')
const END = at('1405-05-20 12:00')

let folder: string
let office: PreparedOffice
let app: App
/** How far the system's clock is off, in milliseconds. */
let shift: number
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'goshayesh-clock-'))
  setClock(START)
  office = await prepareOffice(async (prepared) => {
    await fillClocks(prepared)
    await prepared.db.updateTable('installation').set({ demo: 0 }).execute()
  })
  app = await startApp({
    serve: true,
    folder: office.folder,
    env: {
      NODE_OPTIONS: `--import ${SHIFT_CLOCK}`,
      CLOCK_SHIFT: shiftFile(),
      BACKUP_KEEP: '0',
      LOG_LEVEL: 'error',
    },
  })
})
afterEach(async () => {
  await app?.stop('SIGKILL')
  await office?.remove()
  rmSync(folder, { recursive: true })
})

test('a real clock that is set to and fro by an hour and by a day: nothing twice, nothing left out', async () => {
  await nothingOwed()
  // Somebody writes after each jump, which wakes whoever sleeps.
  for (const jump of [HOUR, -HOUR, DAY, -DAY, DAY + HOUR, -HOUR, DAY, -DAY, 3 * DAY, HOUR, -DAY]) {
    setClock(clock() + jump)
    await comment()
    await nothingOwed()
  }
  // Nobody does: it sleeps towards an instant that the jumps move away and bring back.
  const next = earliestOwed()
  for (const before of [HOUR, DAY, HOUR, 0]) setClock(next - before)
  await nothingOwed()
  setClock(clock() - DAY)
  await comment()
  const done = await read(doneOn)
  setClock(END)
  await nothingOwed()

  expect(done.length).toBeLessThan((await read(doneOn)).length)
  const undisturbed = await Office.open()
  await fillClocks(undisturbed)
  await undisturbed.live('05-20 12:00')
  expect(await read(doneOn)).toEqual(await doneOn(undisturbed))
  expect(await read(clocks)).toBe(await clocks(undisturbed))
  await undisturbed.close()
  expect(app.output()).not.toContain('"level":50')
})

const shiftFile = () => join(folder, 'shift')
const clock = () => Date.now() + shift

/** What the server's system shows from now on; at once and whole. */
function setClock(instant: number): void {
  shift = instant - Date.now()
  writeFileSync(`${shiftFile()}.new`, String(shift))
  renameSync(`${shiftFile()}.new`, shiftFile())
}

async function comment(): Promise<void> {
  const { errors } = await post(
    app,
    office.cookie('secretary'),
    'mutation { commentObstacle(input: { id: "1", text: "پیگیری شد" }) { obstacle { id } } }',
  )
  expect(errors).toBeUndefined()
}

/** Nobody has to tell it: it looks at the clock again within ten seconds. */
async function nothingOwed(): Promise<void> {
  await expect.poll(() => earliestOwed() > clock(), { timeout: 30_000, interval: 100 }).toBe(true)
}

function earliestOwed(): number {
  const database = new SqliteDatabase(office.file, { readonly: true })
  try {
    const sql = `select min(at) from (select min(next_at) as at from deadline
      union all select min(resume_at) from waiting)`
    return database.prepare(sql).pluck().get() as number
  } finally {
    database.close()
  }
}

async function read<Result>(work: (database: Pick<Office, 'db'>) => Promise<Result>): Promise<Result> {
  const database = await openDatabaseAt(office.file)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}
