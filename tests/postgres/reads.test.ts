import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setFollowing } from '../../server/src/commands/setFollowing.ts'
import type { Database } from '../../server/src/database/connect.ts'
import { boardOf } from '../../server/src/queries/boardOf.ts'
import type { ObstacleFilter, Sight } from '../../server/src/queries/filterObstacles.ts'
import { listObstacles, obstacleOrders } from '../../server/src/queries/listObstacles.ts'
import { similarObstacles } from '../../server/src/queries/similarObstacles.ts'
import { copyObstacle } from '../helpers/copyObstacle.ts'
import { Office, type Who } from '../helpers/office.ts'

const FEW = 20
const [ELSEWHERE, IN_WINDOW] = [3_000, 1_200]

/** A few at the ICT directorate, which come last in every order, and very many others. */
let office: Office
beforeAll(async () => {
  office = await Office.open()
  const id = await office.inProgress()
  await office.do(setFollowing, 'secretary', { id, following: true })
  await copyObstacle(office.db, id, FEW)
  await sql`update obstacle set next_due_at = next_due_at + 1000000000, updated_at = 0, severity_rank = 0`.execute(
    office.db,
  )
  const many = { title: 'نبود سامانه', category: 'DATA_QUALITY' } as const
  const elsewhere = await office.log({ ...many, agencyCode: 'sabt' }, 'administrator')
  await copyObstacle(office.db, elsewhere, ELSEWHERE)
  const window = await office.log(
    { ...many, subjectKind: 'SINGLE_WINDOW', agencyCode: null },
    'administrator',
  )
  await copyObstacle(office.db, window, IN_WINDOW)
  await spread(office.db, office.people.administrator.id)
  await sql`vacuum analyze`.execute(office.db)
})
afterAll(() => office.close())

/** Among as many reporters and agencies as there would be: of two, each would be taken to have half. */
async function spread(db: Database, reporter: number): Promise<void> {
  await sql`
    insert into "user" select (jsonb_populate_record(one, jsonb_build_object(
      'id', one.id + 1000 + n, 'email', 'reporter' || n || '@golestan.example'))).*
    from "user" as one, generate_series(0, 99) as n where one.id = ${reporter}`.execute(db)
  await sql`
    update obstacle set reporter_id = reporter_id + 1000 + id % 100,
      agency_code = case when agency_code is null then null else
        (select code from agency where code <> 'ict' order by code offset id % 40 limit 1) end
    where reporter_id = ${reporter}`.execute(db)
}

const LARGE = ['obstacle', 'obstacle_search', 'obstacle_agency', 'deadline', 'event']

interface Reads {
  lookedUp: number
  readThrough: number
}

/** How many rows of the large tables some work looks at, by an index or from end to end, whichever way it is planned. */
async function reads(who: Who, work: (db: Database, sight: Sight) => Promise<unknown>): Promise<Reads> {
  const sight = { viewer: office.people[who], rules: await office.rules(), now: office.now }
  const counts = { lookedUp: 0, readThrough: 0 }
  for (const mode of ['force_custom_plan', 'force_generic_plan'])
    await office.db.transaction().execute(async (db) => {
      await sql`set local plan_cache_mode = ${sql.lit(mode)}`.execute(db)
      // As where there are so many that to read through them never pays.
      await sql`set local enable_seqscan = off`.execute(db)
      const before = await readSoFar(db)
      await work(db, sight)
      const after = await readSoFar(db)
      counts.lookedUp = Math.max(counts.lookedUp, after.lookedUp - before.lookedUp)
      counts.readThrough = Math.max(counts.readThrough, after.readThrough - before.readThrough)
    })
  return counts
}

/** By this connection. */
async function readSoFar(db: Database): Promise<Reads> {
  const { rows } = await sql<Reads>`
    select sum(idx_tup_fetch)::int as "lookedUp", sum(seq_tup_read)::int as "readThrough"
    from pg_stat_xact_user_tables where relname = any(${LARGE})`.execute(db)
  return rows[0]!
}

const ofFew: [who: Who, what: string, filter: () => ObstacleFilter][] = [
  ['secretary', 'of an agency', () => ({ agencyCode: ['ict'] })],
  ['secretary', 'at an agency', () => ({ subjectAgencyCode: ['ict'] })],
  ['secretary', 'of an owner', () => ({ ownerId: office.people.ict.id })],
  ['secretary', 'of a reporter', () => ({ reporterId: office.people.secretary.id })],
  ['secretary', 'that are followed', () => ({ followed: true })],
  ['secretary', 'whose clock was stopped', () => ({ stopped: { kind: 'ACKNOWLEDGE', after: 0 } })],
  ['secretary', 'with a request', () => ({ extension: { after: 0 } })],
  ['ict', 'of the own', () => ({ mine: true })],
  ['ict', 'of the own agency', () => ({ subjectKind: ['AGENCY'] })],
  ['sabt', 'of nobody', () => ({ mine: true })],
]

describe.each(ofFew)('%s: few are looked up, not found among all: those %s', (who, _what, filter) => {
  test.each(obstacleOrders)('%s', async (orderBy) => {
    for (const first of [1, 50]) {
      const { lookedUp, readThrough } = await reads(who, (db, sight) =>
        listObstacles(db, sight, filter(), { orderBy, first }),
      )
      expect(readThrough).toBe(0)
      expect(lookedUp).toBeLessThan(8 * FEW)
    }
  })

  test('on a board', async () => {
    for (const perColumn of [1, 50]) {
      const { lookedUp, readThrough } = await reads(who, (db, sight) =>
        boardOf(db, sight, filter(), perColumn),
      )
      expect(readThrough).toBe(0)
      expect(lookedUp).toBeLessThan(16 * FEW)
    }
  })
})

describe.each(['secretary', 'ict'] as const)('%s searches', (who) => {
  test('a rare word: what has it is looked up', async () => {
    for (const filter of [{}, { status: ['LOGGED'] }, { overdue: false }] as const) {
      const { lookedUp, readThrough } = await reads(who, (db, sight) =>
        listObstacles(db, sight, { search: '2500', ...filter }, { orderBy: 'DUE_FIRST', first: 50 }),
      )
      expect(readThrough).toBe(0)
      expect(lookedUp).toBeLessThan(10)
    }
  })

  test('a common word: the newest are looked up', async () => {
    const { lookedUp, readThrough } = await reads(who, (db, sight) =>
      listObstacles(db, sight, { search: 'سامانه' }, { orderBy: 'DUE_FIRST', first: 50 }),
    )
    expect(readThrough).toBe(0)
    // In the index those of the newest slices, and of these the newest thousand.
    expect(lookedUp).toBeLessThan(ELSEWHERE + IN_WINDOW + 1_100)
  })

  test('what is alike', async () => {
    const { readThrough } = await reads(who, (db, { viewer }) =>
      similarObstacles(db, viewer, 'نبود سامانه ۲۵۰۰', 5),
    )
    expect(readThrough).toBe(0)
  })
})
