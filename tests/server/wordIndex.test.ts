import fc from 'fast-check'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { searchKey, searchTerms } from '@goshayesh/shared/persianText'
import {
  foundByWords,
  indexWords,
  newestHits,
  type SearchWords,
} from '../../server/src/database/wordIndex.ts'
import { openDatabase, type TestDatabase } from '../helpers/engines.ts'

let office: TestDatabase
beforeEach(async () => {
  office = await openDatabase()
})
afterEach(() => office.close())

const keyed = (text: string, place: number, provinceId = 1) => ({
  id: place + 1,
  provinceId,
  number: place + 1,
  key: searchKey(`${place + 1} ${text}`),
})

/** Which obstacles of a province the index finds by these words. */
async function found(asked: SearchWords, provinceId = 1): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from (select rowid as id, ${sql.lit(provinceId)} as province_id, rowid as number from obstacle_search) as obstacle
    where ${foundByWords(office.db, asked)} order by id`.execute(office.db)
  return rows.map(({ id }) => id)
}

const letters = fc
  .integer({ min: 0x30, max: 0x3_ff_ff })
  .map((code) => (/[\p{L}\p{N}]/u.test(String.fromCodePoint(code)) ? String.fromCodePoint(code) : 'س'))
const pieces = [
  'سامانه',
  'سامانه‌ها',
  'سامان',
  'ΟΔΟΣ',
  'οδοσα',
  'aᦰb',
  '1405',
  '۱۴a',
  'or',
  'Near',
  'straße',
  'ﷲ',
]
const long = [
  'ل'.repeat(15),
  'ل'.repeat(16),
  'ل'.repeat(17),
  'ل'.repeat(41),
  `${'ل'.repeat(80)}م`,
  '𐤀'.repeat(45),
]
const word = fc.oneof(
  fc.constantFrom(...pieces, ...long),
  fc.constantFrom(...pieces.map((piece) => piece.slice(0, -1))),
  fc.string({ unit: fc.constantFrom('س', 'م', 'ا', 'a', '1'), minLength: 1, maxLength: 4 }),
  fc.string({ unit: letters, minLength: 1, maxLength: 3 }),
)
const text = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '))

test('whoever has the words is found, the last of them as a beginning if so asked, in whatever letters', async () => {
  const texts = fc.sample(text, { seed: 14_050_906, numRuns: 60 })
  await indexWords(
    office.db,
    texts.map((each, place) => keyed(each, place)),
  )
  const wordsOf = texts.map((each, place) => keyed(each, place).key.split(' '))
  const asked = fc.oneof(text, fc.constantFrom(...texts), fc.constantFrom(...texts.join(' ').split(' ')))
  const holds = fc.asyncProperty(asked, fc.constantFrom('WHOLE', 'BEGINNING'), async (search, last) => {
    const words = searchTerms(search)
    fc.pre(words.length > 0)
    const mayBegin = (place: number) => last === 'BEGINNING' && place === words.length - 1
    const has = wordsOf.map((own) =>
      words.every((each, place) =>
        own.some((one) => one === each || (mayBegin(place) && one.startsWith(each))),
      ),
    )
    expect(await found({ words, last })).toEqual(has.flatMap((is, place) => (is ? [place + 1] : [])))
  })
  await fc.assert(holds, { seed: 14_050_906, numRuns: 150 })
}, 30_000)

describe('each province has its own words', () => {
  const ids = [1, 2, 31, 8_190, 1_000_000]

  test.each(ids)('province %i', async (provinceId) => {
    await indexWords(
      office.db,
      ids.map((id, place) => keyed(`نبود ${id}`, place, id)),
    )
    const here = [ids.indexOf(provinceId) + 1]
    for (const search of ['نبود', 'ن', 'نبو', `نبود ${provinceId}`])
      expect(await found({ words: search.split(' '), last: 'BEGINNING' }, provinceId), search).toEqual(here)
  })
})

test('an obstacle that is put in anew is found by its new words only', async () => {
  for (const title of ['نبود سامانه', 'خرابی رایانه', 'خرابی شبکه'])
    await indexWords(office.db, [keyed(title, 0)])
  for (const [search, ids] of [
    ['خرابی', [1]],
    ['شب', [1]],
    ['نبود', []],
    ['رایا', []],
  ] as const)
    expect(await found({ words: [search], last: 'BEGINNING' }), search).toEqual(ids)
})

test('the newest hits of each word are told, of the province and as many as are wanted', async () => {
  const texts = ['نبود سامانه', 'سامانه', 'خرابی سامان', 'نبود خرابی', 'سامانه']
  await indexWords(
    office.db,
    texts.map((text, place) => keyed(text, place, place === 4 ? 2 : 1)),
  )
  const province = { name_fa: 'گلستان', name_en: 'Golestan', timezone: 'Asia/Tehran', rules_stamp: '' }
  await office.db
    .insertInto('province')
    .values({ id: 1, ...province, last_number: texts.length })
    .execute()
  const asked: SearchWords[] = [
    { words: ['نبود'], last: 'WHOLE' },
    { words: ['سامان'], last: 'WHOLE' },
    { words: ['سامان'], last: 'BEGINNING' },
    { words: ['هیچ'], last: 'WHOLE' },
  ]
  expect(await newestHits(office.db, 1, asked, 2)).toEqual([[4, 1], [3], [3, 2], []])
  expect(await newestHits(office.db, 1, asked, 9)).toEqual([[4, 1], [3], [3, 2, 1], []])
})
