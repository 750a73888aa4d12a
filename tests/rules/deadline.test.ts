import { describe, expect, it, test } from 'vitest'
import { createCalendar, type WorkingCalendar } from '@goshayesh/shared/calendar'
import {
  capInstant,
  dueOf,
  nextOwed,
  openPause,
  pausedBetween,
  ranBetween,
  remaining,
  soonAt,
  type Progress,
  type Terms,
} from '@goshayesh/shared/deadline'
import { startingPolicy, type TargetUnit } from '@goshayesh/shared/policy'
import { at, closed, holidays, MINUTE, rulesWith, show } from '../helpers/calendars.ts'

/*
 * Months and days are of 1405. Saturdays: 04-20, 04-27, 05-03, 05-10; 05-13 is a holiday. An office day has 420
 * minutes, 07:30 to 14:30. 'm' = working minutes, 'd' = working days, 'c' = calendar days.
 */
const office = createCalendar(rulesWith({ closures: holidays }))
const MILESTONE = 7

interface Given {
  start?: string
  target?: string
  /** '04-21 09:00 > 04-22 11:00'; nothing behind the arrow while it lasts. */
  pauses?: string[]
  /** '04-21 10:00 > 04-28': decided, until; '!' behind it: past the milestone. */
  grant?: string
  /** The milestone's date. */
  cap?: string
  closed?: string[]
}

const units: Record<string, TargetUnit> = { m: 'WORKING_MINUTES', d: 'WORKING_DAYS', c: 'CALENDAR_DAYS' }

function calendarFor({ closed: dates = [] }: Given): WorkingCalendar {
  if (dates.length === 0) return office
  const adHoc = closed('AD_HOC', 'برودت هوا', ...dates.map((date) => `1405-${date}`))
  return createCalendar(rulesWith({ closures: [...holidays, ...adHoc] }))
}

function termsOf(given: Given): Terms {
  const { start = '04-20 10:15', target, pauses = [], grant, cap } = given
  const [decided = '', until = ''] = grant?.split(' > ') ?? []
  return {
    startedAt: on(start),
    target: target
      ? {
          kind: 'RESOLVE',
          amount: Number(target.slice(0, -1)),
          unit: units[target.slice(-1)] ?? 'WORKING_DAYS',
        }
      : null,
    pauses: pauses.map((text) => {
      const [from = '', to = ''] = text.split(/ >\s*/)
      return { from: on(from), to: to ? on(to) : null }
    }),
    grant: grant
      ? { at: on(decided), until: `1405-${until.slice(0, 5)}`, pastCap: until.endsWith('!') }
      : null,
    cap: cap ? { milestoneId: MILESTONE, dueAt: on(`${cap} 23:59:59.999`) } : null,
  }
}

const on = (text: string) => at(`1405-${text}`)
const shown = (instant: number) => show(instant).slice(5)
const dayEnd = (date: string) => `${date} 23:59:59.999`

