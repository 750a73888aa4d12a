import { sql, type Kysely } from 'kysely'

/** Where somebody signed in, and when that was used last; of those that are there already nothing is known. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const column of ['device text', 'used_at integer'])
    await sql.raw(`alter table session add column ${column}`).execute(db)
}
