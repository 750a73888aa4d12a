import { describe, expect, it } from 'vitest'
import { createCalendar, type CalendarRules } from '@goshayesh/shared/calendar'
import { civilDayOf } from '@goshayesh/shared/jalali'
import {
  at,
  BERLIN,
  closed,
  dated,
  DAY,
  holidays,
  HOUR,
  MINUTE,
  officeWeek,
  randomOf,
  rulesWith,
  show,
  week,
} from '../helpers/calendars.ts'
import { WallClockOracle } from '../helpers/wallClockOracle.ts'

const SUMMER = week([0, 1, 2, 3, 4], '06:00-13:00', '1405-03-16', '1405-06-15')
const COLD = closed('AD_HOC', 'تعطیلی به علت برودت هوا', '1405-10-20', '1405-10-21', '1405-10-22')
const HALF_THURSDAY = week([5], '07:30-12:00')

const calendars = {
  'the office week': rulesWith(),
  'with holidays': rulesWith({ closures: holidays }),
  'with half Thursdays': rulesWith({ hours: [...officeWeek, ...HALF_THURSDAY], closures: holidays }),
  'with summer hours': rulesWith({ hours: [...officeWeek, ...SUMMER], closures: holidays }),
  'with a cold spell': rulesWith({ closures: [...holidays, ...COLD] }),
  'two shifts': rulesWith({ hours: week([0, 1, 2, 3, 4], '08:00-12:00 13:30-17:00') }),
  'guard on a holiday': rulesWith({
    closures: holidays,
    dates: dated('1406-01-02', '09:00-11:00 16:00-17:00'),
  }),
  'day and night': rulesWith({ hours: week([0, 1, 2, 3, 4, 5, 6], '00:00-24:00') }),
  'Berlin by day': rulesWith({ timezone: BERLIN, hours: week([1, 2, 3, 4, 5], '09:00-17:30') }),
  'Berlin by night': rulesWith({
    timezone: BERLIN,
    hours: week([0, 1, 2, 3, 4, 5, 6], '00:00-06:00 22:00-24:00'),
  }),
} satisfies Record<string, CalendarRules>

type Name = keyof typeof calendars
const calendarOf = (name: Name) => createCalendar(calendars[name])