describe('due', () => {
  it.each<[string, Given, string | null]>([
    ['minutes within the day', { target: '120m' }, '04-20 12:15'],
    ['minutes up to closing time', { target: '255m' }, '04-20 14:30'],
    ['a minute more goes over to the next opening', { target: '256m' }, '04-21 07:31'],
    ['an office day in minutes', { target: '420m' }, '04-21 10:15'],
    ['minutes over the weekend', { start: '04-24 10:15', target: '420m' }, '04-27 10:15'],
    ['minutes from after closing', { start: '04-24 14:30', target: '120m' }, '04-27 09:30'],
    ['minutes from a Friday', { start: '04-26 12:00', target: '120m' }, '04-27 09:30'],
    ['minutes over a holiday', { start: '05-12 13:30', target: '120m' }, '05-14 08:30'],
    ['minutes over an ad-hoc closure', { target: '420m', closed: ['04-21'] }, '04-22 10:15'],
    ['one working day', { target: '1d' }, '04-21 14:30'],
    ['five working days', { target: '5d' }, '04-27 14:30'],
    ['ten working days', { target: '10d' }, '05-03 14:30'],
    ['fifteen working days', { target: '15d' }, '05-10 14:30'],
    ['a working day from a Friday', { start: '04-26 12:00', target: '1d' }, '04-27 14:30'],
    ['a working day from before opening', { start: '04-20 05:00', target: '1d' }, '04-21 14:30'],
    ['a working day from the last evening minute', { start: '04-20 23:59', target: '1d' }, '04-21 14:30'],
    ['a working day before a holiday', { start: '05-12 10:00', target: '1d' }, '05-14 14:30'],
    ['a working day before a closure', { target: '1d', closed: ['04-21'] }, '04-22 14:30'],
    ['working days around a closure', { target: '3d', closed: ['04-22'] }, '04-24 14:30'],
    ['a closure of the day of the start', { target: '1d', closed: ['04-20'] }, '04-21 14:30'],
    ['one calendar day', { target: '1c' }, dayEnd('04-21')],
    ['five calendar days, to a Thursday', { target: '5c' }, dayEnd('04-25')],
    ['calendar days over the end of the month', { start: '04-30 10:00', target: '3c' }, dayEnd('05-02')],
    ['calendar days know no closures', { target: '1c', closed: ['04-21'] }, dayEnd('04-21')],
    ['neither target nor milestone', {}, null],
  ])('without pauses: %s', check)

  it.each<[string, Given, string]>([
    ['within the day', { pauses: ['04-20 11:15 > 04-20 12:15'] }, '04-21 11:15'],
    ['an office day', { pauses: ['04-20 11:15 > 04-21 11:15'] }, '04-22 10:15'],
    ['at night', { pauses: ['04-20 14:30 > 04-21 07:30'] }, '04-21 10:15'],
    ['from noon into the evening', { pauses: ['04-20 12:00 > 04-20 20:00'] }, '04-21 12:45'],
    ['resumed at night', { pauses: ['04-20 11:15 > 04-20 22:00'] }, '04-21 13:30'],
    ['across the due date', { pauses: ['04-21 09:15 > 04-22 09:15'] }, '04-22 10:15'],
    ['a minute before it was due', { pauses: ['04-21 10:14 > 04-23 12:00'] }, '04-23 12:01'],
    ['just when it was due', { pauses: ['04-21 10:15 > 04-22 10:15'] }, '04-21 10:15'],
    ['after it was due', { pauses: ['04-21 11:00 > 04-22 10:15'] }, '04-21 10:15'],
    ['from the very start', { pauses: ['04-20 10:15 > 04-21 10:15'] }, '04-22 10:15'],
    ['for no time', { pauses: ['04-20 11:00 > 04-20 11:00'] }, '04-21 10:15'],
    ['still going on', { pauses: ['04-20 11:15 >'] }, '04-21 10:15'],
    [
      'one over, one still going on',
      { pauses: ['04-20 11:15 > 04-20 12:15', '04-20 13:00 >'] },
      '04-21 11:15',
    ],
    ['two', { pauses: ['04-20 11:15 > 04-20 12:15', '04-21 10:15 > 04-21 11:15'] }, '04-21 12:15'],
    [
      'the second only reached by the first',
      { pauses: ['04-20 11:15 > 04-20 12:15', '04-21 11:00 > 04-22 11:00'] },
      '04-22 11:15',
    ],
    [
      'two back to back',
      { pauses: ['04-20 11:15 > 04-20 12:15', '04-20 12:15 > 04-20 13:15'] },
      '04-21 12:15',
    ],
    [
      'three',
      { pauses: ['04-20 10:30 > 04-20 10:45', '04-20 11:00 > 04-20 11:15', '04-20 12:00 > 04-20 12:30'] },
      '04-21 11:15',
    ],
    ['over a weekend', { start: '04-24 10:15', pauses: ['04-24 11:15 > 04-27 11:15'] }, '04-28 10:15'],
    ['of a weekend', { start: '04-24 10:15', pauses: ['04-24 14:30 > 04-27 07:30'] }, '04-27 10:15'],
    ['over a holiday', { start: '05-12 10:15', pauses: ['05-12 11:15 > 05-13 12:00'] }, '05-14 13:30'],
    ['over a closure', { pauses: ['04-20 11:15 > 04-21 12:00'], closed: ['04-21'] }, '04-22 13:30'],
    ['stopped and reopened days later', { pauses: ['04-20 12:15 > 04-27 07:30'] }, '04-27 12:30'],
    ['of a month', { pauses: ['04-20 12:15 > 05-17 07:30'] }, '05-17 12:30'],
  ])('of 420 working minutes, paused %s', (_, given, due) => check(_, { target: '420m', ...given }, due))

  test('used up at closing time, a pause that begins then moves nothing', () =>
    check('', { target: '255m', pauses: ['04-20 14:30 > 04-22 09:00'] }, '04-20 14:30'))
  test('half an hour short of closing time, resumed at closing time', () =>
    check('', { target: '255m', pauses: ['04-20 14:00 > 04-20 14:30'] }, '04-21 08:00'))

  it.each<[string, Given, string]>([
    ['of an office day', { pauses: ['04-21 07:30 > 04-22 07:30'] }, '04-23 14:30'],
    ['of an hour', { pauses: ['04-21 10:00 > 04-21 11:00'] }, '04-23 08:30'],
    ['on the day of the start', { pauses: ['04-20 10:15 > 04-20 14:30'] }, '04-23 11:45'],
    ['across the due date', { pauses: ['04-22 13:30 > 04-24 09:00'] }, '04-24 10:00'],
    ['over the weekend', { start: '04-23 10:15', pauses: ['04-24 14:30 > 04-27 07:30'] }, '04-27 14:30'],
    ['at night', { pauses: ['04-21 14:30 > 04-22 07:30'] }, '04-22 14:30'],
    ['after it was due', { pauses: ['04-22 14:30 > 04-27 07:30'] }, '04-22 14:30'],
    ['still going on', { pauses: ['04-21 10:00 >'] }, '04-22 14:30'],
    ['twice', { pauses: ['04-21 10:00 > 04-21 11:00', '04-22 10:00 > 04-22 11:00'] }, '04-23 09:30'],
    ['around a closure', { pauses: ['04-21 10:00 > 04-21 11:00'], closed: ['04-22'] }, '04-24 08:30'],
    [
      'while the office was closed',
      { pauses: ['04-21 08:00 > 04-21 12:00'], closed: ['04-21'] },
      '04-23 14:30',
    ],
  ])('of two working days, paused %s', (_, given, due) => check(_, { target: '2d', ...given }, due))

  it.each<[string, Given, string]>([
    ['over three midnights', { pauses: ['04-21 10:00 > 04-24 09:00'] }, '04-26'],
    ['within a day', { pauses: ['04-21 08:00 > 04-21 20:00'] }, '04-23'],
    ['over one midnight', { pauses: ['04-21 23:00 > 04-22 01:00'] }, '04-24'],
    ['on the last evening', { pauses: ['04-23 20:00 > 04-25 08:00'] }, '04-25'],
    ['the day after', { pauses: ['04-24 00:00 > 04-26 08:00'] }, '04-23'],
    ['twice', { pauses: ['04-21 10:00 > 04-22 10:00', '04-24 10:00 > 04-26 10:00'] }, '04-26'],
    ['still going on', { pauses: ['04-21 10:00 >'] }, '04-23'],
    [
      'over a weekend and a holiday',
      { start: '05-07 10:00', pauses: ['05-08 00:00 > 05-14 09:00'] },
      '05-16',
    ],
  ])('of three calendar days, paused %s', (_, given, due) =>
    check(_, { target: '3c', ...given }, dayEnd(due)),
  )

  it.each<[string, Given, string, boolean]>([
    ['earlier than the target', { target: '5d' }, dayEnd('04-22'), true],
    ['later than the target', { target: '1d' }, '04-21 14:30', false],
    ['at the same instant', { target: '2c' }, dayEnd('04-22'), false],
    ['without a target', {}, dayEnd('04-22'), true],
    [
      'on a pause that leads past it',
      { target: '1d', pauses: ['04-21 10:00 > 04-24 10:00'] },
      dayEnd('04-22'),
      true,
    ],
    [
      'on a pause that stays before it',
      { target: '1d', pauses: ['04-20 11:00 > 04-20 12:00'] },
      '04-22 08:30',
      false,
    ],
    ['on a pause that goes on', { target: '5d', pauses: ['04-21 10:00 >'] }, dayEnd('04-22'), true],
    ['on a closure of its date', { target: '1d', closed: ['04-21', '04-22'] }, dayEnd('04-22'), true],
    ['before the start', { start: '04-25 10:00', target: '1d' }, dayEnd('04-22'), true],
    ['on an extension up to it', { target: '1d', grant: '04-21 10:00 > 04-22' }, '04-22 14:30', false],
    ['on an extension past it', { target: '1d', grant: '04-21 10:00 > 04-24' }, dayEnd('04-22'), true],
    [
      "on a leader's extension past it",
      { target: '1d', grant: '04-21 10:00 > 04-24!' },
      '04-24 14:30',
      false,
    ],
    [
      "on a leader's extension shorter than the target",
      { target: '5d', grant: '04-21 10:00 > 04-24!' },
      '04-24 14:30',
      false,
    ],
    ["on a leader's extension without a target", { grant: '04-21 10:00 > 04-24!' }, '04-24 14:30', false],
    [
      "on a leader's extension with a pause after it",
      { target: '1d', grant: '04-21 10:00 > 04-24!', pauses: ['04-22 08:00 > 04-23 12:00'] },
      '04-24 14:30',
      false,
    ],
    [
      "on a leader's extension that a later milestone has overtaken",
      { target: '10d', grant: '04-20 11:00 > 04-21!' },
      dayEnd('04-22'),
      true,
    ],
  ])('milestone of 04-22 %s', (_, given, due, capped) => {
    const found = dueOf(calendarFor(given), termsOf({ cap: '04-22', ...given }))
    expect(found && { due: shown(found.dueAt), cappedBy: found.cappedBy }).toEqual({
      due,
      cappedBy: capped ? MILESTONE : null,
    })
  })

  it.each<[string, Given, string]>([
    ['later than the target', { target: '1d' }, '04-24 14:30'],
    ['earlier than the target', { target: '5d' }, '04-27 14:30'],
    ['without a target', {}, '04-24 14:30'],
    ['on minutes', { target: '120m' }, '04-24 14:30'],
    ['on calendar days', { target: '1c' }, '04-24 14:30'],
    ['after an earlier pause', { target: '1d', pauses: ['04-20 11:00 > 04-20 13:00'] }, '04-24 14:30'],
    [
      'before a pause of an office day',
      { target: '1d', pauses: ['04-22 07:30 > 04-23 07:30'] },
      '04-27 14:30',
    ],
    [
      'before a pause across the date',
      { target: '1d', pauses: ['04-24 13:30 > 04-29 09:00'] },
      '04-29 10:00',
    ],
    ['before a pause past the date', { target: '1d', pauses: ['04-27 08:00 > 04-28 08:00'] }, '04-24 14:30'],
    ['within a pause', { target: '1d', pauses: ['04-21 07:30 > 04-22 07:30'] }, '04-27 12:00'],
    ['within a pause that goes on', { target: '1d', pauses: ['04-21 07:30 >'] }, '04-24 14:30'],
    ['and closed on the date', { target: '1d', closed: ['04-24'] }, '04-27 14:30'],
  ])('extension to 04-24, decided on 04-21 at 10:00, %s', (_, given, due) =>
    check(_, { grant: '04-21 10:00 > 04-24', ...given }, due),
  )

  test('an extension to a Thursday means the next close of office', () =>
    check('', { target: '1d', grant: '04-21 10:00 > 04-25' }, '04-27 14:30'))
  test('an extension whose date has gone by when it is decided ends at once', () =>
    check('', { target: '120m', grant: '04-23 10:00 > 04-22' }, '04-23 10:00'))

  function check(_: string, given: Given, due: string | null): void {
    const found = dueOf(calendarFor(given), termsOf(given))
    expect(found && shown(found.dueAt)).toBe(due)
  }
})

