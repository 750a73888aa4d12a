import { describe, expect, test } from 'vitest'
import { hoursOf, minuteOf, tidyTime, weeksOf } from '../../web/src/settings/weeks.ts'

const row = (weekday: number, opens: string, closes: string, from: string | null = null, to = from) => ({
  weekday,
  opens,
  closes,
  from,
  to,
})

describe('weeks', () => {
  test('rows of one range make one week, that of all the year first', () => {
    const weeks = weeksOf([
      row(0, '08:00', '13:00', '1405-04-01', '1405-05-31'),
      row(0, '13:00', '15:00'),
      row(0, '07:30', '12:00'),
      row(5, '07:30', '12:00'),
    ])
    expect(weeks.map(({ from, to }) => [from, to])).toEqual([
      [null, null],
      ['1405-04-01', '1405-05-31'],
    ])
    expect(weeks[0]?.days[0]).toEqual([
      { opens: '07:30', closes: '12:00' },
      { opens: '13:00', closes: '15:00' },
    ])
    expect(weeks[0]?.days[1]).toEqual([])
    expect(hoursOf(weeks[0]?.days ?? [])).toEqual([
      { weekday: 0, opens: '07:30', closes: '12:00' },
      { weekday: 0, opens: '13:00', closes: '15:00' },
      { weekday: 5, opens: '07:30', closes: '12:00' },
    ])
  })

  test.each([
    ['۷:۳۰', '07:30', 450],
    ['07:30', '07:30', 450],
    ['۸', '08:00', 480],
    ['24:00', '24:00', 1440],
    ['24:30', '24:30', null],
    ['25:00', '25:00', null],
    ['7:75', '07:75', null],
    ['صبح', 'صبح', null],
    ['', '', null],
  ])('the time «%s»', (typed, tidy, minute) => {
    expect(tidyTime(typed)).toBe(tidy)
    expect(minuteOf(typed)).toBe(minute)
  })
})
