import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Put } from './statement.ts'
import type { Tables } from './tables.ts'

type Database = Kysely<Tables>

/*
 * SQLite's index tells the hits of a whole word from the newest on, as long as it is asked, but those of a beginning only
 * after it has gathered them all. So the words that the index knows stand in a table, too, and for a beginning those are
 * asked for that begin so. A word once known stays there. Numbers don't: nearly each obstacle has one that no other has.
 */

/** Where more words begin alike, to ask for each costs more than to gather the hits. */
const MOST = 128
/** No more of a word stands in the table; nobody searches for more than that. */
const LONGEST = 40

/** Whichever words begin so, in the language of the index. */
export function beginningWith(beginning: Put<string>): RawBuilder<string> {
  const like = sql`select word from obstacle_search_word
    where word >= ${beginning} and word < ${beginning} || char(${sql.lit(0x10_ff_ff)}) limit ${sql.lit(MOST + 1)}`
  const each = sql`'"' || word || case when length(word) < ${sql.lit(LONGEST)} then '"' else '"*' end`
  return sql`(select case when count(*) between 1 and ${sql.lit(MOST)}
    then '(' || group_concat(${each}, ' OR ') || ')' else '"' || ${beginning} || '"*' end from (${like}) as alike)`
}

/** What the index makes of a letter that it takes for another one. */
export function inLettersOfIndex(text: string): string {
  return text.replaceAll('ς', 'σ')
}

/** The index goes by an older Unicode, to which these were no letters. */
const BETWEEN_WORDS = /[ \u19b0-\u19c0\u19c8\u19c9\u1cf2\u1cf3]+/

/** The words of search keys as the index cuts them, but for numbers. */
function wordsOf(keys: string[]): Set<string> {
  const words = new Set<string>()
  for (const key of keys) {
    for (const word of inLettersOfIndex(key).split(BETWEEN_WORDS)) {
      if (/^\D/.test(word))
        words.add(word.length > LONGEST ? Array.from(word).slice(0, LONGEST).join('') : word)
    }
  }
  return words
}

/** Words that were committed, by database: looked up no more. */
const committed = new WeakMap<object, Set<string>>()
const MOST_REMEMBERED = 20_000
/** What these have put in may still be rolled back. */
const havePutIn = new WeakSet<Database>()

/** Puts words of these search keys that are new to the index among the known ones. */
export async function learnWords(db: Database, keys: string[]): Promise<void> {
  const { adapter } = db.getExecutor()
  const remembered = committed.get(adapter) ?? new Set()
  committed.set(adapter, remembered)
  const words = wordsOf(keys)
  for (const word of words) if (remembered.has(word)) words.delete(word)
  if (words.size === 0) return
  const { rows: known } = await sql<{ word: string }>`select word from obstacle_search_word
    where word in (select value from json_each(${JSON.stringify([...words])}))`.execute(db)
  if (remembered.size + known.length > MOST_REMEMBERED) remembered.clear()
  for (const { word } of known) {
    words.delete(word)
    if (!havePutIn.has(db)) remembered.add(word)
  }
  if (words.size === 0) return
  havePutIn.add(db)
  await sql`insert or ignore into obstacle_search_word select value from json_each(${JSON.stringify([...words])})`.execute(
    db,
  )
}