describe('due, against a walk minute by minute', () => {
  const starts = ['04-20 10:15', '04-20 06:00', '04-23 14:29', '04-24 14:30', '04-26 11:00', '05-12 09:00']
  const amounts = [1, 90, 255, 420, 1_095, 2_100]
  const pauseSets: string[][] = [
    [],
    ['0 > 60'],
    ['30 > 1500'],
    ['120 > 180', '300 > 305'],
    ['1 > 10000'],
    ['700 > 2000', '2500 > 4700', '9000 > 9600'],
  ]
  const rows = starts.flatMap((start) =>
    amounts.flatMap((amount) => pauseSets.map((set) => [start, amount, set.join(', ')] as const)),
  )
  it.each(rows)('%s + %i minutes, paused (minutes after the start) %s', (start, amount, set) => {
    const startedAt = on(start)
    const pauses = set
      .split(', ')
      .filter(Boolean)
      .map((text) => text.split(' > ').map((minutes) => startedAt + Number(minutes) * MINUTE))
      .map(([from = 0, to = 0]) => ({ from, to }))
    const terms: Terms = {
      startedAt,
      target: { kind: 'RESOLVE', amount, unit: 'WORKING_MINUTES' },
      pauses,
      grant: null,
      cap: null,
    }
    expect(shown(dueOf(office, terms)?.dueAt ?? 0)).toBe(shown(walk(startedAt, amount, pauses)))
  })

  function walk(start: number, amount: number, pauses: { from: number; to: number }[]): number {
    let left = amount
    let instant = start
    for (; left > 0; instant += MINUTE) {
      const paused = pauses.some(({ from, to }) => instant >= from && instant < to)
      if (!paused && office.isWorkingTime(instant)) left--
    }
    return instant
  }
})

