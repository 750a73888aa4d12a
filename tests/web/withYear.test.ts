import { describe, expect, test } from 'vitest'
import { withYear } from '../../web/src/ui/withYear.ts'

describe('a day without its year is read in the year in which it is nearest', () => {
  test.each([
    ['۳۱ تیر', '1405-04-20', '1405/4/31'],
    ['٣١ تير', '1405-04-20', '1405/4/31'],
    [' 31 تیرماه ', '1405-04-20', '1405/4/31'],
    ['۳۱ تیر ماه', '1405-04-20', '1405/4/31'],
    ['31 Tir', '1405-04-20', '1405/4/31'],
    ['۴/۳۱', '1405-04-20', '1405/4/31'],
    ['5-1', '1405-04-20', '1405/5/1'],
    ['۱۰ فروردین', '1405-12-20', '1406/1/10'],
    ['۲۰ اسفند', '1405-01-15', '1404/12/20'],
    // That Mehr has 30 days is said of the year that is meant.
    ['۳۱ مهر', '1405-04-20', '1405/7/31'],
    ['۳۰ اسفند', '1405-12-20', '1405/12/30'],
  ])('%s on %s', (typed, today, read) => {
    expect(withYear(typed, today)).toBe(read)
  })

  test.each([
    '',
    '۱۴۰۵/۰۴/۳۱',
    '۳۱',
    'تیر',
    '۳۲ تیر',
    '۰ تیر',
    '۱۳/۱',
    'سی و یک تیر',
    '۳۱ تیر ۱۴۰۵',
    '31 July',
  ])('“%s” stays as it was typed', (typed) => {
    expect(withYear(typed, '1405-04-20')).toBe(typed)
  })
})
