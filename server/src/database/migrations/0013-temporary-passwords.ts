import { sql, type Kysely } from 'kysely'

/** Until when a password works that somebody was given; those that are there already stay as they are. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql.raw(`alter table "user" add column password_expires_at integer`).execute(db)
}
