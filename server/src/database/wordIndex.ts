import {
  CompiledQuery,
  sql,
  type Expression,
  type Kysely,
  type RawBuilder,
  type SelectQueryBuilder,
  type SqlBool,
} from 'kysely'
import { gathered, isPostgres } from './dialects.ts'
import { execute } from './execute.ts'
import { ManyRows } from './ImmediateSqliteDialect.ts'
import { shapedQuery, type Put } from './statement.ts'
import type { ObstacleRow, Tables } from './tables.ts'

type Database = Kysely<Tables>

/** What is asked of the index: who has all of these words, which are without syntax; the last may be the beginning of one. */
export interface SearchWords {
  words: string[]
  last: 'WHOLE' | 'BEGINNING'
}

/** The same in the index's own language, but for where to look: before each word stands an @. */
export function inWordsOfIndex(db: Database, { words, last }: SearchWords): string {
  const [quote, and, beginning] = isPostgres(db) ? ["'", ' & ', ':*'] : ['"', ' AND ', '*']
  const all = words.map((word) => `${quote}@${word}${quote}`).join(and)
  return last === 'BEGINNING' ? all + beginning : all
}

/*
 * In the index each word stands behind its province, so that others' hits are in nobody's way. SQLite's index tells the
 * hits of a word from the newest on, as long as it is asked, and those of a beginning too where it keeps beginnings of
 * that length. PostgreSQL's tells all hits at once, and a common word has very many. So there a slice of the numbers
 * stands behind the province, and one slice after the other is asked, from the newest on.
 */
const PROVINCES = 0xe0_00
const SLICE_BITS = 12
const sliceOf = (number: RawBuilder<unknown>) => sql`(${number} >> ${sql.lit(SLICE_BITS)})`
const inProvince = (query: Put<string>, provinceId: Put<number>) =>
  sql`replace(${query}, '@', char(${sql.lit(PROVINCES)} + ${provinceId}))`
const inSlice = (query: Put<string>, provinceId: Put<number>, slice: RawBuilder<unknown>) =>
  sql`replace(${query}, '@', ${provinceId}::bigint || '.' || ${slice} || '.')::tsquery`

type Obstacles = SelectQueryBuilder<Tables, 'obstacle', object>

/** Those of the obstacles of a province that the full-text index finds: the newest, as many as are wanted. */
export function newestFound(
  db: Database,
  obstacles: Obstacles,
  { provinceId, words }: { provinceId: Put<number>; words: Put<string> },
  most: number,
): Obstacles {
  const from = (found: RawBuilder<ObstacleRow>) =>
    // The same columns under the same name: what is asked of obstacles can be asked of these.
    db.selectFrom(found.as('obstacle')) as unknown as Obstacles
  if (isPostgres(db)) {
    // Gathered, each hit is looked up: else all obstacles may be read to find the hits among them.
    const hits = sql<number>`(select rowid from obstacle_search where ${hasInSlice(words, provinceId)})`
    const found = obstacles
      .where('obstacle.id', ...gathered(db, hits))
      .selectAll('obstacle')
      .orderBy('obstacle.id', 'desc')
      .limit(sql.lit(most))
    return from(newestOfSlices(provinceId, found, most))
  }
  const hit = sql<{ rowid: number }>`obstacle_search(${inProvince(words, provinceId)})`
  const found = obstacles
    .innerJoin(hit.as('hit'), 'hit.rowid', 'obstacle.id')
    .selectAll('obstacle')
    .orderBy('hit.rowid', 'desc')
    .limit(sql.lit(most))
  return from(sql`${found}`)
}

const hasInSlice = (words: Put<string>, provinceId: Put<number>) =>
  sql`key @@ ${inSlice(words, provinceId, sql`slice.number`)}`

/** A sum is what no index is ordered by: else all of the slices would be looked through for a rare word. */
function hitsInSlice(words: Put<string>, provinceId: Put<number>): RawBuilder<{ rowid: number }> {
  return sql`(select rowid + 0 as rowid from obstacle_search
    where ${hasInSlice(words, provinceId)} order by 1 desc)`
}

