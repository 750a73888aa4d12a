import { sql, type Kysely } from 'kysely'

/** What changes of the rules told the people of a province, in the order of telling: read for all who listen at once. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql.raw(`drop index notice_of_rules`).execute(db)
  await sql.raw(`create index notice_of_rules on notice(province_id, id) where event_id is null`).execute(db)
}
