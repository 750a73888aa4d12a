import { describe, expect, it } from 'vitest'
import {
  addDays,
  civilDayOf,
  isLeapYear,
  jalaliDateOf,
  jalaliPartsOf,
  lastDayOfTyped,
  monthLength,
  parseJalaliDate,
  weekdayOf,
} from '@goshayesh/shared/jalali'

const DAY = 86_400_000
const platform = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
  timeZone: 'UTC',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

function platformDate(day: number): string {
  const part = new Map(platform.formatToParts(day * DAY).map(({ type, value }) => [type, value]))
  return `${part.get('year')}-${part.get('month')}-${part.get('day')}`
}

const civilDay = (gregorian: string) => Date.parse(gregorian) / DAY

describe('leap years', () => {
  const leap = [1395, 1399, 1403, 1408, 1412, 1416, 1420, 1424, 1428, 1432, 1436, 1441]
  const years = Array.from({ length: 1441 - 1395 + 1 }, (_, index) => 1395 + index)

  it.each(years)('%i is as in the official table', (year) => {
    const expected = leap.includes(year)
    expect(isLeapYear(year)).toBe(expected)
    expect(monthLength(year, 12)).toBe(expected ? 30 : 29)
    expect(parseJalaliDate(`${year}-12-30`)).toBe(expected ? `${year}-12-30` : null)
    expect(addDays(`${year}-12-29`, 1)).toBe(expected ? `${year}-12-30` : `${year + 1}-01-01`)
    expect(addDays(`${year + 1}-01-01`, -1)).toBe(expected ? `${year}-12-30` : `${year}-12-29`)
  })

  it('are those of the platform, 1300 to 1500', () => {
    for (let year = 1300; year <= 1500; year++) {
      const newYear = civilDayOf(`${year}-01-01`)
      expect([platformDate(newYear), platformDate(newYear - 1)]).toEqual([
        `${year}-01-01`,
        jalaliDateOf(newYear - 1),
      ])
    }
  })
})

describe('month ends', () => {
  const rows = [1399, 1400, 1403, 1404, 1405, 1408, 1411].flatMap((year) =>
    [31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30].map((length, index) => ({ year, month: index + 1, length })),
  )

  it.each(rows)('$year-$month has $length days', ({ year, month, length }) => {
    const text = `${year}-${String(month).padStart(2, '0')}`
    const next = `${year}-${String(month + 1).padStart(2, '0')}-01`
    expect(monthLength(year, month)).toBe(length)
    expect(parseJalaliDate(`${text}-${length}`)).toBe(`${text}-${length}`)
    expect(parseJalaliDate(`${text}-${length + 1}`)).toBeNull()
    expect(addDays(`${text}-${length}`, 1)).toBe(next)
    expect(addDays(next, -1)).toBe(`${text}-${length}`)
  })

  it.each([0, 13, 1.5, Number.NaN])('month %s is refused', (month) => {
    expect(() => monthLength(1405, month)).toThrow(RangeError)
  })
})

