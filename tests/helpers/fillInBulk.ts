import { sql } from 'kysely'
import type { Database } from '../../server/src/database/connect.ts'
import { isPostgres } from '../../server/src/database/dialects.ts'

/**
 * Lets `work` fill tables without their indexes and without a look at each reference; then the indexes are made, and
 * every reference is checked, all at once. What is wrong shows by an error, as it would have row by row.
 */
export async function fillInBulk(db: Database, tables: string[], work: () => Promise<void>): Promise<void> {
  const restore = await (isPostgres(db) ? dropOfPostgres(db, tables) : dropOfSqlite(db, tables))
  await work()
  await restore()
}

async function dropOfSqlite(db: Database, tables: string[]): Promise<() => Promise<void>> {
  await sql`pragma foreign_keys = off`.execute(db)
  await sql`pragma cache_size = -500000`.execute(db)
  await sql`pragma mmap_size = 20000000000`.execute(db)
  const indexes = await sql<{ name: string; sql: string }>`select name, sql from sqlite_schema
    where type = 'index' and sql is not null and tbl_name in (${sql.join(tables)})`.execute(db)
  // SQLite forgets what it was told of an index together with the index.
  const figures = await sql<Record<'tbl' | 'idx' | 'stat', string>>`select * from sqlite_stat1`.execute(db)
  for (const index of indexes.rows) await sql`drop index ${sql.ref(index.name)}`.execute(db)
  return async () => {
    for (const index of indexes.rows) await sql.raw(index.sql).execute(db)
    await sql`delete from sqlite_stat1`.execute(db)
    for (const { tbl, idx, stat } of figures.rows)
      await sql`insert into sqlite_stat1 (tbl, idx, stat) values (${tbl}, ${idx}, ${stat})`.execute(db)
    await sql`analyze sqlite_schema`.execute(db)
    const { rows } = await sql`pragma foreign_key_check`.execute(db)
    if (rows.length > 0) throw new Error(`${rows.length} references lead nowhere: ${JSON.stringify(rows[0])}`)
    await sql`pragma foreign_keys = on`.execute(db)
  }
}

interface Dropped {
  table: string
  name: string
  definition: string
}

async function dropOfPostgres(db: Database, tables: string[]): Promise<() => Promise<void>> {
  const { rows: references } = await sql<Dropped>`
    select relname as table, conname as name, pg_get_constraintdef(pg_constraint.oid) as definition
    from pg_constraint join pg_class on pg_class.oid = conrelid
    where contype = 'f' and relnamespace = current_schema()::regnamespace and relname in (${sql.join(tables)})`.execute(
    db,
  )
  const { rows: indexes } = await sql<Dropped>`
    select tablename as table, indexname as name, indexdef as definition from pg_indexes
    where schemaname = current_schema() and tablename in (${sql.join(tables)})
      and not exists (select from pg_constraint where conname = indexname)`.execute(db)
  for (const { table, name } of references)
    await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(db)
  for (const { name } of indexes) await sql`drop index ${sql.ref(name)}`.execute(db)
  return async () => {
    for (const { definition } of indexes) await sql.raw(definition).execute(db)
    for (const { table, name, definition } of references)
      await sql`alter table ${sql.table(table)} add constraint ${sql.ref(name)} ${sql.raw(definition)}`.execute(
        db,
      )
    await sql`analyze`.execute(db)
  }
}
