import fc from 'fast-check'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { searchKey } from '@goshayesh/shared/persianText'
import type { Database } from '../../server/src/database/connect.ts'
import { foundByWords, indexKeyed } from '../../server/src/database/wordIndex.ts'
import { openDatabase, type TestDatabase } from '../helpers/engines.ts'
import { wordsIn } from '../helpers/wordsIn.ts'

let office: TestDatabase
beforeEach(async () => {
  office = await openDatabase()
})
afterEach(() => office.close())

function index(db: Database, texts: string[], first = 1): Promise<void> {
  const keyed = texts.map((text, place) => ({
    id: first + place,
    provinceId: 1,
    number: first + place,
    key: searchKey(`${first + place} ${text}`),
  }))
  return indexKeyed(db, keyed)
}

test('the known words are those of the index, whatever the letter', async () => {
  const letters = Array.from({ length: 0x11_00_00 }, (_, code) => String.fromCodePoint(code))
  const words = letters.filter((each) => /[\p{L}\p{N}\p{M}]/u.test(each)).map((each) => `x${each}y`)
  const texts = Array.from({ length: 500 }, (_, part) => words.slice(part * 300, (part + 1) * 300).join(' '))
  await office.db.transaction().execute((db) => index(db, texts))
  const { indexed, known } = wordsIn(office.location)
  expect(known.length).toBeGreaterThan(100_000)
  expect(known).toEqual(indexed)
}, 30_000)

describe('what begins so is found as the index finds it by itself', () => {
  const many = Array.from({ length: 300 }, (_, n) => `س${String.fromCodePoint(0x4e00 + n)}`)
  const few = many.slice(0, 100).map((word) => `م${word}`)
  const long = ['ل'.repeat(39), 'ل'.repeat(40), 'ل'.repeat(41), `${'ل'.repeat(80)}م`, '𐤀'.repeat(45)]
  const pieces = [
    'سامانه',
    'سامانه‌ها',
    'سامان',
    'سا',
    'استعلام',
    'ΟΔΟΣ',
    'οδοσα',
    'aᦰb',
    'ᦰ',
    '1405',
    '14',
    '۱۴a',
    'or',
    'Near',
    'گاز',
  ]
  const word = fc.oneof(
    fc.constantFrom(...pieces, ...long),
    fc.constantFrom(...pieces.map((piece) => piece.slice(0, -1))),
    fc.constantFrom(...many),
    fc.constantFrom(...few),
    fc.string({ unit: fc.constantFrom('س', 'م', 'ا', 'a', '1'), maxLength: 4 }),
  )
  const text = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '))

  test('in any texts', async () => {
    const texts = fc.sample(text, { seed: 14_050_906, numRuns: 60 })
    await index(office.db, [...texts, many.join(' '), few.join(' ')])
    const holds = fc.asyncProperty(text, fc.constantFrom('AND', 'OR'), async (asked, operator) => {
      const words = searchKey(asked)
        .split(' ')
        .map((each) => each.slice(0, 40).replace(/[\ud800-\udbff]$/, ''))
        .filter((each) => each !== '')
      fc.pre(words.length > 0)
      const byIndex = `${words.map((each) => `"${each}"`).join(` ${operator} `)}*`
      expect(await found(foundByWords(office.db, { words, operator }))).toEqual(
        await found(sql<boolean>`id in (select rowid from obstacle_search(${byIndex}))`),
      )
    })
    await fc.assert(holds, { seed: 14_050_906, numRuns: 300 })
  }, 30_000)

  /** Which of the numbers of all texts, taken for obstacles. */
  async function found(condition: ReturnType<typeof foundByWords>): Promise<number[]> {
    const { rows } = await sql<{ id: number }>`
      select id from (select rowid as id from obstacle_search) as obstacle where ${condition} order by id`.execute(
      office.db,
    )
    return rows.map(({ id }) => id)
  }
})

describe('a word is known', () => {
  const rolledBack = (texts: string[][]) =>
    office.db
      .transaction()
      .execute(async (db) => {
        for (const each of texts) await index(db, each)
        throw new Error('rolled back')
      })
      .catch((error: Error) => expect(error.message).toBe('rolled back'))

  test.each([
    ['after it was put in', []],
    ['though it was taken back once', [['سامانه']]],
    ['though it was taken back after it had been seen', [['سامانه'], ['سامانه'], ['سامانه']]],
  ])('%s', async (_when, before) => {
    await index(office.db, ['نبود'])
    await rolledBack(before)
    await office.db.transaction().execute((db) => index(db, ['سامانه نبود']))
    expect(wordsIn(office.location)).toEqual({ indexed: ['سامانه', 'نبود'], known: ['سامانه', 'نبود'] })
  })

  test('and looked up no more once it was seen', async () => {
    const statements: string[] = []
    const watched = await openDatabase({ onQuery: (text) => statements.push(text) })
    try {
      for (const text of ['نبود', 'نبود', '']) {
        statements.length = 0
        await watched.db.transaction().execute((db) => index(db, [`نبود ${text}`]))
      }
      expect(statements.filter((text) => text.includes('obstacle_search_word'))).toEqual([])
    } finally {
      await watched.close()
    }
  })
})
