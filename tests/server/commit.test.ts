import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { commit, uncommitted, type Company } from '../../server/src/database/commit.ts'
import { leave, writeLeft } from '../../server/src/database/leave.ts'
import type { Database } from '../../server/src/database/connect.ts'
import { createWorld, type World } from '../helpers/world.ts'

let world: World
beforeEach(async () => {
  world = await createWorld()
  world.statements.length = 0
})
afterEach(() => world.close())

const write = (name: string, then: (db: Database) => unknown = () => {}, company: Company = 'beside') =>
  commit(world.db, 1, company, async (db) => {
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

test('whoever wants to be alone shares with nobody', async () => {
  const nothing = () => {}
  const works = [
    write('a'),
    write('b'),
    write('c', nothing, 'alone'),
    write('d', nothing, 'alone'),
    write('e'),
  ]
  expect(await outcomes(works)).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(begun()).toBe(4)
})

const ending = (told: string[][]) => async (db: Database, names: string[]) => {
  told.push(names)
  const rows = names.map((email) => ({ email, failures: 1, last_failed_at: 0 }))
  await db.insertInto('sign_in_attempt').values(rows).execute()
}

test('what is left to the end is written at once for all who share a transaction, but for those that fail', async () => {
  const told: string[][] = []
  const writeNames = ending(told)
  const leaving = (name: string) => (db: Database) => leave(db, writeNames, [`${name}-1`, `${name}-2`])
  const works = [
    write('a', leaving('a')),
    write('b', async (db) => {
      await leaving('b')(db)
      fail()
    }),
    write('c', leaving('c')),
  ]
  expect(await outcomes(works)).toEqual(['a', 'refused', 'c'])
  expect(told).toEqual([['a-1', 'a-2', 'c-1', 'c-2']])
  expect(await written()).toEqual(['a', 'a-1', 'a-2', 'c', 'c-1', 'c-2'])
})

test('where the end fails, nothing is written and all are told', async () => {
  const clash = (db: Database) => leave(db, ending([]), ['a'])
  expect(await outcomes([write('a'), write('b', clash)])).toEqual(
    Array(2).fill(expect.stringContaining('UNIQUE')),
  )
  expect(await written()).toEqual([])
  expect(await outcomes([write('c')])).toEqual(['c'])
})

test('whoever leaves too much to keep it writes a part before the end; outside of a commit nothing waits', async () => {
  const told: string[][] = []
  const writeNames = ending(told)
  const inParts = async (db: Database) => {
    await leave(db, writeNames, ['p-1'])
    await writeLeft(db)
    await leave(db, writeNames, ['p-2'])
  }
  expect(await outcomes([write('a', inParts, 'alone')])).toEqual(['a'])
  expect(told).toEqual([['p-1'], ['p-2']])
  await leave(world.db, writeNames, ['p-3'])
  expect(await written()).toEqual(['a', 'p-1', 'p-2', 'p-3'])
})