describe('what remains, in working minutes', () => {
  const lasting = ['04-20 11:15 >']
  it.each<[string, Given, string, number]>([
    ['at the start', { target: '420m' }, '04-20 10:15', 420],
    ['an hour later', { target: '420m' }, '04-20 11:15', 360],
    ['at night', { target: '420m' }, '04-20 20:00', 165],
    ['when due', { target: '420m' }, '04-21 10:15', 0],
    ['an hour late', { target: '420m' }, '04-21 11:15', -60],
    ['late over the night', { target: '420m' }, '04-22 07:30', -255],
    ['late over the weekend', { start: '04-23 10:15', target: '420m' }, '04-27 07:30', -255],
    ['late over a closure', { target: '420m', closed: ['04-22'] }, '04-23 07:30', -255],
    ['in working days', { target: '2d' }, '04-20 10:15', 1_095],
    ['in calendar days: office hours only', { target: '5c' }, '04-23 14:00', 450],
    ['when paused', { target: '420m', pauses: lasting }, '04-20 11:15', 360],
    ['paused for hours', { target: '420m', pauses: lasting }, '04-20 14:00', 360],
    ['paused past the date it showed', { target: '420m', pauses: lasting }, '04-28 09:00', 360],
    ['paused, of working days', { target: '2d', pauses: lasting }, '05-05 09:00', 1_035],
    ['paused when due', { target: '60m', pauses: lasting }, '04-24 11:15', 0],
    ['paused late', { target: '30m', pauses: lasting }, '04-24 11:15', -30],
    ['resumed', { target: '420m', pauses: ['04-20 11:15 > 04-21 11:15'] }, '04-21 11:15', 360],
    ['resumed, a while later', { target: '420m', pauses: ['04-20 11:15 > 04-21 11:15'] }, '04-21 12:15', 300],
    [
      'late, then paused, then resumed',
      { target: '30m', pauses: ['04-20 11:15 > 04-21 11:15'] },
      '04-21 12:15',
      -90,
    ],
    ['capped', { target: '5d', cap: '04-21' }, '04-21 10:30', 240],
    [
      'capped and paused: the milestone does not wait',
      { target: '5d', cap: '04-21', pauses: lasting },
      '04-21 10:30',
      240,
    ],
    [
      'capped and paused, the target is nearer',
      { target: '60m', cap: '04-28', pauses: ['04-20 10:45 >'] },
      '04-21 10:30',
      30,
    ],
    [
      'capped and paused, past the milestone',
      { target: '5d', cap: '04-21', pauses: lasting },
      '04-22 09:30',
      -120,
    ],
    ['past the milestone over the weekend', { cap: '04-24' }, '04-27 08:30', -60],
    ['extended', { target: '60m', grant: '04-20 11:00 > 04-21' }, '04-21 13:30', 60],
    [
      'extended and paused',
      { target: '60m', grant: '04-20 11:00 > 04-21', pauses: lasting },
      '04-29 10:00',
      615,
    ],
    [
      'extended while paused',
      { target: '60m', grant: '04-21 13:30 > 04-22', pauses: ['04-20 11:00 >'] },
      '04-29 10:00',
      480,
    ],
    [
      'extended while paused by less than what remained',
      { target: '4d', grant: '04-24 13:30 > 04-27', pauses: lasting },
      '04-29 10:00',
      1_875,
    ],
  ])('%s', (_, given, now, minutes) => {
    const calendar = calendarFor(given)
    const terms = termsOf(given)
    const due = dueOf(calendar, terms)?.dueAt ?? NaN
    expect(remaining(calendar, terms, due, on(now)) / MINUTE).toBe(minutes)
  })

  const paused: [string, Given][] = [
    ['minutes', { target: '420m' }],
    ['working days', { target: '3d' }],
    ['an extension before the pause', { target: '1d', grant: '04-20 10:30 > 04-24' }],
    ['an extension within the pause', { target: '1d', grant: '04-21 09:00 > 04-24' }],
    ['an extension within the pause that adds nothing', { target: '4d', grant: '04-23 09:00 > 04-24' }],
    ['an earlier pause', { target: '3d', pauses: ['04-20 10:20 > 04-20 10:50'] }],
  ]
  it.each(paused)('on resuming is what it was while paused: %s', (_, given) => {
    const before = termsOf({ ...given, pauses: [...(given.pauses ?? []), '04-20 11:15 >'] })
    const after = termsOf({ ...given, pauses: [...(given.pauses ?? []), '04-20 11:15 > 04-29 12:00'] })
    const resumedAt = on('04-29 12:00')
    const dueBefore = dueOf(office, before)?.dueAt ?? NaN
    const dueAfter = dueOf(office, after)?.dueAt ?? NaN
    expect(remaining(office, before, dueBefore, resumedAt)).toBe(
      remaining(office, after, dueAfter, resumedAt),
    )
    expect(dueAfter).toBe(office.add(resumedAt, remaining(office, before, dueBefore, resumedAt)))
  })
})

