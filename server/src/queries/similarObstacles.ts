import { similarityTo } from '@goshayesh/shared/persianText'
import { openStatuses } from '@goshayesh/shared/workflow'
import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import { inWordsOfIndex, newestFound } from '../database/wordIndex.ts'
import { searchMatch } from './searchMatch.ts'
import type { Actor } from '../records/Actor.ts'
import { visibleObstacles } from './visibleObstacles.ts'

const CANDIDATES = 200

/** Open obstacles that read like the text, the most alike first, with a score of 0 to 1. */
export async function similarObstacles(
  db: Database,
  viewer: Actor,
  text: string,
  first: number,
): Promise<{ id: number; score: number }[]> {
  const match = searchMatch('text', text, 'OR')
  if (match === null) return []
  const open = visibleObstacles(db, viewer, { statuses: openStatuses }).where(
    'obstacle.status',
    'in',
    openStatuses,
  )
  const asked = { provinceId: viewer.provinceId, words: inWordsOfIndex(db, match) }
  const candidates = await newestFound(db, open, asked, CANDIDATES)
    .select(['obstacle.id', 'obstacle.title', sql<string>`substr(description, 1, 300)`.as('beginning')])
    .execute()
  const alike = similarityTo(text)
  return candidates
    .map(({ id, title, beginning }) => ({
      id,
      score: Math.max(alike(title), alike(`${title} ${beginning}`)),
    }))
    .sort((a, b) => b.score - a.score || b.id - a.id)
    .slice(0, first)
}
