import { sql } from 'kysely'
import type { Database } from '../../server/src/database/connect.ts'

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
    for (const table of ['deadline', 'event', 'obstacle_agency']) {
      const own = table === 'obstacle_agency' ? {} : { id: sql`null` }
      await copyRows(db, table, sql`obstacle_id = ${id}`, count, { ...own, obstacle_id: sql`${last} + n` })
    }
    await sql`update province set last_number = ${last_number + count} where id = ${row.province_id}`.execute(
      db,
    )
    await sql`insert into obstacle_search(rowid, key) select id, title from obstacle where id > ${last}`.execute(
      db,
    )
  })
}

type Sql = ReturnType<typeof sql>

async function copyRows(
  db: Database,
  table: string,
  where: Sql,
  count: number,
  changed: Record<string, Sql>,
): Promise<void> {
  const { rows } = await sql<{ name: string }>`select name from pragma_table_info(${table})`.execute(db)
  const names = rows.map(({ name }) => name)
  const values = names.map((name) => changed[name] ?? sql.ref(`${table}.${name}`))
  await sql`
    with recursive copies(n) as (select 1 union all select n + 1 from copies where n < ${count})
    insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
    select ${sql.join(values)} from copies, ${sql.table(table)} where ${where}`.execute(db)
}