test('what ran and what stood still add up to the office hours', () => {
  const { pauses } = termsOf({ pauses: ['04-20 11:15 > 04-21 11:15', '04-22 10:00 >'] })
  const [from, to] = [on('04-20 10:15'), on('04-24 10:00')]
  expect(pausedBetween(office, pauses, from, to) / MINUTE).toBe(420 + 840)
  expect(ranBetween(office, pauses, from, to) / MINUTE).toBe(60 + 195 + 150)
  expect(openPause(pauses)?.from).toBe(on('04-22 10:00'))
  expect(openPause(pauses.slice(0, 1))).toBeNull()
  expect(openPause([])).toBeNull()
})

describe('the instant that no pause moves', () => {
  it.each<[Given, string | null]>([
    [{}, null],
    [{ cap: '04-22' }, dayEnd('04-22')],
    [{ cap: '04-22', grant: '04-21 10:00 > 04-24' }, dayEnd('04-22')],
    [{ cap: '04-22', grant: '04-21 10:00 > 04-24!' }, '04-24 14:30'],
    [{ cap: '04-22', grant: '04-21 10:00 > 04-21!' }, dayEnd('04-22')],
    [{ grant: '04-21 10:00 > 04-24!' }, null],
  ])('%o', (given, instant) => {
    const found = capInstant(office, termsOf(given))
    expect(found && shown(found)).toBe(instant)
  })
})

