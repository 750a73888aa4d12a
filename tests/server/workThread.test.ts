import SqliteDatabase from 'better-sqlite3'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { inThread } from '../../server/src/commands/inThread.ts'
import { declareClosure } from '../../server/src/commands/declareClosure.ts'
import { enforceDeadlines } from '../../server/src/commands/enforceDeadlines.ts'
import { lookAtState } from '../../server/src/database/remembered.ts'
import { uncommitted } from '../../server/src/database/commit.ts'
import type { Database } from '../../server/src/database/connect.ts'
import { storageFault } from '../../server/src/database/storageFault.ts'
import { packError, unpackError } from '../../server/src/jobs/packError.ts'
import { WorkThread } from '../../server/src/jobs/WorkThread.ts'
import { breakEventsOf } from '../helpers/breakDatabase.ts'
import { copyObstacle } from '../helpers/copyObstacle.ts'
import { postgresUrl } from '../helpers/engines.ts'
import { Office, refusalOf } from '../helpers/office.ts'
import { createWorld, type World } from '../helpers/world.ts'

const closure = { from: '1405-04-21', to: '1405-04-22', name: 'گرمای شدید هوا' }

/** Starting a thread takes seconds on a busy machine. */
const STARTING = { timeout: 60_000 }

describe('work in the thread', STARTING, () => {
  let office: Office
  let thread: WorkThread
  let told: number
  beforeEach(async () => {
    office = await Office.open()
    told = 0
    thread = new WorkThread(office.db, office.location, () => told++)
    office.store.thread = thread
  })
  afterEach(async () => {
    await thread.close()
    await office.close()
  })
  const declare = (who: 'secretary' | 'viewer' = 'secretary', input = closure) =>
    inThread(office.store, declareClosure, office.people[who], input, office.now)
  const enforce = () => inThread(office.store, enforceDeadlines, office.now, 200, [])

  test('does what it does here', async () => {
    const here = await Office.open()
    for (const one of [here, office]) await copyObstacle(one.db, await one.log({ severity: 'CRITICAL' }), 60)
    expect(await declare()).toBe(61)
    expect(await here.do(declareClosure, 'secretary', closure)).toBe(61)
    for (const one of [here, office]) one.at('04-28 12:00')
    expect(await enforce()).toBe(61)
    expect(await enforceDeadlines(here.store, here.now, 200)).toBe(61)
    // Of what is owed at one instant, PostgreSQL says in no order what comes first.
    const numbers = ['id', 'event_id']
    expect(await office.dump(numbers)).toBe(await here.dump(numbers))
    await here.close()
  })

  test('is told where it is committed, and changes what is known of the state', async () => {
    await office.log()
    const before = await lookAtState(office.db)
    await declare()
    expect(told).toBe(1)
    expect(await lookAtState(office.db)).not.toBe(before)
    await enforce()
    expect(told).toBe(1)
  })

  test('takes its turn among those who write, and keeps nobody from reading', async () => {
    await copyObstacle(office.db, await office.log({ severity: 'CRITICAL' }), 200)
    const order: string[] = []
    const done = async (name: string, work: Promise<unknown>) => {
      await work
      order.push(name)
    }
    await declare()
    const works = [
      done('moved', declare('secretary', { ...closure, from: '1405-04-22', to: '1405-04-28' })),
      done('logged', office.log()),
    ]
    const meanwhile = await office.db.selectFrom('obstacle').select('id').execute()
    order.push('read')
    expect(uncommitted(office.db)).toBe(2)
    await Promise.all(works)
    expect(uncommitted(office.db)).toBe(0)
    expect(meanwhile).toHaveLength(201)
    expect(order[0]).toBe('read')
    // On PostgreSQL whoever comes to its lock first goes first.
    if (postgresUrl === null) expect(order).toEqual(['read', 'moved', 'logged'])
    expect(told).toBe(2)
  })

  test('of several works each hears of its own end', async () => {
    await copyObstacle(office.db, await office.log(), 2)
    const works = [enforce(), declare(), declare('viewer'), enforce()]
    const ends = await Promise.allSettled(works)
    const told = ends.map((end) => (end.status === 'fulfilled' ? end.value : String(end.reason)))
    expect(told).toEqual([0, 6, 'Refusal: FORBIDDEN', 0])
  })

  test('is refused as here, and nothing of it is written', async () => {
    await office.log()
    const before = await office.dump()
    expect(await refusalOf(declare('viewer'))).toBe('FORBIDDEN')
    expect(await refusalOf(declare('secretary', { ...closure, to: 'نیست' }))).toBe(
      'INVALID input.to BAD_DATE',
    )
    const long = { ...closure, to: '1405-06-31' }
    expect(await refusalOf(declare('secretary', long))).toBe('INVALID input.to TOO_MANY')
    expect(await office.dump()).toBe(before)
    expect(told).toBe(0)
  })

  test('tells of a batch that fails which obstacles were in it', async () => {
    await copyObstacle(office.db, await office.log({ severity: 'CRITICAL' }), 2)
    const mend = await breakEventsOf(office.db, 2)
    office.at('04-20 11:45')
    await expect(enforce()).rejects.toMatchObject({
      ids: [1, 2, 3],
      cause: { code: postgresUrl === null ? 'SQLITE_CONSTRAINT_TRIGGER' : 'P0001', message: 'broken' },
    })
    await mend()
    expect(await enforce()).toBe(3)
  })

  test('has failed where the thread died, and another one does what comes next', async () => {
    await copyObstacle(office.db, await office.log({ severity: 'CRITICAL' }), 1_000)
    await enforce()
    const before = await office.dump()
    const dying = expect(declare()).rejects.toThrow('the thread died at declareClosure')
    await vi.waitUntil(() => isWriting(office), { interval: 1 })
    await thread.close()
    await dying
    expect(await office.dump()).toBe(before)
    await office.log()
    expect(await declare()).toBe(1_003)
  })
  test('waits in line for a thread that died meanwhile, and is done by another one', async () => {
    await copyObstacle(office.db, await office.log({ severity: 'CRITICAL' }), 1_000)
    await enforce()
    const dying = expect(declare()).rejects.toThrow('the thread died at declareClosure')
    await vi.waitUntil(() => isWriting(office), { interval: 1 })
    const next = declare()
    await thread.close()
    await dying
    expect(await next).toBe(1_001)
  })
})