describe('a target in working minutes', () => {
  it.each<[Name, string, number, string]>([
    ['the office week', '1405-04-20 10:15', 0, '1405-04-20 10:15'],
    ['the office week', '1405-04-20 10:15', 120, '1405-04-20 12:15'],
    ['the office week', '1405-04-20 10:15', 254, '1405-04-20 14:29'],
    ['the office week', '1405-04-20 10:15', 255, '1405-04-20 14:30'],
    ['the office week', '1405-04-20 10:15', 256, '1405-04-21 07:31'],
    ['the office week', '1405-04-20 10:15', 420, '1405-04-21 10:15'],
    ['the office week', '1405-04-20 10:15', 675, '1405-04-21 14:30'],
    ['the office week', '1405-04-20 10:15:30', 120, '1405-04-20 12:15:30.000'],
    ['the office week', '1405-04-20 14:29:59.999', 1, '1405-04-21 07:30:59.999'],
    // Starts outside office hours and at the edges.
    ['the office week', '1405-04-20 00:00', 1, '1405-04-20 07:31'],
    ['the office week', '1405-04-20 06:00', 420, '1405-04-20 14:30'],
    ['the office week', '1405-04-20 07:30', 420, '1405-04-20 14:30'],
    ['the office week', '1405-04-20 07:30', 421, '1405-04-21 07:31'],
    ['the office week', '1405-04-20 14:30', 0, '1405-04-20 14:30'],
    ['the office week', '1405-04-20 14:30', 1, '1405-04-21 07:31'],
    ['the office week', '1405-04-20 23:59:59.999', 120, '1405-04-21 09:30'],
    // Thursdays and Fridays.
    ['the office week', '1405-04-24 14:00', 30, '1405-04-24 14:30'],
    ['the office week', '1405-04-24 14:00', 60, '1405-04-27 08:00'],
    ['the office week', '1405-04-25 12:00', 60, '1405-04-27 08:30'],
    ['the office week', '1405-04-26 03:00', 0, '1405-04-26 03:00'],
    ['the office week', '1405-04-26 23:59:59.999', 1, '1405-04-27 07:31'],
    ['the office week', '1405-04-20 07:30', 2_100, '1405-04-24 14:30'],
    ['the office week', '1405-04-20 07:30', 2_101, '1405-04-27 07:31'],
    ['with half Thursdays', '1405-04-24 14:00', 60, '1405-04-25 08:00'],
    ['with half Thursdays', '1405-04-24 14:00', 300, '1405-04-25 12:00'],
    ['with half Thursdays', '1405-04-24 14:00', 301, '1405-04-27 07:31'],
    ['with half Thursdays', '1405-04-25 12:00', 1, '1405-04-27 07:31'],
    ['with half Thursdays', '1405-04-25 11:59', 1, '1405-04-25 12:00'],
    // Month ends: 31 Tir is a Wednesday, 30 Mehr a Thursday, 29 Esfand the last day of 1405.
    ['the office week', '1405-04-31 14:00', 60, '1405-05-03 08:00'],
    ['the office week', '1405-06-31 13:30', 60, '1405-06-31 14:30'],
    ['the office week', '1405-06-31 14:00', 60, '1405-07-01 08:00'],
    ['the office week', '1405-07-29 14:29', 2, '1405-08-02 07:31'],
    ['the office week', '1405-12-29 14:00', 60, '1406-01-01 08:00'],
    // Leap day 30 Esfand 1403 (Thursday) and 1408 (Wednesday).
    ['with half Thursdays', '1403-12-29 14:00', 60, '1403-12-30 08:00'],
    ['the office week', '1408-12-29 14:00', 60, '1408-12-30 08:00'],
    ['the office week', '1408-12-30 14:00', 60, '1409-01-03 08:00'],
    // Holidays, alone and in runs; Nowruz over the turn of the year.
    ['with holidays', '1405-03-05 14:00', 60, '1405-03-09 08:00'],
    ['with holidays', '1405-04-02 14:00', 60, '1405-04-06 08:00'],
    ['with holidays', '1405-04-03 09:00', 1, '1405-04-06 07:31'],
    ['with holidays', '1404-12-27 14:00', 60, '1405-01-05 08:00'],
    ['with holidays', '1404-12-27 14:00', 450, '1405-01-05 14:30'],
    ['with holidays', '1405-01-01 00:00', 420, '1405-01-05 14:30'],
    ['with holidays', '1405-01-11 14:00', 60, '1405-01-15 08:00'],
    ['with holidays', '1405-12-26 14:00', 60, '1406-01-07 08:00'],
    ['with holidays', '1405-12-26 14:00', 30 + 5 * 420, '1406-01-11 14:30'],
    ['with holidays', '1405-12-26 14:00', 31 + 5 * 420, '1406-01-15 07:31'],
    ['guard on a holiday', '1405-12-26 14:00', 60, '1406-01-02 09:30'],
    ['guard on a holiday', '1405-12-26 14:00', 150, '1406-01-02 11:00'],
    ['guard on a holiday', '1405-12-26 14:00', 151, '1406-01-02 16:01'],
    ['guard on a holiday', '1405-12-26 14:00', 211, '1406-01-07 07:31'],
    // Summer hours by date range replace the whole week in it.
    ['with summer hours', '1405-03-13 14:00', 60, '1405-03-16 06:30'],
    ['with summer hours', '1405-04-20 12:30', 30, '1405-04-20 13:00'],
    ['with summer hours', '1405-04-20 12:30', 60, '1405-04-21 06:30'],
    ['with summer hours', '1405-04-20 13:30', 60, '1405-04-21 07:00'],
    ['with summer hours', '1405-06-15 12:00', 90, '1405-06-16 08:00'],
    ['with summer hours', '1405-06-15 13:00', 1, '1405-06-16 07:31'],
    // An ad-hoc closure in the middle.
    ['with a cold spell', '1405-10-19 14:00', 60, '1405-10-23 08:00'],
    ['with a cold spell', '1405-10-20 09:00', 60, '1405-10-23 08:30'],
    ['with a cold spell', '1405-10-19 14:00', 871, '1405-10-27 07:31'],
    // Several intervals a day.
    ['two shifts', '1405-04-20 11:30', 30, '1405-04-20 12:00'],
    ['two shifts', '1405-04-20 11:30', 31, '1405-04-20 13:31'],
    ['two shifts', '1405-04-20 12:30', 1, '1405-04-20 13:31'],
    ['two shifts', '1405-04-20 11:30', 240, '1405-04-20 17:00'],
    ['two shifts', '1405-04-20 11:30', 241, '1405-04-21 08:01'],
    ['two shifts', '1405-04-20 08:00', 450, '1405-04-20 17:00'],
    ['day and night', '1405-04-20 23:59', 2, '1405-04-21 00:01'],
    ['day and night', '1405-04-20 00:00', 1_440, '1405-04-21 00:00'],
    ['day and night', '1405-12-29 12:00', 1_440, '1406-01-01 12:00'],
  ])('%s: %s + %i = %s', (name, start, minutes, due) => {
    const calendar = calendarOf(name)
    expect(show(calendar.add(at(start), minutes * MINUTE))).toBe(due)
    expect(calendar.elapsed(at(start), at(due))).toBe(minutes * MINUTE)
  })

  it('is exact to the millisecond', () => {
    const calendar = calendarOf('the office week')
    const closing = at('1405-04-20 14:30')
    expect(calendar.add(closing - 1, 1)).toBe(closing)
    expect(calendar.add(closing - 1, 2)).toBe(at('1405-04-21 07:30') + 1)
    expect(calendar.add(closing, 1)).toBe(at('1405-04-21 07:30') + 1)
    expect(calendar.elapsed(closing - 1, closing + 1)).toBe(1)
    expect(calendar.elapsed(at('1405-04-20 07:30') - 1, at('1405-04-20 07:30') + 1)).toBe(1)
  })
})

