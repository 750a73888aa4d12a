import { describe, expect, test } from 'vitest'
import { typedDate } from '../../web/src/ui/typedDate.ts'

describe('a date as people write it, without its year in the one in which it is nearest', () => {
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
    expect(typedDate(typed, today)).toBe(read)
  })

  test.each([
    '',
    '۱۴۰۵/۴',
    '۱۴۰۵/۳۱/۴',
    '۳۱/۴/۰۵',
    '۱۴۰۵/۴/۳۱/۲',
    '۱۴۰۵۰۴',
    '۱۴۰۵ تیر',
    '۳۱',
    'تیر',
    '۳۲ تیر',
    '۰ تیر',
    '۱۳/۱',
    'سی و یک تیر',
    '31 July',
  ])('“%s” stays as it was typed', (typed) => {
    expect(typedDate(typed, '1405-04-20')).toBe(typed)
  })

  test.each([
    '۳۱ تیر ۱۴۰۵',
    '۳۱ تیرماه ۱۴۰۵',
    '31 Tir 1405',
    '۱۴۰۵ ۳۱ تیر',
    '۱۴۰۵/۰۴/۳۱',
    '۱۴۰۵ / ۴ / ۳۱',
    '۳۱/۰۴/۱۴۰۵',
    '۱۴۰۵.۴.۳۱',
    '۱۴۰۵ ۴ ۳۱',
    '۱۴۰۵۰۴۳۱',
  ])('with its year: %s', (typed) => expect(typedDate(typed, '1404-01-01')).toBe('1405/4/31'))
})
