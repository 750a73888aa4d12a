import { sql, SqliteAdapter, type Kysely } from 'kysely'

/** By which an official's own obstacles are found, and told from those of the single window, which everybody sees. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const name of ['obstacle_by_reporter', 'obstacle_overdue'])
    await sql`drop index ${sql.ref(name)}`.execute(db)
  for (const index of [
    'obstacle_by_reporter on obstacle(province_id, reporter_id, status, id)',
    `obstacle_by_reporter_agency on obstacle(province_id, reporter_agency_code, status, subject_kind, id)
      where subject_kind <> 'SINGLE_WINDOW'`,
    `obstacle_by_owner_agency on obstacle(province_id, owner_agency_code, status, subject_kind, id)
      where subject_kind <> 'SINGLE_WINDOW'`,
    'obstacle_overdue on obstacle(province_id, next_due_at, id, subject_kind) where overdue = 1',
  ])
    await sql.raw(`create index ${index}`).execute(db)
  if (!(db.getExecutor().adapter instanceof SqliteAdapter)) return
  // As 0006 has it: with an index goes what SQLite was told of it.
  await sql`insert into sqlite_stat1 (tbl, idx, stat) values
    ('obstacle', 'obstacle_by_reporter', '2000000 100000 200 40 1'),
    ('obstacle', 'obstacle_by_reporter_agency', '1400000 70000 1000 200 100 1'),
    ('obstacle', 'obstacle_by_owner_agency', '1400000 70000 1000 200 100 1'),
    ('obstacle', 'obstacle_overdue', '100000 5000 2 1 1')`.execute(db)
  await sql`analyze sqlite_schema`.execute(db)
}
