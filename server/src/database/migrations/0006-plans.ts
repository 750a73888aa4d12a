import { sql, SqliteAdapter, type Kysely } from 'kysely'

/**
 * How many rows a country has in each index, and how many of them a large province and further columns single out.
 * Without these figures SQLite takes a province for ten rows and reads all of it where it should look up a few; measured
 * ones would let the plans differ from one installation to the next. PostgreSQL measures by itself.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql.raw('create index obstacle_by_soon on obstacle(province_id, next_soon_at)').execute(db)
  if (!(db.getExecutor().adapter instanceof SqliteAdapter)) return
  // Makes the table that holds them.
  await sql`analyze sqlite_schema`.execute(db)
  for (const [table, index, figures] of statistics)
    await sql`insert into sqlite_stat1 (tbl, idx, stat) values (${table}, ${index}, ${figures})`.execute(db)
  // Reads them for this connection; later ones do so when they open the file.
  await sql`analyze sqlite_schema`.execute(db)
}

const statistics: [table: string, index: string, figures: string][] = [
  ['obstacle', 'sqlite_autoindex_obstacle_1', '2000000 100000 1'],
  ['obstacle', 'obstacle_by_status', '2000000 100000 12500 2 1 1 1 1 1'],
  ['obstacle', 'obstacle_by_due', '2000000 100000 2 1'],
  ['obstacle', 'obstacle_by_update', '2000000 100000 2 1'],
  ['obstacle', 'obstacle_by_severity', '2000000 100000 25000 1'],
  ['obstacle', 'obstacle_by_soon', '2000000 100000 2'],
  ['obstacle', 'obstacle_overdue', '100000 5000 2 1'],
  ['obstacle', 'obstacle_by_agency', '2000000 100000 1400 200 2 1 1'],
  ['obstacle', 'obstacle_by_owner', '2000000 100000 200 40 1 1'],
  ['obstacle', 'obstacle_by_reporter', '2000000 100000 200 1'],
  ['obstacle', 'obstacle_by_idempotency_key', '1000000 50000 100 1'],
  ['obstacle', 'obstacle_by_subject', '2000000 100000 33000 2 1 1 1'],
  ['obstacle', 'obstacle_by_resolution', '1200000 60000 2 1 1 1 1'],
  ['obstacle', 'obstacle_of_resistance', '200000 10000 2 1 1 1'],
  ['obstacle_agency', 'sqlite_autoindex_obstacle_agency_1', '1000000 50000 2 1'],
  ['obstacle_agency', 'obstacle_agency_by_agency', '1000000 50000 700 1'],
  ['deadline', 'deadline_by_obstacle', '6000000 300000 3 1'],
  ['deadline', 'deadline_by_stop', '4000000 200000 2 1 1 1'],
  ['deadline', 'deadline_owed', '1200000 60000 2'],
  ['waiting', 'waiting_by_obstacle', '400000 20000 2 1'],
  ['waiting', 'waiting_owed', '40000 2000 2'],
  ['extension', 'extension_by_obstacle', '200000 10000 2 1'],
  ['extension', 'extension_by_decision', '200000 10000 3000 2 1'],
  ['event', 'event_by_obstacle', '20000000 1000000 10 1'],
  ['notice', 'notice_by_user', '20000000 1000000 5000 1'],
  ['notice', 'notice_unread', '2000000 100000 500 1'],
  ['notice', 'notice_once', '20000000 3 1'],
  ['attachment', 'attachment_by_obstacle', '600000 30000 3 1'],
  ['solution_step', 'solution_step_by_obstacle', '600000 30000 3 1'],
  ['stage_change', 'stage_change_by_agency', '10000 500 7 1'],
  ['user', 'sqlite_autoindex_user_1', '40000 1'],
  ['user', 'user_by_province', '40000 2000 1'],
  ['user', 'user_by_role', '40000 2000 400 5'],
]