describe('the same day by both calendars', () => {
  it.each([
    ['1348-10-11', '1970-01-01', 5],
    ['1300-01-01', '1921-03-21', 2],
    ['1357-11-22', '1979-02-11', 1],
    ['1399-12-30', '2021-03-20', 0],
    ['1400-01-01', '2021-03-21', 1],
    ['1403-12-30', '2025-03-20', 5],
    ['1404-01-01', '2025-03-21', 6],
    ['1404-12-29', '2026-03-20', 6],
    ['1405-01-01', '2026-03-21', 0],
    ['1405-04-20', '2026-07-11', 0],
    ['1405-04-31', '2026-07-22', 4],
    ['1405-10-02', '2026-12-23', 4],
    ['1405-12-29', '2027-03-20', 0],
    ['1406-01-01', '2027-03-21', 1],
    ['1406-04-31', '2027-07-22', 5],
    ['1408-12-30', '2030-03-20', 4],
    ['1409-01-01', '2030-03-21', 5],
    ['1411-12-29', '2033-03-19', 0],
    ['1500-12-29', '2122-03-20', 6],
  ])('%s is %s, weekday %i', (date, gregorian, weekday) => {
    const day = civilDay(gregorian)
    expect(civilDayOf(date)).toBe(day)
    expect(jalaliDateOf(day)).toBe(date)
    expect(weekdayOf(day)).toBe(weekday)
  })

  it('every day of 1395 to 1412 is that of the platform and comes back', () => {
    const [first, last] = [civilDayOf('1395-01-01'), civilDayOf('1412-12-30')]
    for (let day = first; day <= last; day++) {
      const date = jalaliDateOf(day)
      if (date !== platformDate(day) || civilDayOf(date) !== day)
        expect.fail(`${date} is ${platformDate(day)}`)
    }
  })

  it('gives the parts as numbers', () => {
    expect(jalaliPartsOf(civilDayOf('1405-04-03'))).toEqual({ year: 1405, month: 4, day: 3 })
    expect(jalaliPartsOf(civilDayOf('1403-12-30'))).toEqual({ year: 1403, month: 12, day: 30 })
  })

  it('knows weekdays before 1970', () => {
    expect([-1, -5, -6, -7, -12].map(weekdayOf)).toEqual([4, 0, 6, 5, 0])
  })
})

it.each([
  ['۱۴۰۵/۷/۳۱', '1405-07-30'],
  ['1404/12/30', '1404-12-29'],
  ['1403/12/31', '1403-12-30'],
  ['1405/1/99', '1405-01-31'],
  ['1403/12/30', null],
  ['1405/13/31', null],
  ['1405/0/31', null],
  ['1600/7/31', null],
  ['31 مهر', null],
])('of %j, the last day there is: %s', (text, date) => {
  expect(lastDayOfTyped(text)).toBe(date)
})

describe('parseJalaliDate', () => {
  it.each([
    ['1405-04-31', '1405-04-31'],
    ['1405/4/31', '1405-04-31'],
    ['۱۴۰۵/۰۴/۳۱', '1405-04-31'],
    ['۱۴۰۵-۴-۳', '1405-04-03'],
    ['١٤٠٥/٤/٣', '1405-04-03'],
    ['۱4٠۵/۴/3', '1405-04-03'],
    ['  1405/12/29\n', '1405-12-29'],
    ['1403-12-30', '1403-12-30'],
    ['1300-01-01', '1300-01-01'],
    ['1500-01-31', '1500-01-31'],
  ])('%j is %s', (text, date) => {
    expect(parseJalaliDate(text)).toBe(date)
  })

  it.each([
    ...['1405-12-30', '1404-12-30', '1405-07-31', '1405-01-32', '1405-13-01', '1405-00-10', '1405-04-00'],
    ...[
      '1299-12-29',
      '1501-01-01',
      '2026-07-22',
      '405-04-31',
      '14050431',
      '1405-04',
      '1405-4/31',
      '1405.04.31',
    ],
    ...[
      '',
      ' ',
      '-',
      '1405-04-031',
      '1405-004-31',
      '1405-04-31T00:00',
      '1405--04-31',
      '-1405-04-31',
      '1405-4-3x',
    ],
    ...[
      '1405-04-31\0',
      '1405-+4-31',
      '1405-4e0-31',
      '۱۴۰۵/۰۷/۳۱',
      '１４０５-０４-３１',
      'فردا',
      '1405 - 04 - 31',
    ],
  ])('%j is no date', (text) => {
    expect(parseJalaliDate(text)).toBeNull()
  })
})

describe('refusals', () => {
  it.each([
    '1405-12-30',
    '1405-07-31',
    '1405-4-31',
    '1405/04/31',
    '',
    '1405-00-01',
    '1405-04-00',
    '9999-01-01',
  ])('civilDayOf(%j)', (date) => {
    expect(() => civilDayOf(date)).toThrow(RangeError)
  })

  it.each([Number.NaN, 0.5, Infinity, -1e9, 1e9])('jalaliDateOf(%s)', (day) => {
    expect(() => jalaliDateOf(day)).toThrow(RangeError)
  })
})
