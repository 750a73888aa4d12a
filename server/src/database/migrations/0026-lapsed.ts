import { sql, type Kysely } from 'kysely'

/** Requests for extensions that waited for a decision when their clock ended: nothing is left to decide. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql
    .raw(`update extension set decision = 'LAPSED' where decision = 'PENDING' and deadline_id in (
      select id from deadline where state not in ('RUNNING', 'PAUSED'))`)
    .execute(db)
}
