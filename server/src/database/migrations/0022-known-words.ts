import { sql, SqliteAdapter, type Kysely } from 'kysely'

/** SQLite's index of words is asked for those that begin alike one by one: see knownWords. */
export async function up(db: Kysely<never>): Promise<void> {
  if (!(db.getExecutor().adapter instanceof SqliteAdapter)) return
  await sql`create table obstacle_search_word (word text primary key) without rowid`.execute(db)
  await sql`create virtual table temp.indexed using fts5vocab(main, obstacle_search, row)`.execute(db)
  // Neither provinces, which are words of their own there, nor numbers.
  await sql`insert or ignore into obstacle_search_word select substr(term, 1, 40) from temp.indexed
    where term not glob '[0-9' || char(57344) || ']*'`.execute(db)
  await sql`drop table temp.indexed`.execute(db)
}
