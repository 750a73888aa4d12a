import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { copyFiles, copyInstallation } from '../../server/src/backups/copyInstallation.ts'
import { runBackups, type Backups } from '../../server/src/jobs/runBackups.ts'
import { DAY, HOUR } from '../helpers/calendars.ts'
import { HandClock } from '../helpers/HandClock.ts'
import { openDatabaseAt } from '../helpers/engines.ts'
import { Office } from '../helpers/office.ts'

let root: string
let database: string
let folder: string
let clock: HandClock
let backups: Backups | null
const errors: unknown[] = []
let copies = true

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'goshayesh-backups-'))
  database = join(root, 'live.sqlite')
  folder = join(root, 'backups')
  const office = await Office.in(await openDatabaseAt(database))
  await office.close()
  mkdirSync(`${database}.files`)
  writeFileSync(join(`${database}.files`, 'a1'), 'نامه')
  clock = new HandClock(Date.parse('2026-07-11T06:45:00Z'))
  errors.length = 0
  copies = true
})
afterEach(async () => {
  await backups?.stop()
  rmSync(root, { recursive: true, force: true })
})

/** Begins, and waits until it sleeps. */
async function begin(keep = 3): Promise<void> {
  const asleep = clock.nextAlarm()
  const copy = async (target: string, earlier: string | undefined) => {
    if (!copies) throw new Error('no room')
    await copyInstallation(database, target, earlier)
  }
  backups = runBackups(clock, { folder, keep, copy }, (error) => errors.push(error))
  await asleep
}
async function pass(milliseconds: number): Promise<void> {
  const end = clock.time + milliseconds
  while ((clock.alarms[0]?.instant ?? Infinity) <= end) {
    const asleep = clock.nextAlarm()
    clock.set(clock.alarms[0]?.instant ?? end)
    await asleep
  }
  clock.set(end)
}
const made = () => readdirSync(folder).filter((name) => name.endsWith('.sqlite'))

test('one at once, then one a day, the newest of them kept', async () => {
  await begin()
  expect(made()).toEqual(['2026-07-11T06-45-00Z.sqlite'])
  await pass(DAY - HOUR)
  expect(made()).toHaveLength(1)
  await pass(HOUR)
  expect(made()).toEqual(['2026-07-11T06-45-00Z.sqlite', '2026-07-12T06-45-00Z.sqlite'])
  await pass(2 * DAY)
  expect(readdirSync(folder).sort()).toEqual(
    ['12', '13', '14'].flatMap((day) => [
      `2026-07-${day}T06-45-00Z.sqlite`,
      `2026-07-${day}T06-45-00Z.sqlite.files`,
    ]),
  )
  expect(backups?.health()).toEqual({ newest: clock.time, failures: 0 })
})
test('files that an earlier copy holds take no room again', async () => {
  await begin()
  await pass(DAY)
  const inodes = made().map((name) => statSync(join(folder, `${name}.files`, 'a1')).ino)
  expect(new Set(inodes).size).toBe(1)
})
test('a file that was still coming when the copy before was made is copied whole', async () => {
  const file = join(`${database}.files`, 'c1')
  writeFileSync(file, 'نیم')
  await begin()
  writeFileSync(file, 'نیمه دیگر هم رسید')
  await pass(DAY)
  const [, second = ''] = made()
  expect(readFileSync(join(folder, `${second}.files`, 'c1'), 'utf8')).toBe('نیمه دیگر هم رسید')
})
test('a file that is refused while it is copied, or a folder beside the files, breaks no copy', async () => {
  const [from, to] = [`${database}.files`, join(root, 'copied')]
  mkdirSync(join(from, 'lost+found'))
  for (let n = 0; n < 100; n++) writeFileSync(join(from, `b${n}`), 'در راه')
  const copying = copyFiles(from, to)
  while (!existsSync(to) || readdirSync(to).length === 0) await setImmediate()
  const copied = new Set(readdirSync(to))
  const refused = readdirSync(from).filter((name) => name.startsWith('b') && !copied.has(name))
  for (const name of refused) rmSync(join(from, name))
  await copying
  expect(refused.length).toBeGreaterThan(0)
  expect(readdirSync(to)).toEqual(
    expect.arrayContaining(readdirSync(from).filter((name) => name !== 'lost+found')),
  )
})
test('started again, it goes on with the copies that are there', async () => {
  await begin()
  await backups?.stop()
  clock.set(clock.time + HOUR)
  await begin()
  expect(made()).toHaveLength(1)
})
test('a failure is told and tried again within the hour', async () => {
  copies = false
  await begin()
  await pass(HOUR)
  expect(backups?.health()).toEqual({ newest: null, failures: 2 })
  expect(errors.map(String)).toEqual(Array.from({ length: 2 }, () => 'Error: the daily backup failed'))
  copies = true
  await pass(HOUR)
  expect(made()).toHaveLength(1)
  expect(backups?.health().failures).toBe(0)
})
test.each([-4 * DAY, -HOUR, 4 * DAY])(
  'a clock set by %i ms stops nothing and takes no good copy',
  async (jump) => {
    await begin(2)
    const before = made()
    clock.time += jump
    clock.alarms = clock.alarms.map((alarm) => ({ ...alarm, instant: alarm.instant + jump }))
    await pass(HOUR)
    await pass(DAY)
    expect(made().length).toBe(2)
    expect(made().some((name) => !before.includes(name))).toBe(true)
    expect(errors).toEqual([])
  },
)
test('what a kill left half made goes', async () => {
  mkdirSync(join(folder, '2026-07-10T06-45-00Z.sqlite.files'), { recursive: true })
  writeFileSync(join(folder, '2026-07-10T06-45-00Z.sqlite.part'), 'x')
  writeFileSync(join(folder, 'mine.txt'), 'x')
  await begin()
  expect(readdirSync(folder).sort()).toEqual([
    '2026-07-11T06-45-00Z.sqlite',
    '2026-07-11T06-45-00Z.sqlite.files',
    'mine.txt',
  ])
  expect(existsSync(`${database}.files`)).toBe(true)
})
