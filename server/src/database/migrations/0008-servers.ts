import { sql, type Kysely } from 'kysely'

/** What a change of the rules told people, apart from what events told them. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql
    .raw(`create index notice_of_rules on notice(province_id, user_id, id) where event_id is null`)
    .execute(db)
}