describe('a target in working days', () => {
  it.each<[Name, string, number, string]>([
    ['the office week', '1405-04-20 10:15', 1, '1405-04-21 14:30'],
    ['the office week', '1405-04-20 00:00', 1, '1405-04-21 14:30'],
    ['the office week', '1405-04-20 23:59:59.999', 1, '1405-04-21 14:30'],
    ['the office week', '1405-04-20 10:15', 4, '1405-04-24 14:30'],
    ['the office week', '1405-04-20 10:15', 5, '1405-04-27 14:30'],
    ['the office week', '1405-04-25 09:00', 1, '1405-04-27 14:30'],
    ['the office week', '1405-04-26 09:00', 1, '1405-04-27 14:30'],
    ['the office week', '1405-04-20 10:15', 10, '1405-05-03 14:30'],
    ['the office week', '1405-04-20 10:15', 15, '1405-05-10 14:30'],
    ['the office week', '1405-12-28 10:00', 2, '1406-01-01 14:30'],
    ['with half Thursdays', '1405-04-24 10:15', 1, '1405-04-25 12:00'],
    ['with half Thursdays', '1405-04-24 10:15', 2, '1405-04-27 14:30'],
    ['with holidays', '1405-04-01 08:00', 2, '1405-04-06 14:30'],
    ['with holidays', '1404-12-27 08:00', 1, '1405-01-05 14:30'],
    ['with holidays', '1405-12-26 08:00', 1, '1406-01-07 14:30'],
    ['with holidays', '1405-12-26 08:00', 5, '1406-01-11 14:30'],
    ['with holidays', '1405-12-26 08:00', 6, '1406-01-15 14:30'],
    ['with summer hours', '1405-03-13 08:00', 1, '1405-03-16 13:00'],
    ['with summer hours', '1405-06-14 08:00', 2, '1405-06-16 14:30'],
    ['with a cold spell', '1405-10-19 08:00', 1, '1405-10-23 14:30'],
    ['two shifts', '1405-04-20 23:00', 1, '1405-04-21 17:00'],
    ['guard on a holiday', '1405-12-26 08:00', 1, '1406-01-02 17:00'],
    ['guard on a holiday', '1405-12-26 08:00', 2, '1406-01-07 14:30'],
    ['day and night', '1405-04-20 10:15', 1, '1405-04-22 00:00'],
  ])('%s: %s and %i days is %s', (name, start, days, due) => {
    expect(show(calendarOf(name).closeOfWorkingDay(at(start), days))).toBe(due)
  })
})

describe('working time between', () => {
  it.each<[Name, string, string, number]>([
    ['the office week', '1405-04-20 10:15', '1405-04-20 10:15', 0],
    ['the office week', '1405-04-20 10:15', '1405-04-20 09:15', 0],
    ['the office week', '1405-04-20 00:00', '1405-04-21 00:00', 420],
    ['the office week', '1405-04-20 14:30', '1405-04-21 07:30', 0],
    ['the office week', '1405-04-25 00:00', '1405-04-27 07:30', 0],
    ['the office week', '1405-04-20 00:00', '1405-04-27 00:00', 2_100],
    ['the office week', '1405-01-01 00:00', '1406-01-01 00:00', 261 * 420],
    ['with half Thursdays', '1405-04-20 00:00', '1405-04-27 00:00', 2_370],
    ['with holidays', '1404-12-29 00:00', '1405-01-05 00:00', 0],
    ['with holidays', '1405-12-26 14:30', '1406-01-07 07:30', 0],
    ['with summer hours', '1405-06-15 00:00', '1405-06-17 00:00', 840],
    ['with summer hours', '1405-06-15 13:00', '1405-06-16 07:30', 0],
    ['with a cold spell', '1405-10-19 14:30', '1405-10-23 07:30', 0],
    ['two shifts', '1405-04-20 11:00', '1405-04-20 14:00', 90],
    ['two shifts', '1405-04-20 12:00', '1405-04-20 13:30', 0],
    ['guard on a holiday', '1406-01-02 00:00', '1406-01-03 00:00', 180],
    ['day and night', '1405-01-01 00:00', '1406-01-01 00:00', 365 * 1_440],
    ['day and night', '1408-01-01 00:00', '1409-01-01 00:00', 366 * 1_440],
  ])('%s: %s to %s is %i minutes', (name, from, to, minutes) => {
    expect(calendarOf(name).elapsed(at(from), at(to))).toBe(minutes * MINUTE)
  })

  it.each<[Name, string, string, number]>([
    ['the office week', '1405-04-20 00:00', '1405-04-20 23:59', 0],
    ['the office week', '1405-04-20 23:59', '1405-04-21 00:00', 1],
    ['the office week', '1405-04-21 00:00', '1405-04-20 23:59', 0],
    ['the office week', '1405-04-24 12:00', '1405-04-26 12:00', 0],
    ['the office week', '1405-04-24 12:00', '1405-04-27 00:00', 1],
    ['with half Thursdays', '1405-04-24 12:00', '1405-04-27 00:00', 2],
    ['with holidays', '1405-12-26 12:00', '1406-01-08 12:00', 2],
  ])('%s: %s to %s is %i working days', (name, from, to, days) => {
    expect(calendarOf(name).workingDaysBetween(at(from), at(to))).toBe(days)
  })

  it.each<[Name, string, string, number]>([
    ['the office week', '1405-04-20 10:15', '1405-04-31 23:59:59.999', 10],
    ['the office week', '1405-04-20 14:30', '1405-04-31 23:59:59.999', 9],
    ['the office week', '1405-04-26 10:00', '1405-04-31 23:59:59.999', 5],
    ['the office week', '1405-04-31 14:29', '1405-04-31 23:59:59.999', 1],
    ['the office week', '1405-04-31 14:30', '1405-04-31 23:59:59.999', 0],
    ['the office week', '1405-05-01 10:00', '1405-04-31 23:59:59.999', 0],
    ['the office week', '1405-04-20 10:15', '1405-04-20 10:15', 0],
  ])('%s: at %s, until %s, %i working days are left', (name, now, until, days) => {
    expect(calendarOf(name).workingDaysLeft(at(now), at(until))).toBe(days)
  })
})

