import { similarityTo } from '@goshayesh/shared/persianText'
import { openStatuses } from '@goshayesh/shared/workflow'
import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import { anyOf } from '../database/dialects.ts'
import { execute } from '../database/execute.ts'
import { shapedQuery } from '../database/statement.ts'
import { newestHits, type SearchWords } from '../database/wordIndex.ts'
import type { Actor } from '../records/Actor.ts'
import { searchMatch } from './searchMatch.ts'
import {
  ownObstacles,
  seerAt,
  shapeOf,
  valuesOf,
  visibleObstacles,
  type SeerShape,
  type SeerValues,
} from './visibleObstacles.ts'

/** So many of the newest hits of each word are looked at: what has a word that is rarer than this is found, however old. */
const HITS = 500
/** So many of those that have the most and the rarest words are looked up, and so many of these compared. */
const RANKED = 200
const COMPARED = 30

/**
 * Open obstacles that read like the text, the most alike first, with a score of 0 to 1. It is asked at each pause of
 * whoever types, so it is a suggestion and no search: what is looked at is bounded, however many obstacles there are.
 */
export async function similarObstacles(
  db: Database,
  viewer: Actor,
  text: string,
  first: number,
): Promise<{ id: number; score: number }[]> {
  const match = searchMatch('text', text)
  if (match === null) return []
  const ranked = (await likeliest(db, viewer.provinceId, match.words)).slice(0, RANKED)
  const values = { ...valuesOf(viewer), ids: ranked, letters: text.length }
  const { rows } = await execute(db, candidates(db, shapeOf(viewer), values))
  const rankOf = new Map(ranked.map((id, rank) => [id, rank]))
  const byRank = Map.groupBy(rows, ({ id }) => rankOf.has(id))
  const likely = (byRank.get(true) ?? []).sort((a, b) => (rankOf.get(a.id) ?? 0) - (rankOf.get(b.id) ?? 0))
  const alike = similarityTo(text)
  return [...likely.slice(0, Math.max(first, COMPARED)), ...(byRank.get(false) ?? [])]
    .map(({ id, title, beginning }) => ({
      id,
      score: Math.max(alike(title), alike(`${title} ${beginning}`)),
    }))
    .sort((a, b) => b.score - a.score || b.id - a.id)
    .slice(0, first)
}

/** What the index finds by any of the words among its newest hits: first what has the most and the rarest of them. */
async function likeliest(db: Database, provinceId: number, words: string[]): Promise<number[]> {
  const asked = words.map((word, place): SearchWords => {
    return { words: [word], last: place === words.length - 1 ? 'BEGINNING' : 'WHOLE' }
  })
  const hits = await newestHits(db, provinceId, asked, HITS)
  const newest = Math.max(...hits.map(([id = 0]) => id))
  const weights = new Map<number, number>()
  for (const ids of hits) {
    const oldest = ids.length < HITS ? 0 : (ids.at(-1) ?? 0)
    const rarity = Math.log((newest + 1 - oldest) / ids.length)
    for (const id of ids) weights.set(id, (weights.get(id) ?? 0) + rarity)
  }
  return [...weights].sort(([a, weight], [b, other]) => other - weight || b - a).map(([id]) => id)
}

interface Candidate {
  id: number
  title: string
  beginning: string
}

type CandidateValues = SeerValues & { ids: number[]; letters: number }

/**
 * Those of some obstacles that are open and that the viewer sees, and besides of an official's own, which are few, the
 * newest. Of what they tell, a beginning as long as the text: more would only make each less like it.
 */
const candidates = shapedQuery<SeerShape, CandidateValues, Candidate>((db, value, shape) => {
  const viewer = seerAt(shape, value)
  const among = { statuses: openStatuses }
  const own = db.selectFrom(ownObstacles(db, viewer, among).as('own')).select('own.id')
  const newestOwn = own.orderBy('own.id', 'desc').limit(COMPARED)
  return visibleObstacles(db, viewer, among)
    .where('obstacle.status', 'in', openStatuses)
    .where((eb) => {
      const given = eb('obstacle.id', ...anyOf(db, 'bigint', value('ids')))
      return shape.role === 'OFFICIAL' ? eb.or([given, eb('obstacle.id', 'in', newestOwn)]) : given
    })
    .select(['obstacle.id', 'obstacle.title'])
    .select(sql<string>`substr(description, 1, cast(${value('letters')} as integer))`.as('beginning'))
})
