import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { acknowledgeObstacle } from '../../server/src/commands/acknowledgeObstacle.ts'
import { assignObstacle } from '../../server/src/commands/assignObstacle.ts'
import { countOwed, earliestOwed, enforceDeadlines } from '../../server/src/commands/enforceDeadlines.ts'
import { runEnforcer, type Enforcer } from '../../server/src/jobs/runEnforcer.ts'
import { WorkThread } from '../../server/src/jobs/WorkThread.ts'
import { storageFault } from '../../server/src/database/storageFault.ts'
import { at, DAY, HOUR, MINUTE, randomOf } from '../helpers/calendars.ts'
import { breakEventsOf, makeReadOnly } from '../helpers/breakDatabase.ts'
import { copyObstacle } from '../helpers/copyObstacle.ts'
import { clocks, doneOn, fillClocks } from '../helpers/fillClocks.ts'
import { countActs, eachActOnce } from '../helpers/countActs.ts'
import { HandClock } from '../helpers/HandClock.ts'
import { Office, shown } from '../helpers/office.ts'

const offices: Office[] = []
async function open(): Promise<Office> {
  const office = await Office.open()
  offices.push(office)
  return office
}
afterEach(async () => {
  for (const office of offices.splice(0)) await office.close()
})

test('it is known how much is owed: clocks and waitings, up to a number', async () => {
  const office = await open()
  await fillClocks(office)
  expect(await countOwed(office.db, office.now, 100)).toBe(0)
  office.at('05-20 12:00')
  const [running, waitings] = await Promise.all([
    office.db.selectFrom('deadline').select('id').where('next_at', '<=', office.now).execute(),
    office.db.selectFrom('waiting').select('id').where('resume_at', '<=', office.now).execute(),
  ])
  expect(waitings.length).toBeGreaterThan(0)
  expect(await countOwed(office.db, office.now, 100)).toBe(running.length + waitings.length)
  expect(await countOwed(office.db, office.now, 5)).toBe(5)
  await office.enforce()
  expect(await countOwed(office.db, office.now, 100)).toBe(0)
})

describe('whenever it comes, it does the same', () => {
  let expected: { acts: string[]; clocks: string }
  beforeAll(async () => {
    const awake = await Office.open()
    await fillClocks(awake)
    await awake.live('05-20 12:00')
    expected = { acts: await doneOn(awake), clocks: await clocks(awake) }
    await awake.close()
  })
  it.each<[string, step: (office: Office) => number]>([
    ['every hour', () => HOUR],
    ['every day', () => DAY],
    ['after four days each', () => 4 * DAY],
    ['once, after a month', () => 60 * DAY],
    [
      'at odd times',
      (
        (random) => () =>
          Math.ceil(random() ** 4 * 10 * DAY) + MINUTE
      )(randomOf(7)),
    ],
  ])('%s', async (_, step) => {
    const office = await open()
    await fillClocks(office)
    const end = at('1405-05-20 12:00')
    while (office.now < end) {
      office.now = Math.min(end, office.now + step(office))
      await office.enforce()
    }
    expect(await doneOn(office)).toEqual(expected.acts)
    expect(await clocks(office)).toBe(expected.clocks)
    const rows = await office.db.selectFrom('event').select(['at', 'recorded_at']).execute()
    expect(rows.filter((row) => row.at > row.recorded_at)).toEqual([])
  })
  it.each([1, 3, 1_000])('in batches of %i', async (batch) => {
    const office = await open()
    await fillClocks(office)
    office.at('05-20 12:00')
    await office.enforce(batch)
    expect(await doneOn(office)).toEqual(expected.acts)
  })
  test('twice is once', async () => {
    const office = await open()
    await fillClocks(office)
    await office.live('04-28 12:00')
    const before = await office.dump()
    await office.enforce()
    expect(await office.dump()).toBe(before)
    expect(await enforceDeadlines(office.store, office.now, 50)).toBe(0)
  })
  test('a clock set back does nothing twice and leaves nothing out', async () => {
    const office = await open()
    await fillClocks(office)
    await office.live('04-27 12:00')
    const before = await office.dump()
    office.now -= 4 * DAY
    await office.enforce()
    expect(await office.dump()).toBe(before)
    office.now += 8 * DAY
    await office.enforce()
    await office.live('05-20 12:00')
    expect(await doneOn(office)).toEqual(expected.acts)
  })
  it.each<[string, jumps: number[]]>([
    ['an hour', [HOUR, -HOUR]],
    ['a day', [DAY, -DAY]],
    ['four days', [4 * DAY, -4 * DAY]],
    ['back more than ahead', [DAY, -4 * DAY, HOUR]],
  ])('with a clock that is set ahead and back by %s all the time', async (_, jumps) => {
    const office = await open()
    await fillClocks(office)
    const end = at('1405-05-20 12:00')
    for (let base = office.now; base < end; base += 2 * DAY + 3 * HOUR) {
      for (const jump of [0, ...jumps]) {
        office.now = Math.min(end, base + jump)
        await office.enforce(7)
      }
    }
    office.now = end
    await office.enforce()
    expect(await doneOn(office)).toEqual(expected.acts)
    expect(await clocks(office)).toBe(expected.clocks)
  })
})