describe('the office', () => {
  it.each<[Name, string, boolean, string]>([
    ['the office week', '1405-04-20 07:29:59.999', false, '1405-04-20 07:30'],
    ['the office week', '1405-04-20 07:30', true, '1405-04-20 07:30'],
    ['the office week', '1405-04-20 14:29:59.999', true, '1405-04-20 14:29:59.999'],
    ['the office week', '1405-04-20 14:30', false, '1405-04-21 07:30'],
    ['the office week', '1405-04-24 14:30', false, '1405-04-27 07:30'],
    ['two shifts', '1405-04-20 12:00', false, '1405-04-20 13:30'],
    ['with holidays', '1405-01-01 08:00', false, '1405-01-05 07:30'],
    ['guard on a holiday', '1406-01-01 08:00', false, '1406-01-02 09:00'],
    ['guard on a holiday', '1406-01-02 10:00', true, '1406-01-02 10:00'],
    ['day and night', '1405-04-20 00:00', true, '1405-04-20 00:00'],
  ])('%s: at %s open is %s, opens at %s', (name, instant, open, opening) => {
    const calendar = calendarOf(name)
    expect(calendar.isWorkingTime(at(instant))).toBe(open)
    expect(show(calendar.nextOpening(at(instant)))).toBe(opening)
  })

  it.each<[Name, string, string]>([
    ['the office week', '1405-04-20', '1405-04-20 14:30'],
    ['the office week', '1405-04-25', '1405-04-27 14:30'],
    ['with half Thursdays', '1405-04-25', '1405-04-25 12:00'],
    ['with holidays', '1405-12-29', '1406-01-07 14:30'],
    ['guard on a holiday', '1405-12-29', '1406-01-02 17:00'],
    ['with summer hours', '1405-04-20', '1405-04-20 13:00'],
  ])('%s: on %s it closes at %s', (name, date, closing) => {
    expect(show(calendarOf(name).closeOn(date))).toBe(closing)
  })

  it.each<[Name, number]>([
    ['the office week', 420],
    ['with half Thursdays', 420],
    ['with summer hours', 420],
    ['two shifts', 450],
    ['day and night', 1_440],
    ['Berlin by day', 510],
    ['Berlin by night', 480],
  ])('%s: a day has %i minutes', (name, minutes) => {
    expect(calendarOf(name).minutesPerDay).toBe(minutes)
  })

  it('knows the civil day and its ends', () => {
    const calendar = calendarOf('the office week')
    const day = civilDayOf('1405-04-31')
    expect(new Date(calendar.endOfDay(day)).toISOString()).toBe('2026-07-22T20:29:59.999Z')
    expect(new Date(calendar.startOfDay(day)).toISOString()).toBe('2026-07-21T20:30:00.000Z')
    expect(calendar.dayAt(calendar.startOfDay(day))).toBe(day)
    expect(calendar.dayAt(calendar.endOfDay(day))).toBe(day)
    expect(calendar.dateAt(calendar.endOfDay(day) + 1)).toBe('1405-05-01')
    expect([day, day + 1].map((each) => calendar.isWorkingDay(each))).toEqual([true, false])
  })
})

