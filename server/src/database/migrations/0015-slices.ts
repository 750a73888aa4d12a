import { sql, SqliteAdapter, type Kysely } from 'kysely'

/** PostgreSQL's index of words is told apart by provinces and slices of their numbers: see wordIndex. */
export async function up(db: Kysely<never>): Promise<void> {
  if (db.getExecutor().adapter instanceof SqliteAdapter) return
  await sql`drop index obstacle_search_by_word`.execute(db)
  await sql`update obstacle_search set key = coalesce((
    select array_to_tsvector(array_agg(province_id || '.' || (number >> 12) || '.' || word))
    from obstacle, unnest(tsvector_to_array(key)) as word where id = rowid), '')`.execute(db)
  await sql`create index obstacle_search_by_word on obstacle_search using gin (key)`.execute(db)
}
