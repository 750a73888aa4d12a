import { sql } from 'kysely'
import type { Database } from '../../server/src/database/connect.ts'
import { goOnCounting } from '../../server/src/database/dialects.ts'
import { indexWords } from '../../server/src/database/wordIndex.ts'
import { keyed } from '../../server/src/records/indexObstacles.ts'

/** Puts `count` copies of an obstacle, with its deadlines and events, beside it. They bear ids and numbers of their own. */
export async function copyObstacle(db: Database, id: number, count: number): Promise<void> {
  const row = await db.selectFrom('obstacle').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const { last } = await db
    .selectFrom('obstacle')
    .select((eb) => eb.fn.max('id').as('last'))
    .executeTakeFirstOrThrow()
  const { last_number } = await db
    .selectFrom('province')
    .select('last_number')
    .where('id', '=', row.province_id)
    .executeTakeFirstOrThrow()
  await db.transaction().execute(async (db) => {
    await copyRows(db, 'obstacle', sql`id = ${id}`, count, {
      id: sql`${last} + n`,
      number: sql`${last_number} + n`,
      idempotency_key: sql`null`,
    })
    for (const table of ['deadline', 'event', 'obstacle_agency'])
      await copyRows(db, table, sql`obstacle_id = ${id}`, count, {
        id: null,
        obstacle_id: sql`${last} + n`,
      })
    await sql`update province set last_number = ${last_number + count} where id = ${row.province_id}`.execute(
      db,
    )
    await indexCopies(db, last)
    await goOnCounting(db, 'obstacle')
  })
}

async function indexCopies(db: Database, last: number): Promise<void> {
  await indexWords(
    db,
    (await db.selectFrom('obstacle').selectAll().where('id', '>', last).execute()).map(keyed),
  )
}

/** Null: left to the database. */
type Changed = Record<string, ReturnType<typeof sql> | null>

async function copyRows(
  db: Database,
  table: string,
  where: ReturnType<typeof sql>,
  count: number,
  changed: Changed,
): Promise<void> {
  const tables = await db.introspection.getTables()
  const columns = tables.find(({ name }) => name === table)?.columns ?? []
  const names = columns.map(({ name }) => name).filter((name) => changed[name] !== null)
  const values = names.map((name) => changed[name] ?? sql.ref(`${table}.${name}`))
  // Or the database would number them as it comes upon them.
  const order = [sql`n`, ...columns.filter(({ name }) => name === 'id').map(() => sql.ref(`${table}.id`))]
  await sql`
    with recursive copies(n) as (select 1 union all select n + 1 from copies where n < ${count})
    insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
    select ${sql.join(values)} from copies, ${sql.table(table)} where ${where}
    order by ${sql.join(order)}`.execute(db)
}