describe('why', () => {
  const shown = (name: Name, from: string, to: string) =>
    calendarOf(name)
      .stretches(at(from), at(to))
      .map((stretch) => `${show(stretch.from)} ${show(stretch.to)}`)

  it('lists the office hours that count, cut at both ends', () => {
    expect(shown('two shifts', '1405-04-24 11:30', '1405-04-27 08:15')).toEqual([
      '1405-04-24 11:30 1405-04-24 12:00',
      '1405-04-24 13:30 1405-04-24 17:00',
      '1405-04-27 08:00 1405-04-27 08:15',
    ])
    expect(shown('the office week', '1405-04-20 10:00', '1405-04-20 11:00')).toEqual([
      '1405-04-20 10:00 1405-04-20 11:00',
    ])
    expect(shown('the office week', '1405-04-20 14:30', '1405-04-21 07:30')).toEqual([])
    expect(shown('the office week', '1405-04-21 10:00', '1405-04-20 10:00')).toEqual([])
  })

  it('names each day skipped', () => {
    const calendar = createCalendar(
      rulesWith({ closures: [...holidays, ...COLD, ...closed('HOLIDAY', 'روزی دیگر', '1405-10-20')] }),
    )
    expect(calendar.skippedDays(at('1405-12-27 10:00'), at('1406-01-07 14:30'))).toEqual([
      { date: '1405-12-27', reason: { kind: 'WEEKEND', weekday: 5 } },
      { date: '1405-12-28', reason: { kind: 'WEEKEND', weekday: 6 } },
      { date: '1405-12-29', reason: { kind: 'HOLIDAY', name: 'روز ملی شدن صنعت نفت ایران' } },
      { date: '1406-01-01', reason: { kind: 'HOLIDAY', name: 'آغاز نوروز' } },
      { date: '1406-01-02', reason: { kind: 'HOLIDAY', name: 'عید نوروز' } },
      { date: '1406-01-03', reason: { kind: 'HOLIDAY', name: 'عید نوروز' } },
      { date: '1406-01-04', reason: { kind: 'HOLIDAY', name: 'عید نوروز' } },
      { date: '1406-01-05', reason: { kind: 'WEEKEND', weekday: 5 } },
      { date: '1406-01-06', reason: { kind: 'WEEKEND', weekday: 6 } },
    ])
    expect(calendar.skippedDays(at('1405-10-20 00:00'), at('1405-10-21 00:00'))).toEqual([
      { date: '1405-10-20', reason: { kind: 'AD_HOC', name: 'تعطیلی به علت برودت هوا' } },
    ])
    expect(calendar.skippedDays(at('1405-01-01 00:00'), at('1405-01-01 00:01'))).toEqual([
      { date: '1405-01-01', reason: { kind: 'HOLIDAY', name: 'آغاز نوروز، عید سعید فطر' } },
    ])
    expect(calendar.skippedDays(at('1405-04-20 10:00'), at('1405-04-20 09:00'))).toEqual([])
  })
})

describe('date ranges', () => {
  const hoursOn = (rules: CalendarRules, date: string) =>
    createCalendar(rules)
      .stretches(at(date), at(date) + DAY)
      .map(({ from, to }) => `${show(from).slice(11)}-${show(to).slice(11)}`)
      .join(' ')
  const everyDay = [0, 1, 2, 3, 4, 5, 6]
  const rules = rulesWith({
    hours: [
      ...week(everyDay, '08:00-16:00'),
      ...week(everyDay, '07:00-15:00', '1405-03-01', '1405-06-31'),
      ...week([0, 1, 2, 3, 4], '09:00-14:00', '1405-04-01', '1405-04-30'),
      ...week(everyDay, '10:00-12:00', '1405-04-20', '1405-05-18'),
      ...week(everyDay, '11:00-12:00', '1406-07-10', '1406-07-20'),
      ...week(everyDay, '12:00-13:00', '1406-07-15', '1406-08-30'),
      ...week(everyDay, '05:00-06:00', '1408-01-01'),
      ...week(everyDay, '04:00-05:00', undefined, '1402-12-29'),
      ...week(everyDay, '03:00-04:00', '1409-01-01'),
    ],
    dates: dated('1405-04-22', '20:00-21:00 18:00-19:00'),
    closures: closed('HOLIDAY', 'تعطیل', '1405-04-22', '1405-04-23'),
  })

  it.each([
    ['1402-12-29', '04:00-05:00'],
    ['1403-01-01', '08:00-16:00'],
    ['1405-02-31', '08:00-16:00'],
    ['1405-03-01', '07:00-15:00'],
    ['1405-03-31', '07:00-15:00'],
    ['1405-04-01', '09:00-14:00'],
    ['1405-04-05', ''],
    ['1405-04-19', ''],
    ['1405-04-20', '10:00-12:00'],
    ['1405-04-22', '18:00-19:00 20:00-21:00'],
    ['1405-04-23', ''],
    ['1405-05-18', '10:00-12:00'],
    ['1405-05-19', '07:00-15:00'],
    ['1405-06-31', '07:00-15:00'],
    ['1405-07-01', '08:00-16:00'],
    ['1406-07-14', '11:00-12:00'],
    ['1406-07-16', '11:00-12:00'],
    ['1406-07-21', '12:00-13:00'],
    ['1408-01-01', '05:00-06:00'],
    ['1409-01-01', '03:00-04:00'],
  ])('%s has %j', (date, hours) => {
    expect(hoursOn(rules, date)).toBe(hours)
  })
})

