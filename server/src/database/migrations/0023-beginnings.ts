import { sql, type Kysely } from 'kysely'
import { isPostgres } from '../dialects.ts'
import type { Tables } from '../tables.ts'
import { up as indexAll } from './0020-words.ts'

/**
 * SQLite's index keeps beginnings of up to 16 letters behind that of a province, so nobody needs to know the words any
 * more. They are cut and folded before they come, and which stands where in a text doesn't matter: see wordIndex.
 */
export async function up(db: Kysely<Tables>): Promise<void> {
  if (isPostgres(db)) return
  await sql`drop table obstacle_search_word`.execute(db)
  await sql`drop table obstacle_search`.execute(db)
  await sql`create virtual table obstacle_search using fts5(key, content='', contentless_delete=1, tokenize='ascii',
    detail=none, prefix='2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17')`.execute(db)
  await indexAll(db)
}
