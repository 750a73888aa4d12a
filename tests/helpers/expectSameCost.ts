import { expect } from 'vitest'
import { postgresUrl } from './engines.ts'

/** As many statements for many rows as for few. PostgreSQL answers in any order: there a batch may go out in parts. */
export function expectSameCost(many: number | undefined, few: number | undefined): void {
  expect(Math.abs((many ?? NaN) - (few ?? NaN))).toBeLessThanOrEqual(postgresUrl === null ? 0 : 3)
}
