import type { KyselyPlugin } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { logObstacle } from '../../server/src/commands/logObstacle.ts'
import type { Database } from '../../server/src/database/connect.ts'
import { remembered } from '../../server/src/database/remembered.ts'
import { at } from '../helpers/calendars.ts'
import { openDatabase, openDatabaseAt, postgresUrl, type TestDatabase } from '../helpers/engines.ts'
import { createWorld, type World } from '../helpers/world.ts'

/** Each look at the state of the database, with what else its row told. */
let states: { state: string; latest?: number }[]
let counted: number
beforeEach(() => {
  states = []
  counted = 0
})
const watching: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => {
    const [row = {}] = result.rows
    if (/^(latest,)?state$/.test(Object.keys(row).join())) states.push(row as (typeof states)[number])
    if ('count' in row || 'all' in row) counted++
    return result
  },
}

/**
 * In each state each value was counted once. Here that makes so many; a PostgreSQL tells of whatever its other databases
 * do, too, so there may be more states.
 */
function expectCounted(values: unknown[], needed: number): void {
  expect(values).toHaveLength(states.length)
  const known = new Set<unknown>()
  let different = 0
  for (const [place, { state }] of states.entries()) {
    if (state !== states[place - 1]?.state) known.clear()
    if (!known.has(values[place])) different++
    known.add(values[place])
  }
  expect(counted).toBe(different)
  if (postgresUrl === null) expect(different).toBe(needed)
  else expect(different).toBeGreaterThanOrEqual(needed)
}

describe('a query is remembered', () => {
  let db: Database
  let close: () => Promise<void>
  let other: TestDatabase
  let asked: number[]
  beforeEach(async () => {
    asked = []
    const opened = await openDatabase()
    other = await openDatabaseAt(opened.location)
    db = opened.db.withPlugin(watching)
    close = opened.close
  })
  afterEach(async () => {
    await other.close()
    await close()
  })

  const count = async (failures = 1) => {
    asked.push(failures)
    const query = db
      .selectFrom('sign_in_attempt')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('failures', '=', failures)
    return (await remembered(db, query.compile()))[0]?.count
  }
  const write = (into: Database, email: string) =>
    into.insertInto('sign_in_attempt').values({ email, failures: 1, last_failed_at: 0 }).execute()
  const expectLooks = (needed: number) => expectCounted(asked, needed)

  test('until something changes, here or in another process', async () => {
    expect([await count(), await count()]).toEqual([0, 0])
    expectLooks(1)
    await write(db, 'a')
    expect([await count(), await count()]).toEqual([1, 1])
    expectLooks(2)
    await write(other.db, 'b')
    expect([await count(), await count()]).toEqual([2, 2])
    expectLooks(3)
  })
  test('for its values only', async () => {
    await write(db, 'a')
    expect([await count(1), await count(2), await count(1)]).toEqual([1, 0, 1])
    expectLooks(2)
  })
  test('once by those who ask together', async () => {
    expect(await Promise.all([count(), count(), count()])).toEqual([0, 0, 0])
    expectLooks(1)
  })
})

describe('a board', () => {
  let world: World
  beforeEach(async () => {
    world = await createWorld()
    world.store.db = world.db.withPlugin(watching)
  })
  afterEach(() => world.close())

  const log = (agencyCode: string) =>
    logObstacle(
      world.store,
      world.actor('secretary'),
      { title: 'کندی شبکه', subjectKind: 'AGENCY', agencyCode, category: 'SOFTWARE', severity: 'LOW' },
      world.clock.now,
    )
  const board = '{ board { openCount slaCounts { onTrack dueSoon overdue } } }'
  const countsOf = async (who: 'secretary' | 'official' | 'neighbour') => {
    const asked = await world.ask<{ board: { openCount: number; slaCounts: object } }>(who, board)
    return [asked.board.openCount, ...Object.values(asked.board.slaCounts)]
  }

  test('counts for each person what that person sees', async () => {
    await log('gaz')
    await log('gaz')
    await log('ict')
    expect([await countsOf('secretary'), await countsOf('official'), await countsOf('neighbour')]).toEqual([
      [3, 3, 0, 0],
      [2, 2, 0, 0],
      [1, 1, 0, 0],
    ])
  })
  test('is not counted twice while time passes, and counts what time alone makes due soon', async () => {
    await log('gaz')
    const { next_soon_at: soon } = await world.db
      .selectFrom('obstacle')
      .select('next_soon_at')
      .executeTakeFirstOrThrow()
    expect(soon).toBeGreaterThan(at('1405-04-20 10:15'))
    for (const [now, counts, times] of [
      [world.clock.now, [1, 1, 0, 0], 1],
      [soon - 1, [1, 1, 0, 0], 1],
      [soon, [1, 0, 1, 0], 2],
      [soon + 1, [1, 0, 1, 0], 2],
    ] as const) {
      world.clock.now = now
      expect(await countsOf('secretary')).toEqual(counts)
      const latest = states.map((looked) => looked.latest)
      expectCounted(latest, times)
    }
  })
})