describe('due soon', () => {
  it.each<[string, Given, string]>([
    ['a quarter of the time before it', { start: '04-20 07:30', target: '1680m' }, '04-22 14:30'],
    ['at most two working days before it', { start: '04-20 07:30', target: '4200m' }, '04-29 14:30'],
    ['at least three hours before it', { start: '04-20 07:30', target: '420m' }, '04-20 11:30'],
    ['from the start if there is less', { start: '04-20 07:30', target: '120m' }, '04-20 07:30'],
    [
      'later by a pause',
      { start: '04-20 07:30', target: '420m', pauses: ['04-20 08:30 > 04-20 10:30'] },
      '04-20 13:30',
    ],
    ['before a milestone', { start: '04-20 07:30', cap: '04-23' }, '04-22 14:30'],
    ['over a weekend', { start: '04-24 07:30', target: '2100m' }, '04-29 12:45'],
    [
      'while a pause goes on, which is not counted yet',
      { start: '04-20 07:30', target: '1680m', pauses: ['04-20 09:30 >'] },
      '04-22 14:30',
    ],
  ])('%s', (_, given, instant) => {
    const terms = termsOf(given)
    expect(shown(soonAt(office, terms, dueOf(office, terms)?.dueAt ?? NaN))).toBe(instant)
  })
})