describe('in processes of their own', () => {
  let location: string
  const script = join(import.meta.dirname, '..', 'helpers', 'enforceFile.ts')
  const late = at('1405-06-31 12:00')
  const children: ChildProcess[] = []
  afterEach(() => children.splice(0).forEach((child) => child.kill('SIGKILL')))

  /** Ends when `enough` says so after a batch, by SIGKILL, or when nothing is owed any more. Answers with its exit code. */
  function enforce(enough: (batches: number) => boolean = () => false): Promise<number | null> {
    const child = spawn(process.execPath, [script, location, String(late), '20'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    children.push(child)
    let batches = 0
    createInterface(child.stdout).on('line', () => {
      if (enough(batches++)) child.kill('SIGKILL')
    })
    return new Promise((resolve) => child.on('exit', resolve))
  }

  async function fillFile(copies: number): Promise<Office> {
    const office = await open()
    location = office.location
    await copyObstacle(office.db, await office.log({ severity: 'CRITICAL' }), copies - 1)
    return office
  }

  test(
    'killed ten times at any point, 2,000 deadlines are each breached and escalated once',
    { timeout: 180_000 },
    async () => {
      const office = await fillFile(1_000)
      const random = randomOf(1405)
      let killed = 0
      while (killed < 10) {
        const last = Math.floor(random() * 5)
        if ((await enforce((batches) => batches >= last)) === null) killed++
      }
      expect(await enforce()).toBe(0)
      expect(await countActs(office.db)).toEqual(eachActOnce(2_000))
      expect(await earliestOwed(office.db)).toBe(Infinity)
      const open = await office.db.selectFrom('deadline').select(['breached_at', 'due_at', 'level']).execute()
      expect(open.filter((row) => row.breached_at !== row.due_at || row.level !== 4)).toEqual([])
    },
  )

  test('two at once share the work, and each act happens once', { timeout: 60_000 }, async () => {
    const office = await fillFile(400)
    expect(await Promise.all([enforce(), enforce()])).toEqual([0, 0])
    expect(await countActs(office.db)).toEqual(eachActOnce(800))
  })

  test('beside a server that goes on working', { timeout: 60_000 }, async () => {
    const office = await fillFile(200)
    office.now = late
    const done = enforce()
    for (let id = 1; id <= 20; id++)
      await office.do(assignObstacle, 'secretary', { id, ownerId: office.people.ict.id })
    expect(await done).toBe(0)
    await office.enforce()
    const found = await countActs(office.db)
    expect(Object.keys(found).filter((key) => !key.endsWith('x 1'))).toEqual([])
    expect(found['BREACHED x 1']).toBe(400)
  })
})

describe('awake', () => {
  let office: Office
  let clock: HandClock
  let enforcer: Enforcer
  const errors: unknown[] = []
  beforeEach(async () => {
    office = await open()
    errors.length = 0
    await office.log({ severity: 'CRITICAL' })
    clock = new HandClock(office.now)
    const asleep = clock.nextAlarm()
    const store = { db: office.db, committed: () => enforcer?.wake() }
    enforcer = runEnforcer(store, clock, (error) => errors.push(error))
    Object.assign(office.store, store)
    await asleep
  })
  afterEach(() => enforcer.stop())
  const alarmText = () => clock.alarms.map(({ instant }) => shown(instant))

  test('it sleeps until exactly the next instant owed', async () => {
    expect(alarmText()).toEqual(['04-20 11:45'])
    for (const next of ['04-20 12:03', '04-20 12:15', '04-22 12:15']) {
      const asleep = clock.nextAlarm()
      clock.set(clock.alarms[0]?.instant ?? 0)
      await asleep
      expect(alarmText()).toEqual([next])
    }
    expect(await office.story(1)).toEqual([
      'LOGGED 04-20 10:15',
      'WARNED ASSIGN 04-20 11:45',
      'WARNED ASSIGN 04-20 12:03',
      'BREACHED ASSIGN 04-20 12:15',
      'ESCALATED 1 ASSIGN 04-20 12:15',
    ])
  })
  test('a commit that makes something owed earlier wakes it', async () => {
    const asleep = clock.nextAlarm()
    clock.time = office.at('04-20 08:00').now
    await office.log({ severity: 'CRITICAL' })
    await asleep
    expect(alarmText()).toEqual(['04-20 09:30'])
  })
  test('a commit that takes away what was owed lets it sleep on', async () => {
    const asleep = clock.nextAlarm()
    await office.do(assignObstacle, 'secretary', { id: 1, ownerId: office.people.ict.id })
    await asleep
    // 75 percent of the 240 minutes to acknowledge.
    expect(alarmText()).toEqual(['04-20 13:15'])
    await office.do(acknowledgeObstacle, 'ict', { id: 1 })
  })
  test('a clock that jumps ahead by days: all of it, each at its instant', async () => {
    const asleep = clock.nextAlarm()
    clock.set(clock.time + 8 * DAY)
    await asleep
    expect((await office.story(1)).filter((line) => line.startsWith('BREACHED'))).toEqual([
      'BREACHED ASSIGN 04-20 12:15',
      'BREACHED RESOLVE 04-27 14:30',
    ])
    expect(clock.alarms).toHaveLength(1)
  })
  test('what fails is told and tried again', async () => {
    const { committed } = office.store
    const asleep = clock.nextAlarm()
    await office.db.schema.alterTable('event').renameTo('lost').execute()
    clock.set(at('1405-04-20 11:45'))
    await asleep
    expect(errors).toHaveLength(1)
    expect(alarmText()).toEqual(['04-20 11:45:01.000'])
    await office.db.schema.alterTable('lost').renameTo('event').execute()
    const again = clock.nextAlarm()
    clock.set(at('1405-04-20 11:45:01'))
    await again
    expect(await office.story(1)).toEqual(['LOGGED 04-20 10:15', 'WARNED ASSIGN 04-20 11:45'])
    committed()
  })
  test('a storage that fails is tried again, each time later; then all of it is caught up with', async () => {
    const mend = await makeReadOnly(office.db)
    const tries: string[] = []
    for (let next = at('1405-04-20 12:15'); tries.length < 8; next = clock.alarms[0]?.instant ?? 0) {
      const asleep = clock.nextAlarm()
      clock.set(next)
      await asleep
      tries.push(...alarmText().map((text) => text.slice(6)))
    }
    expect(tries).toEqual([
      '12:15:01.000',
      '12:15:03.000',
      '12:15:07.000',
      '12:15:15.000',
      '12:15:31.000',
      '12:16:03.000',
      '12:17:03.000',
      '12:18:03.000',
    ])
    expect(errors.map((error) => storageFault(error))).toEqual(Array(8).fill('READ_ONLY'))
    expect(enforcer.health()).toMatchObject({ stuck: true, lag: 32 * MINUTE + 3_000 })
    await mend()
    const asleep = clock.nextAlarm()
    clock.set(clock.alarms[0]?.instant ?? 0)
    await asleep
    expect(enforcer.health()).toEqual({ stuck: false, lag: 0, aside: 0 })
    expect(await office.story(1)).toEqual([
      'LOGGED 04-20 10:15',
      'WARNED ASSIGN 04-20 11:45',
      'WARNED ASSIGN 04-20 12:03',
      'BREACHED ASSIGN 04-20 12:15',
      'ESCALATED 1 ASSIGN 04-20 12:15',
    ])
  })
  test('one record that fails holds up no other, and is done once it can be', async () => {
    // It sleeps on meanwhile: what it is waited for below is not what these would wake it for.
    const { committed } = office.store
    office.store.committed = () => {}
    for (let others = 0; others < 4; others++) await office.log({ severity: 'CRITICAL' })
    office.store.committed = committed
    const mend = await breakEventsOf(office.db, 3)
    const asleep = clock.nextAlarm()
    clock.set(at('1405-04-20 11:45'))
    await asleep
    await clock.nextAlarm()
    const warned = ['LOGGED 04-20 10:15', 'WARNED ASSIGN 04-20 11:45']
    for (const id of [1, 2, 4, 5]) expect(await office.story(id)).toEqual(warned)
    expect(await office.story(3)).toEqual(['LOGGED 04-20 10:15'])
    expect(errors.map(String)).toEqual(["Error: what is owed on obstacle 3 can't be done"])
    expect(enforcer.health()).toEqual({ stuck: false, lag: 0, aside: 1 })
    expect(alarmText().sort()).toEqual(['04-20 11:45:01.000', '04-20 12:03'])

    await mend()
    const again = clock.nextAlarm()
    clock.set(at('1405-04-20 11:45:01'))
    await again
    expect(await office.story(3)).toEqual(warned)
    expect(enforcer.health().aside).toBe(0)
    expect(alarmText()).toEqual(['04-20 12:03'])
  })
  test('much is done in batches; but for the first few, by the thread', async () => {
    await copyObstacle(office.db, 1, 400)
    const told = { here: 0, there: 0 }
    office.store.committed = () => told.here++
    const thread = new WorkThread(office.db, office.location, () => told.there++)
    office.store.thread = thread
    await enforcer.stop()
    clock.time = at('1405-04-20 11:45')
    const asleep = clock.nextAlarm()
    enforcer = runEnforcer(office.store, clock, (error) => errors.push(error))
    await asleep
    expect(told).toEqual({ here: 1, there: 2 })
    expect((await countActs(office.db))['WARNED x 1']).toBe(401)
    await thread.close()
  })
  test('stopped, it does nothing more', async () => {
    await enforcer.stop()
    expect(clock.alarms).toEqual([])
    clock.set(clock.time + DAY)
    enforcer.wake()
    expect(await office.story(1)).toEqual(['LOGGED 04-20 10:15'])
  })
})
