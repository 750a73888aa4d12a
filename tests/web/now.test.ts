import { expect, test } from 'vitest'
import { untilNextTick } from '../../web/src/now.ts'

// A deadline that ends with its minute is over on screen as soon as the server says so.
test.each([
  ['2026-07-22T20:29:59.400Z', 1, 600],
  ['2026-07-22T20:30:00.000Z', 1, 30_000],
  ['2026-07-22T20:30:31.000Z', 1, 29_000],
  ['2026-07-22T20:29:40.000Z', 2, 10_000],
  // A clock that runs fast is not followed step by step.
  ['2026-07-22T20:29:40.000Z', 600, 1_000],
])('from %s, at speed %i, the page’s clock ticks in %i ms', (at, speed, expected) => {
  expect(untilNextTick(Date.parse(at), speed)).toBe(expected)
})
