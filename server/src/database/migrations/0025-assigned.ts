import { sql, type Kysely } from 'kysely'

/** Since when the present owner has an obstacle: from then on a clock to answer runs, also one that a rule sets later. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql.raw(`alter table obstacle add column assigned_at integer`).execute(db)
  await sql
    .raw(`update obstacle set assigned_at = (
      select max(at) from event
      where event.province_id = obstacle.province_id and event.obstacle_id = obstacle.id and event.kind = 'ASSIGNED'
    ) where owner_id is not null`)
    .execute(db)
}
