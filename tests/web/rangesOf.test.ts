import { expect, test } from 'vitest'
import { rangesOf } from '../../web/src/settings/rangesOf.ts'

test.each([
  ['nothing', [], []],
  ['one date', ['1405-04-21'], ['1405-04-21..1405-04-21']],
  ['dates in a row, in any order', ['1405-04-23', '1405-04-21', '1405-04-22'], ['1405-04-21..1405-04-23']],
  ['over the end of a month', ['1405-04-31', '1405-05-01'], ['1405-04-31..1405-05-01']],
  ['over the end of a year', ['1405-12-29', '1406-01-01'], ['1405-12-29..1406-01-01']],
  ['a gap', ['1405-04-21', '1405-04-23'], ['1405-04-21..1405-04-21', '1405-04-23..1405-04-23']],
])('%s', (_, dates, ranges) => {
  expect(rangesOf(dates).map(({ from, to }) => `${from}..${to}`)).toEqual(ranges)
})
