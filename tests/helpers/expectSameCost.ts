import { expect } from 'vitest'
import { postgresUrl } from './engines.ts'

/** Far fewer than the rows that the lists differ by: one more statement a row would still show. */
const IN_PARTS = 8

/**
 * As many statements for many rows as for few: exactly so on SQLite. PostgreSQL answers several statements in any order,
 * so there a batch that two of them lead to may go out in two parts.
 */
export function expectSameCost(many: number | undefined, few: number | undefined): void {
  expect(Math.abs((many ?? NaN) - (few ?? NaN))).toBeLessThanOrEqual(postgresUrl === null ? 0 : IN_PARTS)
}