function isWriting({ db, location }: Office): boolean | Promise<boolean> {
  if (postgresUrl !== null) return isWritingThere(db)
  const other = new SqliteDatabase(location, { timeout: 0 })
  try {
    other.exec('begin immediate')
    other.exec('rollback')
    return false
  } catch {
    return true
  } finally {
    other.close()
  }
}

/** Those of PostgreSQL that have written something and not committed it. */
async function isWritingThere(db: Database): Promise<boolean> {
  const { rows } = await sql`select from pg_stat_activity
    where datname = current_database() and state like '%transaction%' and backend_xid is not null`.execute(db)
  return rows.length > 0
}

describe('every change of the rules is done there', STARTING, () => {
  let world: World
  let asked: string[]
  let thread: WorkThread
  beforeEach(async () => {
    world = await createWorld()
    asked = []
    thread = new WorkThread(world.db, world.location, world.store.committed)
    world.store.thread = {
      do: (name, given) => {
        asked.push(name)
        return thread.do(name, given)
      },
    }
  })
  afterEach(async () => {
    await thread.close()
    await world.close()
  })

  const hours = '[{ weekday: 0, opens: "08:00", closes: "13:00" }]'
  const range = 'from: "1405-05-01", to: "1405-05-31"'
  const policy = 'rules: [], ladder: [], warnAtPercent: [80]'
  const changes = [
    `declareClosure(input: { from: "1405-04-21", to: "1405-04-21", name: "گرما" }) { movedDeadlines }`,
    `withdrawClosure(date: "1405-04-21") { movedDeadlines }`,
    `setOfficeHours(input: { ${range}, hours: ${hours} }) { movedDeadlines }`,
    `withdrawOfficeHours(${range}) { movedDeadlines }`,
    `setDatedHours(input: { date: "1405-04-25", name: "جبران", hours: [{ opens: "08:00", closes: "12:00" }] }) { movedDeadlines }`,
    `withdrawDatedHours(date: "1405-04-25") { movedDeadlines }`,
    `setSlaPolicy(input: { ${policy} }) { movedDeadlines }`,
    `defineMilestone(input: { name: "پایان تیر", dueDate: "1405-04-31" }) { movedDeadlines }`,
    `editMilestone(input: { id: "1", name: "پایان مرداد", dueDate: "1405-05-31" }) { movedDeadlines }`,
    `withdrawMilestone(id: "1") { movedDeadlines }`,
  ]
  test('and read from there', async () => {
    const answers: unknown[] = []
    for (const change of changes) {
      const answer = await world.ask<Record<string, unknown>>('secretary', `mutation { ${change} }`)
      answers.push(Object.values(answer)[0])
    }
    expect(asked).toEqual(changes.map((change) => /^\w+/.exec(change)?.[0]))
    expect(answers).toEqual(changes.map(() => ({ movedDeadlines: 0 })))
    const after = '{ workingCalendar { closures { date } dates { date } } slaPolicy { warnAtPercent } }'
    expect(await world.ask('secretary', after)).toMatchObject({ slaPolicy: { warnAtPercent: [80] } })
  })
})

test.each([
  ['SQLITE_FULL', 'FULL'],
  ['SQLITE_READONLY', 'READ_ONLY'],
  ['SQLITE_IOERR_WRITE', 'FAILING'],
])('%s is known in the other thread, too', (code, fault) => {
  const failed = new Error('a batch failed', { cause: Object.assign(new Error('of the disk'), { code }) })
  const told = unpackError(structuredClone(packError(failed)))
  expect(storageFault(told)).toBe(fault)
  expect(told).toMatchObject({ message: 'a batch failed', stack: failed.stack })
})
