import { expect } from 'vitest'
import { postgresUrl } from './engines.ts'

/** So many of what is looked up may lead to the same batch. */
const PARTS = 3

/**
 * The same statements for many rows as for few: on SQLite each exactly as often. PostgreSQL answers several in any order,
 * so there a batch that several of them lead to (an agency: of the obstacle, of its owner, among those affected) may go out
 * in as many parts, and what is remembered may be looked up once more; a statement for each row would come far oftener.
 */
export function expectSameCost(many: string[], few: string[]): void {
  const [manyTimes, fewTimes] = [timesOf(many), timesOf(few)]
  if (postgresUrl === null) return expect(manyTimes).toEqual(fewTimes)
  const oftener = [...manyTimes].filter(
    ([text, times]) => times > Math.max(PARTS, 2 * (fewTimes.get(text) ?? 0)),
  )
  expect(oftener).toEqual([])
}

/** How often each statement came, however many values are in its lists. */
function timesOf(statements: string[]): Map<string, number> {
  const texts = statements.map((text) => text.replaceAll(/(\$\d+|\+\?)(, (\$\d+|\+\?))*/g, '?'))
  return new Map([...Map.groupBy(texts, (text) => text)].map(([text, all]) => [text, all.length]))
}
