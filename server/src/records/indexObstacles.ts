import { searchKey } from '@goshayesh/shared/persianText'
import type { Database } from '../database/connect.ts'
import { indexWords, type KeyedObstacle } from '../database/wordIndex.ts'
import type { ObstacleRow } from '../database/tables.ts'

type Words = Pick<ObstacleRow, 'id' | 'province_id' | 'number' | 'title' | 'description'>

const BATCH = 1_000

/** Puts every obstacle into the full-text index. */
export async function indexObstacles(db: Database): Promise<void> {
  for (let after = 0; ;) {
    const obstacles = await db
      .selectFrom('obstacle')
      .select(['id', 'province_id', 'number', 'title', 'description'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(BATCH)
      .execute()
    await indexWords(db, obstacles.map(keyed))
    const last = obstacles.at(-1)
    if (!last || obstacles.length < BATCH) return
    after = last.id
  }
}

/** What an obstacle is found by. */
export function keyed(obstacle: Words): KeyedObstacle {
  const { id, province_id: provinceId, number } = obstacle
  return { id, provinceId, number, key: searchKey(wordsOf(obstacle)) }
}

export function wordsOf({ number, title, description }: Words): string {
  return `${number} ${title} ${description}`
}
