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
  if (ranked.length === 0) return []
  const own = viewer.role === 'OFFICIAL' ? await newestOwn(db, viewer) : []
  const ids = [...new Set([...ranked, ...own])]
  const values = { ...valuesOf(viewer), ids, letters: text.length }
  const { rows } = await execute(db, candidates(db, shapeOf(viewer), values))
  const found = new Map(rows.map((row) => [row.id, row]))
  const likely = ranked.filter((id) => found.has(id)).slice(0, Math.max(first, COMPARED))
  const alike = similarityTo(text)
  return [...new Set([...likely, ...own])]
    .flatMap((id) => found.get(id) ?? [])
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
const among = { statuses: openStatuses }

/**
 * Those of some obstacles that are open and that the viewer sees. Of what they tell, a beginning as long as the text: more
 * would only make each less like it.
 */
const candidates = shapedQuery<SeerShape, CandidateValues, Candidate>((db, value, shape) =>
  visibleObstacles(db, seerAt(shape, value), { each: true })
    .where('obstacle.status', 'in', openStatuses)
    .where('obstacle.id', ...anyOf(db, 'bigint', value('ids')))
    .select(['obstacle.id', 'obstacle.title'])
    .select(sql<string>`substr(description, 1, cast(${value('letters')} as integer))`.as('beginning')),
)

/** An official's own ones are few, and may be older than the newest hits: the newest of them are compared, too. */
async function newestOwn(db: Database, viewer: Actor): Promise<number[]> {
  const { rows } = await execute(db, ownOnes(db, shapeOf(viewer), valuesOf(viewer)))
  return rows.map(({ id }) => id)
}

const ownOnes = shapedQuery<SeerShape, SeerValues, { id: number }>((db, value, shape) =>
  db
    .selectFrom(ownObstacles(db, seerAt(shape, value), among).as('own'))
    .select('own.id')
    .distinct()
    .orderBy('own.id', 'desc')
    .limit(COMPARED),
)
