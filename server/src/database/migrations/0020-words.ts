import { searchKey } from '@goshayesh/shared/persianText'
import type { Kysely } from 'kysely'
import { isPostgres } from '../dialects.ts'
import type { Tables } from '../tables.ts'
import { indexWords } from '../wordIndex.ts'

const BATCH = 1_000

/** SQLite's index of words is told apart by provinces, too: what it tells of a word is put in anew. */
export async function up(db: Kysely<Tables>): Promise<void> {
  if (isPostgres(db)) return
  for (let after = 0, more = true; more;) {
    const obstacles = await db
      .selectFrom('obstacle')
      .select(['id', 'province_id as provinceId', 'number', 'title', 'description'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(BATCH)
      .execute()
    const keyed = obstacles.map(({ title, description, ...obstacle }) => ({
      ...obstacle,
      key: searchKey(`${obstacle.number} ${title} ${description}`),
    }))
    await indexWords(db, keyed)
    after = obstacles.at(-1)?.id ?? after
    more = obstacles.length === BATCH
  }
}