describe('summer time', () => {
  it.each([
    ['1399-12-30 12:00', '03:30'],
    ['1400-01-01 12:00', '03:30'],
    ['1400-01-02 00:59', null],
    ['1400-01-02 12:00', '04:30'],
    ['1400-06-30 12:00', '04:30'],
    ['1400-06-31 12:00', '03:30'],
    ['1401-06-30 12:00', '04:30'],
    ['1401-06-31 12:00', '03:30'],
    ['1402-04-15 12:00', '03:30'],
    ['1405-04-15 12:00', '03:30'],
  ])('Tehran at %s is %s ahead', (text, ahead) => {
    if (ahead === null) {
      expect(() => at(text)).toThrow(RangeError)
      return
    }
    const calendar = calendarOf('day and night')
    const day = civilDayOf(text.slice(0, 10))
    const offset = day * DAY + 12 * HOUR - at(text)
    expect(offset).toBe((Number(ahead.slice(0, 2)) + 0.5) * HOUR)
    expect(calendar.dayAt(at(text))).toBe(day)
  })

  it.each<[string, string, number]>([
    ['Asia/Tehran', '1400-01-02', 23],
    ['Asia/Tehran', '1400-06-30', 25],
    ['Asia/Tehran', '1401-01-02', 23],
    ['Asia/Tehran', '1401-06-30', 25],
    ['Asia/Tehran', '1402-01-02', 24],
    ['Asia/Tehran', '1402-06-30', 24],
    [BERLIN, '1405-01-09', 23],
    [BERLIN, '1405-08-03', 25],
    [BERLIN, '1405-08-04', 24],
    ['UTC', '1405-01-09', 24],
  ])('%s: %s has %i hours', (timezone, date, hours) => {
    const calendar = createCalendar(
      rulesWith({ timezone, hours: week([0, 1, 2, 3, 4, 5, 6], '00:00-24:00') }),
    )
    const day = civilDayOf(date)
    const [from, to] = [calendar.startOfDay(day), calendar.startOfDay(day + 1)]
    expect(to - from).toBe(hours * HOUR)
    expect(calendar.endOfDay(day)).toBe(to - 1)
    expect(calendar.elapsed(from, to)).toBe(hours * HOUR)
    expect([from - 1, from, to - 1, to].map((instant) => calendar.dayAt(instant) - day)).toEqual([
      -1, 0, 0, 1,
    ])
  })

  // On 9 Farvardin 1405 Berlin leaves out 02:00 to 03:00, on 3 Aban 02:00 to 03:00 come twice.
  it.each([
    ['02:15-04:00', '1405-01-09', '2026-03-29T01:00:00.000Z', '2026-03-29T02:00:00.000Z'],
    ['01:00-02:30', '1405-01-09', '2026-03-29T00:00:00.000Z', '2026-03-29T01:00:00.000Z'],
    ['01:00-03:30', '1405-01-09', '2026-03-29T00:00:00.000Z', '2026-03-29T01:30:00.000Z'],
    ['02:30-04:00', '1405-08-03', '2026-10-25T00:30:00.000Z', '2026-10-25T03:00:00.000Z'],
    ['01:00-02:30', '1405-08-03', '2026-10-24T23:00:00.000Z', '2026-10-25T00:30:00.000Z'],
    ['01:00-03:00', '1405-08-03', '2026-10-24T23:00:00.000Z', '2026-10-25T02:00:00.000Z'],
  ])('Berlin, %s on %s', (hours, date, from, to) => {
    const calendar = createCalendar(rulesWith({ timezone: BERLIN, hours: week([1], hours) }))
    const day = civilDayOf(date)
    const [stretch] = calendar.stretches(calendar.startOfDay(day), calendar.endOfDay(day))
    expect(stretch).toEqual({ from: Date.parse(from), to: Date.parse(to) })
  })

  it('a day whose hours a jump swallows is no working day', () => {
    const calendar = createCalendar(rulesWith({ timezone: BERLIN, hours: week([1], '02:00-03:00') }))
    const day = civilDayOf('1405-01-09')
    expect(calendar.isWorkingDay(day)).toBe(false)
    expect(calendar.isWorkingDay(day + 7)).toBe(true)
    expect(calendar.skippedDays(calendar.startOfDay(day), calendar.startOfDay(day + 1))).toHaveLength(1)
  })
})

