import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '../../server/src/database/connect.ts'
import { openDatabase, type TestDatabase } from '../helpers/engines.ts'

let database: TestDatabase
let db: Database
const order: string[] = []

beforeEach(async () => {
  database = await openDatabase()
  db = database.db
  order.length = 0
})
afterEach(() => database.close())

const write = (db: Database, email: string) =>
  db.insertInto('sign_in_attempt').values({ email, failures: 1, last_failed_at: 0 }).execute()
const written = async (db: Database) =>
  (await db.selectFrom('sign_in_attempt').select('email').orderBy('email').execute()).map(
    ({ email }) => email,
  )

/** A transaction that has written 'first', and goes on when it is told to. */
async function openTransaction(): Promise<{ trx: Database; commit: () => Promise<void> }> {
  const [begun, ending] = [Promise.withResolvers<Database>(), Promise.withResolvers<void>()]
  const done = db.transaction().execute(async (trx) => {
    await write(trx, 'first')
    begun.resolve(trx)
    await ending.promise
    order.push('committed')
  })
  const trx = await begun.promise
  return {
    trx,
    commit() {
      ending.resolve()
      return done
    },
  }
}

describe('while somebody writes to a SQLite file', () => {
  test('others read what was committed, at once', async () => {
    await write(db, 'before')
    const { trx, commit } = await openTransaction()
    expect(await written(db)).toEqual(['before'])
    expect(await written(trx)).toEqual(['before', 'first'])
    await commit()
    expect(await written(db)).toEqual(['before', 'first'])
  })

  test('others who write wait for their turn, in their order', async () => {
    const { commit } = await openTransaction()
    const later = ['second', 'third'].map(async (email) => {
      await write(db, email)
      order.push(email)
    })
    await commit()
    await Promise.all(later)
    expect(order).toEqual(['committed', 'second', 'third'])
    expect(await written(db)).toEqual(['first', 'second', 'third'])
  })

  test('what fails gives the turn away', async () => {
    await write(db, 'twice')
    const outcomes = await Promise.allSettled([write(db, 'twice'), write(db, 'after')])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
  })

  test('who has written on a connection reads it there', async () => {
    await db.connection().execute(async (own) => {
      await Promise.all([write(own, 'one'), write(own, 'two')])
      expect(await written(own)).toEqual(['one', 'two'])
    })
    await write(db, 'three')
    expect(await written(db)).toEqual(['one', 'three', 'two'])
  })
})

test('nothing is written by what reads', async () => {
  const reads = sql`select * from pragma_query_only`
  expect((await reads.execute(db)).rows).toEqual([{ query_only: 1 }])
})
