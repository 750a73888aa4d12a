import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createCalendar,
  type CalendarRules,
  type Closure,
  type WeeklyHours,
} from '@goshayesh/shared/calendar'
import { addDays } from '@goshayesh/shared/jalali'
import { at, BERLIN, closed, DAY, rulesWith, TEHRAN, week } from '../helpers/calendars.ts'

const settings = { seed: 14_050_431, numRuns: 200 }
const FROM = at('1399-06-01')
const TO = at('1406-02-01')

const instants = fc.integer({ min: FROM, max: TO })
const durations = fc.oneof(fc.integer({ min: 0, max: 10 * DAY }), fc.integer({ min: 0, max: 200 * DAY }))
const counts = fc.integer({ min: 1, max: 120 })
const dates = fc.integer({ min: 0, max: 2_400 }).map((n) => addDays('1399-06-01', n))
const closures = fc
  .uniqueArray(dates, { maxLength: 60 })
  .map((each): Closure[] => closed('AD_HOC', 'تعطیلی', ...each))

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

const spans = fc
  .uniqueArray(fc.integer({ min: 0, max: 1_440 }), { minLength: 2, maxLength: 6 })
  .map((minutes) => minutes.toSorted((a, b) => a - b))
  .map((minutes) =>
    Array.from({ length: Math.floor(minutes.length / 2) }, (_, index) => ({
      opens: clock(minutes[2 * index]!),
      closes: clock(minutes[2 * index + 1]!),
    })),
  )

const weeks = fc
  .record({ days: fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 }), spans })
  .map(({ days, spans: each }): WeeklyHours[] =>
    days.flatMap((weekday) => each.map((span) => ({ from: null, to: null, weekday, ...span }))),
  )

const rules: fc.Arbitrary<CalendarRules> = fc
  .record({
    timezone: fc.constantFrom(TEHRAN, BERLIN, 'America/New_York', 'Asia/Kathmandu'),
    weeks,
    summer: weeks,
    closures,
  })
  .map(({ timezone, weeks: base, summer, closures: days }) =>
    rulesWith({
      timezone,
      hours: [...base, ...summer.map((row) => ({ ...row, from: '1405-03-16', to: '1405-06-15' }))],
      closures: days,
    }),
  )

const calendars = rules.map(createCalendar)