describe('far away', () => {
  const calendar = calendarOf('the office week')

  it.each([
    '1320-01-01',
    '1349-05-05',
    '1394-12-29',
    '1395-01-01',
    '1412-12-30',
    '1413-01-01',
    '1450-07-30',
    '1500-12-29',
  ])('a week around %s is a week', (date) => {
    const fresh = calendarOf('the office week')
    const noon = at(`${date} 12:00`)
    expect(fresh.dateAt(noon)).toBe(date)
    expect(fresh.elapsed(noon, fresh.startOfDay(fresh.dayAt(noon) + 7) + 12 * HOUR)).toBe(2_100 * MINUTE)
  })

  it('a target of a hundred years is the sum of its parts', () => {
    const start = at('1405-04-20 10:15')
    const far = calendar.add(start, 25_000 * 420 * MINUTE)
    expect(calendar.elapsed(start, far)).toBe(25_000 * 420 * MINUTE)
    expect(calendar.closeOfWorkingDay(start, 25_000)).toBe(calendar.closeOn(calendar.dateAt(far)))
    expect(calendar.workingDaysBetween(start, far)).toBe(25_000)
  })

  it.each(['1395-01-01 00:00', '1412-12-30 23:59:59.999', '1413-01-01 00:00'])(
    '%s, where the first layout ends, is no edge',
    (text) => {
      const [instant, day] = [at(text), civilDayOf(text.slice(0, 10))]
      expect(calendarOf('day and night').dayAt(instant)).toBe(day)
      expect(calendarOf('day and night').isWorkingTime(instant)).toBe(true)
      expect(calendarOf('day and night').elapsed(instant - HOUR, instant + HOUR)).toBe(2 * HOUR)
      expect(calendarOf('day and night').add(instant, DAY)).toBe(instant + DAY)
      expect(calendarOf('day and night').startOfDay(day)).toBe(at(text.slice(0, 10)))
    },
  )

  it('growing changes no answer', () => {
    const grown = calendarOf('with half Thursdays')
    const start = at('1405-04-20 10:15')
    const before = [
      grown.add(start, 1e9),
      grown.elapsed(start, start + 90 * DAY),
      grown.closeOfWorkingDay(start, 40),
    ]
    grown.dayAt(at('1300-01-01 12:00'))
    grown.add(start, 1e12)
    expect([
      grown.add(start, 1e9),
      grown.elapsed(start, start + 90 * DAY),
      grown.closeOfWorkingDay(start, 40),
    ]).toEqual(before)
  })

  const summerOnly = createCalendar(rulesWith({ hours: SUMMER }))
  it.each<[string, () => unknown]>([
    ['more than there is', () => calendar.add(at('1405-04-20'), 1e15)],
    ['for ever', () => calendar.add(at('1405-04-20'), Infinity)],
    ['more working days than there are', () => calendar.closeOfWorkingDay(at('1405-04-20'), 1e9)],
    ['minutes after the last office hour', () => summerOnly.add(at('1405-06-15 12:00'), HOUR + 1)],
    ['days after the last office hour', () => summerOnly.closeOfWorkingDay(at('1405-06-15 12:00'), 1)],
    ['an opening after the last one', () => summerOnly.nextOpening(at('1405-06-15 13:00'))],
    ['a closing after the last one', () => summerOnly.closeOn('1405-06-16')],
    ['the year 9999', () => calendar.dayAt(Date.parse('9999-01-01T00:00:00Z'))],
    ['the year 1', () => calendar.elapsed(Date.parse('0001-01-01T00:00:00Z'), 0)],
    ['no instant', () => calendar.dayAt(Number.NaN)],
    ['between no instants', () => calendar.elapsed(Number.NaN, 0)],
    ['a negative duration', () => calendar.add(0, -1)],
    ['no duration', () => calendar.add(0, Number.NaN)],
    ['no working days', () => calendar.closeOfWorkingDay(0, 0)],
    ['half a working day', () => calendar.closeOfWorkingDay(0, 1.5)],
    ['half a civil day', () => calendar.startOfDay(1.5)],
    ['a day out of reach', () => calendar.endOfDay(1e9)],
    ['a closing on 30 Esfand of a common year', () => calendar.closeOn('1405-12-30')],
  ])('refuses %s', (_, ask) => {
    expect(ask).toThrow(RangeError)
  })

  it('still answers up to the last office hour', () => {
    expect(show(summerOnly.add(at('1405-06-15 12:00'), HOUR))).toBe('1405-06-15 13:00')
    expect(summerOnly.minutesPerDay).toBe(420)
  })

  it('takes rules whose only hours lie far off', () => {
    const later = createCalendar(rulesWith({ hours: week([0], '08:00-10:00', '1450-01-01', '1450-12-29') }))
    expect(later.minutesPerDay).toBe(120)
    expect(show(later.nextOpening(at('1405-04-20')))).toBe('1450-01-01 08:00')
  })
})

