import { sql, SqliteAdapter, type Kysely } from 'kysely'

/** All that open obstacles are counted by, so that the index alone tells it. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`drop index obstacle_by_status`.execute(db)
  await sql
    .raw(`create index obstacle_by_status on obstacle(
      province_id, status, next_due_at, id, subject_kind, overdue, next_paused, next_soon_at,
      category, escalation_level, agency_code)`)
    .execute(db)
  if (!(db.getExecutor().adapter instanceof SqliteAdapter)) return
  // As 0006 has it: with the index went what SQLite was told of it.
  await sql`insert into sqlite_stat1 (tbl, idx, stat)
    values ('obstacle', 'obstacle_by_status', '2000000 100000 12500 2 1 1 1 1 1 1 1 1')`.execute(db)
  await sql`analyze sqlite_schema`.execute(db)
}