describe('working time', () => {
  it('add and elapsed are inverse', () => {
    const holds = fc.property(calendars, instants, durations, (calendar, start, duration) => {
      expect(calendar.elapsed(start, calendar.add(start, duration))).toBe(duration)
    })
    fc.assert(holds, settings)
  })

  it('a due date is the earliest with so much elapsed', () => {
    const holds = fc.property(calendars, instants, durations, (calendar, start, duration) => {
      const due = calendar.add(start, duration + 1)
      expect(calendar.elapsed(start, due - 1)).toBe(duration)
    })
    fc.assert(holds, settings)
  })

  it('what has elapsed leads back to the instant, or to the closing before it', () => {
    const holds = fc.property(calendars, instants, instants, (calendar, a, b) => {
      const [start, end] = [Math.min(a, b), Math.max(a, b)]
      const back = calendar.add(start, calendar.elapsed(start, end))
      expect(back).toBeLessThanOrEqual(end)
      expect(calendar.elapsed(back, end)).toBe(0)
    })
    fc.assert(holds, settings)
  })

  it('elapsed adds up over a point in between, and is never negative nor longer than the time itself', () => {
    const holds = fc.property(calendars, instants, instants, instants, (calendar, ...three) => {
      const [a, b, c] = three.toSorted((x, y) => x - y) as [number, number, number]
      expect(calendar.elapsed(a, b) + calendar.elapsed(b, c)).toBe(calendar.elapsed(a, c))
      expect(calendar.elapsed(a, c)).toBeLessThanOrEqual(c - a)
      expect(calendar.elapsed(c, a)).toBe(0)
    })
    fc.assert(holds, settings)
  })

  it('a later start or a longer target is never due earlier', () => {
    const holds = fc.property(
      calendars,
      instants,
      durations,
      durations,
      counts,
      (calendar, start, one, more, days) => {
        expect(calendar.add(start + more, one)).toBeGreaterThanOrEqual(calendar.add(start, one))
        expect(calendar.add(start, one + more)).toBeGreaterThanOrEqual(calendar.add(start, one))
        const close = calendar.closeOfWorkingDay(start, days)
        expect(calendar.closeOfWorkingDay(start + more, days)).toBeGreaterThanOrEqual(close)
        expect(calendar.closeOfWorkingDay(start, days + 1)).toBeGreaterThan(close)
      },
    )
    fc.assert(holds, settings)
  })

  it('two targets one after the other are due with their sum', () => {
    const holds = fc.property(calendars, instants, durations, durations, (calendar, start, one, other) => {
      expect(calendar.add(calendar.add(start, one), other)).toBe(calendar.add(start, one + other))
    })
    fc.assert(holds, settings)
  })

  it('more closures never make a due earlier nor more time elapsed', () => {
    const holds = fc.property(
      rules,
      closures,
      instants,
      durations,
      counts,
      (given, more, start, duration, days) => {
        const before = createCalendar(given)
        const after = createCalendar({ ...given, closures: [...given.closures, ...more] })
        expect(after.add(start, duration)).toBeGreaterThanOrEqual(before.add(start, duration))
        expect(after.closeOfWorkingDay(start, days)).toBeGreaterThanOrEqual(
          before.closeOfWorkingDay(start, days),
        )
        expect(after.elapsed(start, start + duration)).toBeLessThanOrEqual(
          before.elapsed(start, start + duration),
        )
      },
    )
    fc.assert(holds, settings)
  })

  it('the stretches sum up to what elapsed, in order, each within office hours', () => {
    const holds = fc.property(calendars, instants, durations, (calendar, from, length) => {
      const stretches = calendar.stretches(from, from + length)
      expect(stretches.reduce((sum, stretch) => sum + stretch.to - stretch.from, 0)).toBe(
        calendar.elapsed(from, from + length),
      )
      stretches.forEach((stretch, index) => {
        expect(stretch.from).toBeLessThan(stretch.to)
        expect(stretch.from).toBeGreaterThanOrEqual(stretches[index - 1]?.to ?? from)
        expect([stretch.from, stretch.to - 1].every((instant) => calendar.isWorkingTime(instant))).toBe(true)
      })
    })
    fc.assert(holds, settings)
  })

  it('each civil day of a span is a working day or skipped with a reason', () => {
    const holds = fc.property(
      calendars,
      instants,
      fc.integer({ min: 0, max: 60 }),
      (calendar, from, days) => {
        const first = calendar.dayAt(from)
        const [start, end] = [calendar.startOfDay(first), calendar.startOfDay(first + days)]
        const worked = calendar.workingDaysBetween(start - 1, end - 1)
        expect(worked + calendar.skippedDays(start, end).length).toBe(days)
      },
    )
    fc.assert(holds, settings)
  })

  it('the n-th working day is n working days away', () => {
    const byDay = createCalendar(rulesWith({ hours: week([0, 1, 2, 3, 4], '08:00-12:00 13:00-16:00') }))
    const holds = fc.property(instants, counts, (start, days) => {
      const close = byDay.closeOfWorkingDay(start, days)
      expect(byDay.workingDaysBetween(start, close)).toBe(days)
      expect(byDay.closeOn(byDay.dateAt(close))).toBe(close)
    })
    fc.assert(holds, settings)
  })

  it('days follow each other without gap or overlap', () => {
    const holds = fc.property(calendars, instants, (calendar, instant) => {
      const day = calendar.dayAt(instant)
      expect(calendar.startOfDay(day)).toBeLessThanOrEqual(instant)
      expect(calendar.endOfDay(day)).toBeGreaterThanOrEqual(instant)
      expect(calendar.startOfDay(day + 1)).toBe(calendar.endOfDay(day) + 1)
    })
    fc.assert(holds, settings)
  })
})