describe('rules that are refused', () => {
  const base = rulesWith()
  it.each<[string, CalendarRules]>([
    ['no hours at all', { ...base, hours: [] }],
    [
      'every day of the only range closed',
      {
        ...base,
        hours: week([0], '08:00-10:00', '1405-04-20', '1405-04-20'),
        closures: closed('AD_HOC', 'تعطیل', '1405-04-20'),
      },
    ],
    ['a range without its weekday', { ...base, hours: week([0], '08:00-10:00', '1405-04-21', '1405-04-22') }],
    ['closing before opening', { ...base, hours: week([0], '14:30-07:30') }],
    ['closing at opening', { ...base, hours: week([0], '08:00-08:00') }],
    ['overlapping intervals', { ...base, hours: week([0], '08:00-12:00 11:59-14:00') }],
    ['the same row twice', { ...base, hours: [...officeWeek, ...officeWeek] }],
    ['overlapping dated hours', { ...base, dates: dated('1405-04-20', '08:00-12:00 09:00-10:00') }],
    ...[
      '7:30-14:30',
      '07:30-24:01',
      '24:00-24:00',
      '07:60-14:30',
      '25:00-26:00',
      '-',
      '۰۷:۳۰-۱۴:۳۰',
      '07.30-14.30',
    ].map((hours): [string, CalendarRules] => [
      `hours ${hours}`,
      {
        ...base,
        hours: [
          { from: null, to: null, weekday: 0, opens: hours.split('-')[0]!, closes: hours.split('-')[1]! },
        ],
      },
    ]),
    ...[7, -1, 0.5, Number.NaN].map((weekday): [string, CalendarRules] => [
      `weekday ${weekday}`,
      { ...base, hours: week([weekday], '08:00-10:00') },
    ]),
    ['an unknown zone', { ...base, timezone: 'Asia/Gorgan' }],
    ['an empty zone', { ...base, timezone: '' }],
    ['a range from 31 Mehr', { ...base, hours: week([0], '08:00-10:00', '1405-07-31') }],
    ['a range to 30 Esfand', { ...base, hours: week([0], '08:00-10:00', undefined, '1405-12-30') }],
    ['a range backwards', { ...base, hours: week([0], '08:00-10:00', '1405-07-02', '1405-07-01') }],
    ['a closure on 30 Esfand', { ...base, closures: closed('HOLIDAY', 'تعطیل', '1405-12-30') }],
    ['dated hours on 31 Mehr', { ...base, dates: dated('1405-07-31', '08:00-10:00') }],
  ])('%s', (_, rules) => {
    expect(() => createCalendar(rules)).toThrow(RangeError)
  })

  it('intervals may touch', () => {
    const calendar = createCalendar(rulesWith({ hours: week([0], '08:00-12:00 12:00-14:00') }))
    expect(show(calendar.add(at('1405-04-20 08:00'), 240 * MINUTE))).toBe('1405-04-20 12:00')
    expect(calendar.elapsed(at('1405-04-20 11:59'), at('1405-04-20 12:01'))).toBe(2 * MINUTE)
  })
})

/** Hundreds of rows by walking the clock minute by minute, over the turns of year and the jumps of the clock. */
describe('agrees with a walk over the wall clock', () => {
  const periods: [Name, string, string][] = [
    ['the office week', '1399-11-01', '1400-02-15'],
    ['the office week', '1401-06-01', '1401-08-15'],
    ['with holidays', '1404-12-01', '1405-02-31'],
    ['with holidays', '1405-12-01', '1406-02-31'],
    ['with half Thursdays', '1408-11-15', '1409-02-15'],
    ['with summer hours', '1405-02-15', '1405-04-31'],
    ['with summer hours', '1405-05-15', '1405-07-30'],
    ['with a cold spell', '1405-09-15', '1405-12-01'],
    ['two shifts', '1411-11-15', '1412-02-01'],
    ['guard on a holiday', '1405-12-01', '1406-02-31'],
    ['day and night', '1400-05-15', '1400-08-15'],
    ['Berlin by day', '1404-12-15', '1405-02-31'],
    ['Berlin by night', '1404-12-15', '1405-02-31'],
    ['Berlin by night', '1405-06-15', '1405-09-30'],
  ]

  it.each(periods)('%s, %s to %s', (name, first, last) => {
    const rules: CalendarRules = calendars[name]
    const calendar = createCalendar(rules)
    const [from, to] = [at(first, rules.timezone), at(last, rules.timezone)]
    const oracle = new WallClockOracle(rules, from, to + 40 * DAY)
    const random = randomOf(from / MINUTE)
    for (let row = 0; row < 60; row++) {
      const instant = from + Math.floor(random() * ((to - from) / MINUTE)) * MINUTE
      const other = from + Math.floor(random() * ((to - from) / MINUTE)) * MINUTE
      const minutes = Math.floor(random() ** 2 * 12 * 420) * MINUTE
      const days = 1 + Math.floor(random() * 10)
      const answersOf = (answering: WallClockOracle | typeof calendar) => ({
        open: answering.isWorkingTime(instant),
        opening: show(answering.nextOpening(instant), rules.timezone),
        elapsed: answering.elapsed(instant, other),
        due: show(answering.add(instant, minutes), rules.timezone),
        close: show(answering.closeOfWorkingDay(instant, days), rules.timezone),
        days: answering.workingDaysBetween(instant, other),
      })
      expect(answersOf(calendar), `${show(instant, rules.timezone)} ${minutes / MINUTE}`).toEqual(
        answersOf(oracle),
      )
    }
  })
})
