import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { commentObstacle } from '../../server/src/commands/commentObstacle.ts'
import { commit } from '../../server/src/database/commit.ts'
import type { Database } from '../../server/src/database/connect.ts'
import { storageFault } from '../../server/src/database/storageFault.ts'
import { verifyTrail } from '../../server/src/queries/verifyTrail.ts'
import { openDatabase, openDatabaseAt } from '../helpers/engines.ts'
import { Office } from '../helpers/office.ts'

let office: Office
let statements: string[]
beforeEach(async () => {
  statements = []
  office = await Office.in(await openDatabase({ onQuery: (text) => statements.push(text) }))
})
afterEach(() => office.close())

const write = (name: string, then: (db: Database) => unknown = () => {}) =>
  commit(office.db, 1, {}, async (db) => {
    await db.insertInto('sign_in_attempt').values({ email: name, failures: 1, last_failed_at: 0 }).execute()
    await then(db)
    return name
  })
const written = async () =>
  (await office.db.selectFrom('sign_in_attempt').select('email').orderBy('email').execute()).map(
    ({ email }) => email,
  )

test('what was told to be committed is there, where the connection is lost', async () => {
  const lose = (db: Database) => sql`select pg_terminate_backend(pg_backend_pid())`.execute(db)
  const ends = await Promise.allSettled([write('a'), write('b', lose), write('c')])
  expect(await written()).toEqual(ends.flatMap((end) => (end.status === 'fulfilled' ? end.value : [])))
  expect(ends.map((end) => end.status === 'fulfilled' || storageFault(end.reason))).toEqual([
    expect.toBeOneOf([true, 'FAILING']),
    'FAILING',
    expect.toBeOneOf([true, 'FAILING']),
  ])
  expect(await write('d')).toBe('d')
})

test('two servers that take the same obstacles the other way round never wait for each other', async () => {
  const ids = await Promise.all(Array.from({ length: 30 }, () => office.log()))
  const other = new Office(await openDatabaseAt(office.location), office.people)
  statements.length = 0
  const [here, there] = [
    ids.map((id) => office.do(commentObstacle, 'secretary', { id, text: 'اینجا' })),
    ids.toReversed(),
  ]
  const elsewhere = there.map((id) => other.do(commentObstacle, 'leader', { id, text: 'آنجا' }))
  await Promise.all([...here, ...elsewhere])
  await other.close()
  expect(statements).not.toContain('rollback')
  const said = await office.db.selectFrom('event').select('id').where('kind', '=', 'COMMENTED').execute()
  expect(said).toHaveLength(60)
  expect((await verifyTrail(office.db, 1, null)).fault).toBeNull()
})
