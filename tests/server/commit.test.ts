import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { commit, uncommitted } from '../../server/src/database/commit.ts'
import type { Database } from '../../server/src/database/connect.ts'
import { createWorld, type World } from '../helpers/world.ts'

let world: World
beforeEach(async () => {
  world = await createWorld()
  world.statements.length = 0
})
afterEach(() => world.close())

const write = (name: string, then: (db: Database) => unknown = () => {}) =>
  commit(world.db, async (db) => {
    await db.insertInto('sign_in_attempt').values({ email: name, failures: 1, last_failed_at: 0 }).execute()
    await then(db)
    return name
  })
const written = async () =>
  (await world.db.selectFrom('sign_in_attempt').select('email').orderBy('email').execute()).map(
    ({ email }) => email,
  )
const outcomes = async (works: Promise<string>[]) =>
  (await Promise.allSettled(works)).map((end) =>
    end.status === 'fulfilled' ? end.value : (end.reason as Error).message,
  )
const begun = () => world.statements.filter((statement) => statement.startsWith('begin')).length
const fail = () => {
  throw new Error('refused')
}

test('work that comes in together is committed together, in its order', async () => {
  const seen: string[][] = []
  const look = async (db: Database) => {
    const rows = await db.selectFrom('sign_in_attempt').select('email').orderBy('email').execute()
    seen.push(rows.map(({ email }) => email))
  }
  expect(await outcomes([write('a', look), write('b', look), write('c', look)])).toEqual(['a', 'b', 'c'])
  expect(seen).toEqual([['a'], ['a', 'b'], ['a', 'b', 'c']])
  expect(begun()).toBe(1)
  await write('d')
  expect(begun()).toBe(2)
})

test('it is known how much waits', async () => {
  const works = outcomes([write('a'), write('b', fail), write('c')])
  expect(uncommitted(world.db)).toBe(3)
  await works
  expect(uncommitted(world.db)).toBe(0)
})

test('what fails takes back itself only', async () => {
  expect(await outcomes([write('a'), write('b', fail), write('a'), write('c')])).toEqual([
    'a',
    'refused',
    expect.stringContaining('UNIQUE'),
    'c',
  ])
  expect(await written()).toEqual(['a', 'c'])
})

test('nobody hears of success before the commit, and a commit that fails is told to all', async () => {
  const breakAtCommit = async (db: Database) => {
    await sql`pragma defer_foreign_keys = on`.execute(db)
    await db
      .insertInto('session')
      .values({ token_hash: 'x', user_id: 999, created_at: 0, expires_at: 0 })
      .execute()
  }
  const told = await outcomes([write('a'), write('b', breakAtCommit)])
  expect(told).toEqual(Array(2).fill('FOREIGN KEY constraint failed'))
  expect(await written()).toEqual([])
  expect(await outcomes([write('c')])).toEqual(['c'])
})

test('where the database takes back all, all are told why', async () => {
  const loseAll = async (db: Database) => {
    await sql`rollback`.execute(db)
    throw new Error('the disk is full')
  }
  expect(await outcomes([write('a'), write('b', loseAll), write('c')])).toEqual(
    Array(3).fill('the disk is full'),
  )
  expect(await written()).toEqual([])
  expect(await outcomes([write('d')])).toEqual(['d'])
})

test('many take turns', async () => {
  const names = Array.from({ length: 150 }, (_, number) => `${100 + number}`)
  expect(await outcomes(names.map((name) => write(name)))).toEqual(names)
  expect(begun()).toBe(3)
  expect(await written()).toEqual(names)
})
