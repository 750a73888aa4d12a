import { sql, type RawBuilder } from 'kysely'
import { openStatuses } from '@goshayesh/shared/workflow'
import type { Database } from '../../server/src/database/connect.ts'
import { goOnCounting } from '../../server/src/database/dialects.ts'
import { sealAll } from '../../server/src/database/seals.ts'
import type { Tables } from '../../server/src/database/tables.ts'
import { indexObstacles } from '../../server/src/records/indexObstacles.ts'
import { fillInBulk } from './fillInBulk.ts'

type Table = keyof Tables

/** What a province has for itself. Every obstacle of the demo is copied with all that hangs on it but what people were told and sent. */
const ofProvince: Table[] = [
  ...(['agency', 'service', 'user', 'milestone', 'weekly_hours', 'dated_hours', 'closure'] as const),
  ...(['sla_policy', 'stage_change', 'act'] as const),
]
const ofObstacle: Table[] = [
  ...(['obstacle', 'obstacle_agency', 'deadline', 'waiting', 'extension', 'event'] as const),
  ...(['solution_step', 'follower'] as const),
]

/** Whose ids a column holds. */
const references: Record<string, Table> = {
  ...Object.fromEntries(
    [
      'focal_point_id',
      'set_by',
      'changed_by',
      'reporter_id',
      'owner_id',
      'requested_by',
      'decided_by',
      'actor_id',
      'user_id',
    ].map((column) => [column, 'user']),
  ),
  milestone_id: 'milestone',
  capped_by: 'milestone',
  obstacle_id: 'obstacle',
  merged_into_id: 'obstacle',
  deadline_id: 'deadline',
}

const COPIES_AT_ONCE = 50

/**
 * Makes a country of the demo's province, which the engine has told: so many provinces like it, and so many obstacles in
 * all, each a copy of one of the demo's (of one that is open, if `open`) with its clocks and events. A copy of what the
 * engine saved is what it would have saved: only ids, numbers and names differ. Answers with how many obstacles there are.
 */
export async function generateCountry(
  db: Database,
  { provinces, obstacles, open = false }: { provinces: number; obstacles: number; open?: boolean },
): Promise<number> {
  const country = await measureDemo(db, provinces, open)
  const copies = Math.ceil((obstacles - country.demo) / country.copied)
  // Seals hang together from the first row of a province to the last: they are made anew, over all there is.
  await db.deleteFrom('seal').execute()
  await fillInBulk(db, [...ofProvince, ...ofObstacle], async () => {
    await db.transaction().execute((db) => copyProvinces(db, country))
    for (let from = 1; from <= copies; from += COPIES_AT_ONCE) {
      await db.transaction().execute(async (db) => {
        for (const table of ofObstacle)
          await copyRows(db, country, table, from, Math.min(from + COPIES_AT_ONCE - 1, copies))
      })
    }
  })
  await finish(db)
  return country.demo + copies * country.copied
}

interface Country {
  provinces: number
  /** Obstacles in the demo, and how many of them are copied. */
  demo: number
  copied: number
  open: boolean
  columns: Map<string, string[]>
  /** The highest id of the demo in each table: copies lie so far apart. */
  strides: Map<string, number>
}

async function measureDemo(db: Database, provinces: number, open: boolean): Promise<Country> {
  const tables = await db.introspection.getTables()
  const columns = new Map(tables.map(({ name, columns }) => [name, columns.map((column) => column.name)]))
  const strides = new Map<string, number>()
  for (const table of [...ofProvince, ...ofObstacle].filter((name) => columns.get(name)?.includes('id'))) {
    const { rows } = await sql<{
      last: number | null
    }>`select max(id) as last from ${sql.table(table)}`.execute(db)
    strides.set(table, rows[0]?.last ?? 0)
  }
  const demo = strides.get('obstacle') ?? 0
  const where = open ? sql`where ${isOpen('status')}` : sql``
  const { rows } = await sql<{ count: number }>`select count(*) as count from obstacle ${where}`.execute(db)
  return { provinces, demo, copied: rows[0]?.count ?? 0, open, columns, strides }
}

function isOpen(column: string): RawBuilder<unknown> {
  return sql`${sql.ref(column)} in (${sql.join(openStatuses.map((status) => sql.lit(status)))})`
}

async function copyProvinces(db: Database, country: Country): Promise<void> {
  const province = await db.selectFrom('province').selectAll().where('id', '=', 1).executeTakeFirstOrThrow()
  for (let id = 2; id <= country.provinces; id++) {
    const row = {
      ...province,
      id,
      name_fa: `استان ${id}`,
      name_en: `Province ${id}`,
      rules_stamp: crypto.randomUUID(),
    }
    await db.insertInto('province').values(row).execute()
  }
  for (const table of ofProvince) await copyRows(db, country, table, 1, country.provinces - 1)
}

/** The demo's rows of a table once for each n from `first` to `last`; copy n belongs to province n modulo all. */
async function copyRows(
  db: Database,
  country: Country,
  table: Table,
  first: number,
  last: number,
): Promise<void> {
  if (last < first) return
  const names = country.columns.get(table) ?? []
  const key = names.includes('id') ? 'id' : ofObstacle.includes(table) ? 'obstacle_id' : 'province_id'
  const bound = key === 'province_id' ? 1 : country.strides.get(key === 'id' ? table : 'obstacle')
  const values = names.map((name) => valueOf(country, table, name))
  const obstacle = sql.ref(table === 'obstacle' ? 'demo.id' : 'demo.obstacle_id')
  const copied =
    country.open && ofObstacle.includes(table)
      ? sql`and ${obstacle} in (select id from obstacle where id <= ${sql.lit(country.demo)} and ${isOpen('status')})`
      : sql``
  await sql`
    with recursive copies(n) as (select ${sql.lit(first)} union all select n + 1 from copies where n < ${sql.lit(last)})
    insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
    select ${sql.join(values)} from copies, ${sql.table(table)} as demo
    where demo.${sql.ref(key)} <= ${sql.lit(bound)} ${copied}`.execute(db)
}

function valueOf({ provinces, demo, strides }: Country, table: Table, column: string): RawBuilder<unknown> {
  const own = sql.ref(`demo.${column}`)
  const place = sql`(n % ${sql.lit(provinces)})`
  const target = column === 'id' ? table : references[column]
  if (column === 'province_id') return sql`1 + ${place}`
  if (column === 'number') return sql`${own} + n / ${sql.lit(provinces)} * ${sql.lit(demo)}`
  if (column === 'email') return sql`'p' || n || '.' || ${own}`
  if (column === 'idempotency_key') return sql`null`
  // The ids within are of people of the demo's province.
  if (column === 'mentions_json') return sql`'[]'`
  if (target === undefined) return own
  const copy = ofProvince.includes(target) ? place : sql`n`
  return sql`${own} + ${copy} * ${sql.lit(strides.get(target))}`
}

async function finish(db: Database): Promise<void> {
  await sql`update province set last_number =
    (select coalesce(max(number), 0) from obstacle where obstacle.province_id = province.id)`.execute(db)
  for (const table of ['province', ...ofProvince, ...ofObstacle] as const)
    if (table !== 'agency' && table !== 'service' && table !== 'obstacle_agency' && table !== 'follower')
      await goOnCounting(db, table)
  await db.transaction().execute(indexObstacles)
  await sealAll(db)
}
