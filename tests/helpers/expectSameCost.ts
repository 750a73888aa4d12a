import { expect } from 'vitest'
import { postgresUrl } from './engines.ts'

/**
 * The same statements for many rows as for few: on SQLite each exactly as often. PostgreSQL answers several in any order,
 * so there a batch that two of them lead to may go out in two parts, and what is remembered may be looked up once more;
 * a statement for each row would still come more than twice as often.
 */
export function expectSameCost(many: string[], few: string[]): void {
  const [manyTimes, fewTimes] = [timesOf(many), timesOf(few)]
  if (postgresUrl === null) return expect(manyTimes).toEqual(fewTimes)
  const oftener = [...manyTimes].filter(([text, times]) => times > Math.max(1, 2 * (fewTimes.get(text) ?? 0)))
  expect(oftener).toEqual([])
}

/** How often each statement came, however many values are in its lists. */
function timesOf(statements: string[]): Map<string, number> {
  const texts = statements.map((text) => text.replaceAll(/(\$\d+|\+\?)(, (\$\d+|\+\?))*/g, '?'))
  return new Map([...Map.groupBy(texts, (text) => text)].map(([text, all]) => [text, all.length]))
}