describe('what is owed, one after the other', () => {
  it.each<[string, Given, string[]]>([
    [
      'in plain office time',
      { start: '04-20 07:30', target: '1000m' },
      [
        '75% 04-21 13:00',
        '90% 04-22 08:30',
        'breach 04-22 10:10',
        '1 04-22 10:10',
        '2 04-24 10:10',
        '3 04-29 10:10',
        '4 05-03 10:10',
      ],
    ],
    [
      'over an ad-hoc closure',
      { start: '04-20 07:30', target: '1000m', closed: ['04-23'] },
      [
        '75% 04-21 13:00',
        '90% 04-22 08:30',
        'breach 04-22 10:10',
        '1 04-22 10:10',
        '2 04-27 10:10',
        '3 04-30 10:10',
        '4 05-04 10:10',
      ],
    ],
    [
      'over holidays',
      { start: '05-11 07:30', target: '1000m' },
      [
        '75% 05-12 13:00',
        '90% 05-14 08:30',
        'breach 05-14 10:10',
        '1 05-14 10:10',
        '2 05-18 10:10',
        '3 05-24 10:10',
        '4 05-27 10:10',
      ],
    ],
    [
      'with a pause before the first warning',
      { start: '04-20 07:30', target: '1000m', pauses: ['04-20 09:30 > 04-21 09:30'] },
      [
        '75% 04-22 13:00',
        '90% 04-23 08:30',
        'breach 04-23 10:10',
        '1 04-23 10:10',
        '2 04-27 10:10',
        '3 04-30 10:10',
        '4 05-04 10:10',
      ],
    ],
    [
      'with a pause between the warnings',
      { start: '04-20 07:30', target: '1000m', pauses: ['04-21 14:00 > 04-22 14:00'] },
      [
        '75% 04-21 13:00',
        '90% 04-23 08:30',
        'breach 04-23 10:10',
        '1 04-23 10:10',
        '2 04-27 10:10',
        '3 04-30 10:10',
        '4 05-04 10:10',
      ],
    ],
    [
      'with a pause that freezes the ladder',
      { start: '04-20 07:30', target: '1000m', pauses: ['04-23 10:10 > 04-27 10:10'] },
      [
        '75% 04-21 13:00',
        '90% 04-22 08:30',
        'breach 04-22 10:10',
        '1 04-22 10:10',
        '2 04-28 10:10',
        '3 04-31 10:10',
        '4 05-05 10:10',
      ],
    ],
    [
      'of working days',
      { start: '04-20 07:30', target: '4d' },
      [
        '75% 04-23 12:45',
        '90% 04-24 11:00',
        'breach 04-24 14:30',
        '1 04-24 14:30',
        '2 04-28 14:30',
        '3 04-31 14:30',
        '4 05-05 14:30',
      ],
    ],
    [
      'of a milestone: due after hours, the ladder counts from the opening',
      { start: '04-20 07:30', cap: '04-24' },
      [
        '75% 04-23 12:45',
        '90% 04-24 11:00',
        `breach ${dayEnd('04-24')}`,
        `1 ${dayEnd('04-24')}`,
        '2 04-28 14:30',
        '3 04-31 14:30',
        '4 05-05 14:30',
      ],
    ],
    [
      'of an extension',
      { start: '04-20 07:30', target: '120m', grant: '04-20 08:00 > 04-24' },
      [
        '75% 04-23 12:45',
        '90% 04-24 11:00',
        'breach 04-24 14:30',
        '1 04-24 14:30',
        '2 04-28 14:30',
        '3 04-31 14:30',
        '4 05-05 14:30',
      ],
    ],
  ])('%s', (_, given, acts) => expect(sequence(given)).toEqual(acts))

  /** The acts on a clock that was always reckoned with the same terms. */
  function sequence(given: Given): string[] {
    const calendar = calendarFor(given)
    const terms = termsOf(given)
    const progress = progressOf(calendar, terms)
    const acts: string[] = []
    for (let since = terms.startedAt; ;) {
      const owed = nextOwed(calendar, startingPolicy, terms, progress, since)
      if (!owed) return acts
      since = owed.at
      if (owed.act === 'WARN') progress.warnedPercent = owed.percent
      if (owed.act === 'BREACH') progress.breachedAt = owed.at
      if (owed.act === 'ESCALATE') progress.level = owed.step.level
      const what =
        owed.act === 'WARN' ? `${owed.percent}%` : owed.act === 'BREACH' ? 'breach' : owed.step.level
      acts.push(`${what} ${shown(owed.at)}`)
    }
  }
})

