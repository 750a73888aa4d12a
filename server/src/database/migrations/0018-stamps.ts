import { sql, type Kysely } from 'kysely'

/** Stamps rise with every change of an obstacle's record, and of a province's names: what was read is kept under them. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql.raw(`alter table obstacle add column stamp integer not null default 0`).execute(db)
  await sql.raw(`alter table province add column directory_stamp integer not null default 0`).execute(db)
}
