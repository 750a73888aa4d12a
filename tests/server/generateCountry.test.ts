import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyTrail } from '../../server/src/queries/verifyTrail.ts'
import { applyOwed } from '../../server/src/records/applyOwed.ts'
import { moveClocks } from '../../server/src/records/clocks.ts'
import { loadRecords } from '../../server/src/records/loadRecords.ts'
import { copyRecord, derivedColumns } from '../../server/src/records/ObstacleRecord.ts'
import { loadRules } from '../../server/src/records/Rules.ts'
import { connect } from '../../server/src/database/connect.ts'
import { isPostgres } from '../../server/src/database/dialects.ts'
import { logObstacle } from '../../server/src/commands/logObstacle.ts'
import { assignObstacle } from '../../server/src/commands/assignObstacle.ts'
import { rejectObstacle } from '../../server/src/commands/rejectObstacle.ts'
import { earliestOwed } from '../../server/src/commands/enforceDeadlines.ts'
import { openDatabase, type TestDatabase } from '../helpers/engines.ts'
import { fillInBulk } from '../helpers/fillInBulk.ts'
import { generateCountry } from '../helpers/generateCountry.ts'
import { Office } from '../helpers/office.ts'

const PROVINCES = 3
let database: TestDatabase
let office: Office
let demo = 0
beforeAll(async () => {
  database = await openDatabase()
  office = await Office.in(database)
  for (const severity of ['CRITICAL', 'HIGH', 'LOW'] as const) {
    await office.log({ severity, subjectKind: 'SINGLE_WINDOW', agencyCode: null })
    await office.inProgress({ severity, affectedAgencyCodes: ['sabt'] })
    demo += 2
  }
  await office.live('05-01 12:00')
  await generateCountry(office.db, { provinces: PROVINCES, obstacles: 7 * demo })
})
afterAll(() => office.close())

test('there are as many as were asked for, numbered in each province without a gap', async () => {
  const rows = await office.db
    .selectFrom('obstacle')
    .select(['province_id', 'number'])
    .orderBy('number')
    .execute()
  expect(rows).toHaveLength(7 * demo)
  const numbers = Map.groupBy(rows, (row) => row.province_id)
  expect(new Set(numbers.keys())).toEqual(new Set([1, 2, 3]))
  for (const [id, ofProvince] of numbers) {
    expect(ofProvince.map(({ number }) => number)).toEqual(ofProvince.map((_, n) => n + 1))
    const { last_number } = await office.db
      .selectFrom('province')
      .select('last_number')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(last_number).toBe(ofProvince.length)
  }
})
test.each([1, 2, 3])(
  'in province %i every record is what the engine would have saved',
  async (provinceId) => {
    const rules = await loadRules(office.db, provinceId)
    const ids = await office.db
      .selectFrom('obstacle')
      .select('id')
      .where('province_id', '=', provinceId)
      .execute()
    const records = await loadRecords(
      office.db,
      provinceId,
      ids.map(({ id }) => id),
    )
    expect(records.size).toBe(ids.length)
    for (const record of records.values()) {
      const before = copyRecord(record)
      expect(applyOwed(rules, record, office.now)).toEqual([])
      expect(moveClocks(rules, record, office.now, 'CALENDAR')).toEqual([])
      expect(record).toEqual(before)
      expect(record.obstacle).toMatchObject(derivedColumns(record))
      const people = await office.db
        .selectFrom('user')
        .select('province_id')
        .where('id', 'in', [
          record.obstacle.reporter_id,
          record.obstacle.owner_id ?? record.obstacle.reporter_id,
        ])
        .execute()
      expect(new Set(people.map((person) => person.province_id))).toEqual(new Set([provinceId]))
    }
  },
)
test.each([1, 2, 3])('the audit trail of province %i is sound', async (provinceId) => {
  expect((await verifyTrail(office.db, provinceId, null)).fault).toBeNull()
})
test('every obstacle is found by its words', async () => {
  const { rows } = await sql<{ count: number }>`select count(*) as count from obstacle_search`.execute(
    office.db,
  )
  expect(rows[0]?.count).toBe(7 * demo)
})
test('the indexes are those of the product, with what SQLite is told of them', async () => {
  const fresh = await Office.open()
  expect(await indexesOf(office)).toEqual(await indexesOf(fresh))
  await fresh.close()
})
test('what leads nowhere is refused in the end, though SQLite does not look at each row', async () => {
  const db = await connect(':memory:', { durable: false })
  const other = await Office.in({ db, location: ':memory:', close: () => db.destroy() })
  const id = await other.log()
  const lose = async () => {
    await db.updateTable('deadline').set({ obstacle_id: 1_000_000 }).where('obstacle_id', '=', id).execute()
  }
  await expect(fillInBulk(db, ['deadline'], lose)).rejects.toThrow('lead nowhere')
  await other.close()
})
test('a country of open obstacles copies only those', async () => {
  const other = await Office.open()
  await other.do(rejectObstacle, 'secretary', { id: await other.log(), reason: 'مانع نیست' })
  await other.log()
  await generateCountry(other.db, { provinces: 2, obstacles: 10, open: true })
  const rows = await other.db.selectFrom('obstacle').select('status').execute()
  expect(rows).toHaveLength(10)
  expect(rows.filter(({ status }) => status === 'LOGGED')).toHaveLength(9)
  await other.close()
})
test('and it goes on from there', async () => {
  const secretary = await office.db
    .selectFrom('user')
    .selectAll()
    .where('province_id', '=', 3)
    .where('role', '=', 'SECRETARY')
    .executeTakeFirstOrThrow()
  const official = await office.db
    .selectFrom('user')
    .selectAll()
    .where('province_id', '=', 3)
    .where('role', '=', 'OFFICIAL')
    .executeTakeFirstOrThrow()
  const actor = {
    id: secretary.id,
    name: secretary.name,
    role: secretary.role,
    agencyCode: null,
    provinceId: 3,
  }
  const draft = {
    title: 'تازه',
    subjectKind: 'SINGLE_WINDOW',
    category: 'SOFTWARE',
    severity: 'LOW',
  } as const
  const id = await logObstacle(office.store, actor, draft, office.now)
  await assignObstacle(office.store, actor, { id, ownerId: official.id }, office.now)
  expect(await earliestOwed(office.db)).toBeGreaterThan(office.now)
})

async function indexesOf({ db }: Office): Promise<unknown> {
  if (!isPostgres(db)) {
    const schema = await sql`select name, sql from sqlite_schema where type = 'index' order by name`.execute(
      db,
    )
    const figures = await sql`select tbl, idx, stat from sqlite_stat1 order by tbl, idx`.execute(db)
    return [schema.rows, figures.rows]
  }
  const indexes = await sql`select indexdef from pg_indexes where schemaname = 'public' order by 1`.execute(
    db,
  )
  const references = await sql`select conrelid::regclass::text, conname, pg_get_constraintdef(oid)
    from pg_constraint where contype = 'f' order by 1, 2`.execute(db)
  return [indexes.rows, references.rows]
}