describe('what is owed next', () => {
  const target = '1000m'
  const start = '04-20 07:30'
  it.each<[string, Given, Partial<Progress>, string, string | null]>([
    ['while the clock runs', {}, {}, '04-20 07:30', 'WARN 75 04-21 13:00'],
    ['after the first warning', {}, { warnedPercent: 75 }, '04-21 13:00', 'WARN 90 04-22 08:30'],
    ['after the last warning', {}, { warnedPercent: 90 }, '04-22 08:30', 'BREACH 04-22 10:10'],
    ['moved past the first warning', {}, {}, '04-22 08:00', 'WARN 75 04-22 08:00'],
    ['moved past both warnings', {}, {}, '04-22 09:00', 'WARN 90 04-22 09:00'],
    ['moved past due', {}, {}, '04-23 09:00', 'BREACH 04-23 09:00'],
    ['moved past due at night', {}, {}, '04-22 22:00', 'BREACH 04-22 22:00'],
    ['breached', {}, { breachedAt: on('04-22 10:10') }, '04-22 10:10', 'ESCALATE 1 04-22 10:10'],
    [
      'at the first level',
      {},
      { breachedAt: on('04-22 10:10'), level: 1 },
      '04-22 10:10',
      'ESCALATE 2 04-24 10:10',
    ],
    [
      'at the third level',
      {},
      { breachedAt: on('04-22 10:10'), level: 3 },
      '04-29 10:10',
      'ESCALATE 4 05-03 10:10',
    ],
    ['at the top', {}, { breachedAt: on('04-22 10:10'), level: 4 }, '05-03 10:10', null],
    [
      'a level that a move has passed',
      {},
      { breachedAt: on('04-22 10:10'), level: 1 },
      '04-28 09:00',
      'ESCALATE 2 04-28 09:00',
    ],
    [
      'breached at a late move, the ladder begins there',
      {},
      { breachedAt: on('04-23 09:00') },
      '04-23 09:00',
      'ESCALATE 1 04-23 09:00',
    ],
    ['done', {}, { state: 'DONE' }, '04-20 07:30', null],
    ['done late', {}, { state: 'DONE', breachedAt: on('04-22 10:10') }, '04-28 07:30', null],
    ['cancelled', {}, { state: 'CANCELLED' }, '04-20 07:30', null],
    ['paused', { pauses: ['04-20 09:00 >'] }, { state: 'PAUSED' }, '04-20 09:00', null],
    [
      'paused and breached',
      { pauses: ['04-23 09:00 >'] },
      { state: 'PAUSED', breachedAt: on('04-22 10:10') },
      '04-23 09:00',
      null,
    ],
    [
      'paused under a milestone',
      { pauses: ['04-20 09:00 >'], cap: '04-31' },
      { state: 'PAUSED' },
      '04-20 09:00',
      `BREACH ${dayEnd('04-31')}`,
    ],
    [
      'paused under a milestone already missed',
      { pauses: ['04-20 09:00 >'], cap: '04-21' },
      { state: 'PAUSED', breachedAt: on(dayEnd('04-21')) },
      '04-22 09:00',
      null,
    ],
    [
      'paused under a milestone that a move has passed',
      { pauses: ['04-20 09:00 >'], cap: '04-21' },
      { state: 'PAUSED' },
      '04-22 09:00',
      'BREACH 04-22 09:00',
    ],
    [
      'paused under a milestone that a leader lifted',
      { pauses: ['04-20 09:00 >'], cap: '04-21', grant: '04-20 10:00 > 04-24!' },
      { state: 'PAUSED' },
      '04-20 10:00',
      'BREACH 04-24 14:30',
    ],
    [
      'missed the milestone while paused, then resumed',
      { pauses: ['04-20 09:00 > 04-23 09:00'], cap: '04-21' },
      { breachedAt: on(dayEnd('04-21')) },
      '04-23 09:00',
      'ESCALATE 1 04-23 09:00',
    ],
    [
      'missed it while paused, at the first level since',
      { pauses: ['04-20 09:00 > 04-23 09:00'], cap: '04-21' },
      { breachedAt: on(dayEnd('04-21')), level: 1 },
      '04-23 09:00',
      'ESCALATE 2 04-27 09:00',
    ],
  ])('%s', (_, given, progress, since, expected) => {
    const terms = termsOf({ start, target, ...given })
    const owed = nextOwed(
      office,
      startingPolicy,
      terms,
      { ...progressOf(office, terms), ...progress },
      on(since),
    )
    const detail =
      owed?.act === 'WARN' ? ` ${owed.percent}` : owed?.act === 'ESCALATE' ? ` ${owed.step.level}` : ''
    expect(owed && `${owed.act}${detail} ${shown(owed.at)}`).toBe(expected)
  })

  test('a policy without warnings and ladder owes the breach only', () => {
    const terms = termsOf({ start, target })
    const policy = { ladder: [], warnAtPercent: [] }
    const progress = progressOf(office, terms)
    const owed = nextOwed(office, policy, terms, progress, terms.startedAt)
    expect(owed).toEqual({ act: 'BREACH', at: progress.dueAt })
    expect(
      nextOwed(office, policy, terms, { ...progress, breachedAt: progress.dueAt }, progress.dueAt),
    ).toBeNull()
  })

  it.each([1, 3, 7, 123, 999])('instants are whole milliseconds: started %i ms past the minute', (ms) => {
    const terms = termsOf({ start, target: '1d' })
    terms.startedAt += ms
    const progress = progressOf(office, terms)
    const policy = { ladder: [], warnAtPercent: [33, 75, 90, 99] }
    for (const warnedPercent of [0, 33, 75, 90]) {
      const owed = nextOwed(office, policy, terms, { ...progress, warnedPercent }, terms.startedAt)
      expect(owed?.act).toBe('WARN')
      expect(Number.isInteger(owed?.at)).toBe(true)
    }
    expect(Number.isInteger(soonAt(office, terms, progress.dueAt))).toBe(true)
  })
})

function progressOf(calendar: WorkingCalendar, terms: Terms): Progress {
  const dueAt = dueOf(calendar, terms)?.dueAt ?? NaN
  return { state: 'RUNNING', dueAt, breachedAt: null, warnedPercent: 0, level: 0 }
}
