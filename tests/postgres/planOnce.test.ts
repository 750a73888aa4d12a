import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { anyOf } from '../../server/src/database/dialects.ts'
import { boardOf } from '../../server/src/queries/boardOf.ts'
import type { ObstacleFilter } from '../../server/src/queries/filterObstacles.ts'
import { listObstacles, obstacleOrders } from '../../server/src/queries/listObstacles.ts'
import { loadRules } from '../../server/src/records/Rules.ts'
import { copyObstacle } from '../helpers/copyObstacle.ts'
import { Office } from '../helpers/office.ts'

let office: Office
beforeEach(async () => {
  office = await Office.open()
})
afterEach(() => office.close())

/** PostgreSQL compares so many plans for the values at hand with one for every value. */
const COMPARED = 5

test('what is shown again and again is planned once', async () => {
  await copyObstacle(office.db, await office.log(), 2_000)
  await sql`analyze obstacle`.execute(office.db)
  const rules = await loadRules(office.db, 1)
  const sight = { viewer: office.people.secretary, rules, now: office.now }
  await office.db.connection().execute(async (db) => {
    for (let n = 0; n < 4 * COMPARED; n++) {
      await boardOf(db, sight, {}, 50)
      for (const orderBy of obstacleOrders) await listObstacles(db, sight, {}, { orderBy, first: 50 })
    }
    const { rows } = await sql<{ statement: string; custom_plans: number }>`
      select statement, custom_plans from pg_prepared_statements where custom_plans + generic_plans >= ${4 * COMPARED}`.execute(
      db,
    )
    expect(rows).toHaveLength(1 + obstacleOrders.length)
    expect(rows.filter(({ custom_plans }) => custom_plans > COMPARED)).toEqual([])
  })
})

test('no plan is compiled, on whichever connection', async () => {
  const compiles = () => sql<{ jit: string }>`show jit`.execute(office.db)
  const told = await Promise.all(Array.from({ length: 5 }, compiles))
  expect(told.flatMap(({ rows }) => rows)).toEqual(Array.from({ length: 5 }, () => ({ jit: 'off' })))
})

test('each of a list is looked up in the index, though there are few rows as it is planned', async () => {
  await copyObstacle(office.db, await office.log({ idempotencyKey: 'one' }), 500)
  await sql`analyze obstacle`.execute(office.db)
  const { sql: asked } = office.db
    .selectFrom('obstacle')
    .select('id')
    .where('province_id', '=', 1)
    .where('reporter_id', '=', office.people.secretary.id)
    .where('idempotency_key', ...anyOf(office.db, 'text', sql<string[]>`${['one', 'other']}`))
    .compile()
  const { rows } = await sql<Record<string, string>>`explain (generic_plan) ${sql.raw(asked)}`.execute(
    office.db,
  )
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
  expect(plan).toMatch(/Index Cond: .*reporter_id.*idempotency_key = ANY/)
})

test.each<[what: string, filter: ObstacleFilter, first: number, values: string]>([
  ['an agency', { agencyCode: ['ict'] }, 50, `(1, 1, 'ict', 1, 'ict')`],
  ['an agency, for one of them', { agencyCode: ['ict'] }, 1, `(1, 1, 'ict', 1, 'ict')`],
  ['a field', { agencyField: ['UTILITIES'] }, 1, `(1, 1, 1, 'UTILITIES', 1, 1, 'UTILITIES')`],
])('of all obstacles none is compared with each of %s', async (_what, filter, first, values) => {
  await copyObstacle(office.db, await office.log({ agencyCode: 'ict' }), 50)
  await copyObstacle(office.db, await office.log({ agencyCode: 'sabt' }), 3_000)
  await sql`analyze obstacle`.execute(office.db)
  const sight = { viewer: office.people.secretary, rules: await loadRules(office.db, 1), now: office.now }
  await office.db.transaction().execute(async (db) => {
    await listObstacles(db, sight, filter, { orderBy: 'DUE_FIRST', first })
    const { rows } = await sql<{ name: string }>`
      select name from pg_prepared_statements where statement like ${'%"own"."id"%'}
      order by prepare_time desc limit 1`.execute(db)
    await sql`set local plan_cache_mode = force_custom_plan`.execute(db)
    const name = sql.id(rows[0]?.name ?? '')
    const explained = await sql<object>`explain execute ${name}${sql.raw(values)}`.execute(db)
    const plan = explained.rows.map((row) => String(Object.values(row)[0])).join('\n')
    expect(plan).toMatch(/\bown\b/)
    expect(plan).not.toMatch(/Join Filter: .*\bown\b/)
  })
})