function newestOfSlices<Row>(provinceId: Put<number>, ofOne: Expression<Row>, most: number): RawBuilder<Row> {
  const slices = sql`generate_series((select ${sliceOf(sql`last_number`)} from province where id = ${provinceId}), 0, -1)`
  return sql`(select found.* from ${slices} as slice(number) cross join lateral ${ofOne} as found
    limit ${sql.lit(most)})`
}

/** For each word the ids that the index tells of a province, whoever sees them: the newest, as many as are wanted. */
export async function newestHits(
  db: Database,
  provinceId: number,
  asked: SearchWords[],
  most: number,
): Promise<number[][]> {
  const words = asked.map((one, place) => [`words${place}`, inWordsOfIndex(db, one)])
  const values = { ...Object.fromEntries(words), provinceId }
  const { rows } = await execute(db, hits(db, { lists: asked.length, most }, values))
  const byList = new Map(rows.map(({ list, ids }) => [list, ids?.split(',').map(Number) ?? []]))
  return asked.map((_, list) => (byList.get(list) ?? []).sort((a, b) => b - a))
}

/** Ids as one text: a row for each would take twice as long. */
const hits = shapedQuery<HitsShape, Record<string, string | number>, { list: number; ids: string | null }>(
  (db, value, { lists, most }) => {
    const provinceId = sql<number>`${value('provinceId')}`
    const each = Array.from({ length: lists }, (_, list) => {
      const words = sql<string>`${value(`words${list}`)}`
      const found = isPostgres(db)
        ? newestOfSlices(provinceId, hitsInSlice(words, provinceId), most)
        : sql`(select rowid from obstacle_search(${inProvince(words, provinceId)}) order by rowid desc
            limit ${sql.lit(most)})`
      return sql`select ${sql.lit(list)} as list, string_agg(cast(rowid as text), ',') as ids from ${found} as found`
    })
    const all = sql<{ list: number; ids: string | null }>`(${sql.join(each, sql` union all `)})`
    return db.selectFrom(all.as('hits')).selectAll()
  },
)

interface HitsShape {
  lists: number
  most: number
}

/** Whether the full-text index knows an obstacle by these words. */
export function foundByWords(db: Database, asked: SearchWords): Expression<SqlBool> {
  const words = inWordsOfIndex(db, asked)
  const provinceId = sql<number>`obstacle.province_id`
  if (!isPostgres(db)) {
    return sql<SqlBool>`exists (select 1 from obstacle_search(${inProvince(words, provinceId)}) as found where found.rowid = obstacle.id)`
  }
  const query = inSlice(words, provinceId, sliceOf(sql`obstacle.number`))
  return sql<SqlBool>`exists (select from obstacle_search where rowid = obstacle.id and key @@ ${query})`
}

export interface KeyedObstacle {
  id: number
  provinceId: number
  number: number
  key: string
}

/** Puts obstacles into the full-text index under the words of their search keys, in the place of earlier ones. */
export async function indexWords(db: Database, keyed: KeyedObstacle[]): Promise<void> {
  if (keyed.length === 0) return
  if (isPostgres(db)) {
    const rows = keyed.map(({ id, provinceId, number, key }) => {
      const slice = Math.floor(number / 2 ** SLICE_BITS)
      return { id, words: wordsBehind(`${provinceId}.${slice}.`, key) }
    })
    await sql`insert into obstacle_search(rowid, key)
      select id, array_to_tsvector(words)
      from json_to_recordset(${JSON.stringify(rows)}) as given(id bigint, words text[])
      on conflict (rowid) do update set key = excluded.key`.execute(db)
  } else {
    const rows = keyed.map(({ id, provinceId, key }) => [
      id,
      wordsBehind(String.fromCodePoint(PROVINCES + provinceId), key).join(' '),
    ])
    await db.executeQuery(
      CompiledQuery.raw('insert or replace into obstacle_search(rowid, key) values (?, ?)', [
        new ManyRows(rows),
      ]),
    )
  }
}

/** PostgreSQL takes no lexeme over 2 kB; nobody can search for more than the first letters of such a word anyway. */
function wordsBehind(place: string, key: string): string[] {
  const words = key.split(' ').map((word) => word.slice(0, 200).replace(/[\ud800-\udbff]$/, ''))
  return [...new Set(words)].filter((word) => word !== '').map((word) => place + word)
}
