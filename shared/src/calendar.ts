import { Horizon } from './horizon.ts'
import { civilDayOf, jalaliDateOf, type CivilDay, type JalaliDate } from './jalali.ts'
import { OfficeHours, type CalendarRules, type SkipReason } from './officeHours.ts'

export type {
  CalendarRules,
  Closure,
  ClosureKind,
  DatedHours,
  SkipReason,
  WeeklyHours,
} from './officeHours.ts'

/** A span of instants, half-open. */
export interface Stretch {
  from: number
  to: number
}

export interface SkippedDay {
  date: JalaliDate
  reason: SkipReason
}

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const FIRST_DAY = civilDayOf('1395-01-01')
const LAST_DAY = civilDayOf('1412-12-30')
// Two hundred years either way of 1405. Beyond it questions are refused, so that nothing searches for ever.
const EARLIEST_DAY = civilDayOf('1205-01-01')
const LATEST_DAY = civilDayOf('1605-12-29')

/** A calendar that answers by these rules. RangeError if they are invalid or leave no working time at all. */
export function createCalendar(rules: CalendarRules): WorkingCalendar {
  return new WorkingCalendar(rules)
}

/**
 * Working time by one set of rules. Instants are epoch milliseconds, durations working milliseconds. Every answer costs
 * the same, near or far: they come from the tables of a horizon that is laid out anew, wider, when a question passes
 * its end. RangeError for what lies outside the years 1205 to 1605.
 */
export class WorkingCalendar {
  /** The usual length of a working day, in minutes. */
  readonly minutesPerDay: number
  readonly #hours: OfficeHours
  readonly #timezone: string
  #horizon: Horizon

  constructor(rules: CalendarRules) {
    this.#hours = new OfficeHours(rules)
    this.#timezone = rules.timezone
    this.#horizon = this.#horizonOf(FIRST_DAY, LAST_DAY)
    if (this.#horizon.total === 0) this.#horizon = this.#horizonOf(EARLIEST_DAY, LATEST_DAY)
    if (this.#horizon.total === 0) throw new RangeError('The calendar has no working time at all')
    this.minutesPerDay = this.#horizon.usualDay() / MINUTE_MS
  }

  /** The civil day, in the calendar's zone, to which an instant belongs. */
  dayAt(instant: number): CivilDay {
    return this.#reach(instant).dayAt(instant)
  }

  /** The same as a Jalali date. */
  dateAt(instant: number): JalaliDate {
    return jalaliDateOf(this.dayAt(instant))
  }

  /** The first millisecond of a civil day. */
  startOfDay(day: CivilDay): number {
    return this.#reachDay(day).startOfDay(day)
  }

  /** The last millisecond of a civil day. */
  endOfDay(day: CivilDay): number {
    return this.#reachDay(day).startOfDay(day + 1) - 1
  }

  /** Working time in [from, to); 0 if from is later. */
  elapsed(from: number, to: number): number {
    if (from >= to) return 0
    this.#reach(from)
    const horizon = this.#reach(to)
    return horizon.workedUntil(to) - horizon.workedUntil(from)
  }

  /** The earliest instant b with elapsed(start, b) = workingMs: used up at closing time, it is closing time. */
  add(start: number, workingMs: number): number {
    if (!(workingMs >= 0)) throw new RangeError(`Not a duration: ${workingMs}`)
    let horizon = this.#reach(start)
    if (workingMs === 0) return start
    while (horizon.workedUntil(start) + workingMs > horizon.total) horizon = this.#further()
    return horizon.instantWorked(horizon.workedUntil(start) + workingMs)
  }

  /** Close of office on the n-th working day (n >= 1) after the civil day of start. */
  closeOfWorkingDay(start: number, n: number): number {
    if (!(Number.isInteger(n) && n >= 1)) throw new RangeError(`Not a number of working days: ${n}`)
    return this.#nthClose(this.dayAt(start) + 1, n)
  }

  /** Close of office on a date; if it has no office hours, on the next that has. */
  closeOn(date: JalaliDate): number {
    return this.#nthClose(civilDayOf(date), 1)
  }

  /** The instant itself if the office is open, else the next opening. */
  nextOpening(instant: number): number {
    let horizon = this.#reach(instant)
    while (horizon.openingAt(instant) === Infinity) horizon = this.#further()
    return Math.max(instant, horizon.openingAt(instant))
  }

  /** Whether the office is open at an instant: yes at opening, no at closing. */
  isWorkingTime(instant: number): boolean {
    return this.#reach(instant).openingAt(instant) <= instant
  }

  /** Whether a civil day has any working time. */
  isWorkingDay(day: CivilDay): boolean {
    const horizon = this.#reachDay(day)
    return horizon.workingDaysBefore(day + 1) > horizon.workingDaysBefore(day)
  }

  /** Working days among the civil days after that of from, up to and including that of to. */
  workingDaysBetween(from: number, to: number): number {
    if (from >= to) return 0
    this.#reach(from)
    const horizon = this.#reach(to)
    return (
      horizon.workingDaysBefore(horizon.dayAt(to) + 1) - horizon.workingDaysBefore(horizon.dayAt(from) + 1)
    )
  }

  /** Working days on which something can still be done before until: today as long as office hours are left. */
  workingDaysLeft(now: number, until: number): number {
    const restOfToday = this.elapsed(now, Math.min(this.endOfDay(this.dayAt(now)), until))
    return this.workingDaysBetween(now, until) + (restOfToday > 0 ? 1 : 0)
  }

  /** The office hours within [from, to), in order. */
  stretches(from: number, to: number): Stretch[] {
    if (from >= to) return []
    this.#reach(from)
    const horizon = this.#reach(to)
    const stretches: Stretch[] = []
    for (let interval = horizon.intervalAt(from); ; interval++) {
      const opens = horizon.opens[interval] as number
      if (opens >= to) return stretches
      stretches.push({ from: Math.max(from, opens), to: Math.min(to, horizon.closes[interval] as number) })
    }
  }

  /** The civil days that [from, to) touches and that have no office hours, each with its reason. */
  skippedDays(from: number, to: number): SkippedDay[] {
    if (from >= to) return []
    const last = this.dayAt(to - 1)
    const skipped: SkippedDay[] = []
    for (let day = this.dayAt(from); day <= last; day++) {
      if (this.isWorkingDay(day)) continue
      skipped.push({ date: jalaliDateOf(day), reason: this.#hours.reasonToSkip(day) })
    }
    return skipped
  }

  #nthClose(firstDay: CivilDay, n: number): number {
    let horizon = this.#reachDay(firstDay)
    while (horizon.workingDaysBefore(firstDay) + n > horizon.dayCloses.length) horizon = this.#further()
    return horizon.dayCloses[horizon.workingDaysBefore(firstDay) + n - 1] as number
  }

  #reach(instant: number): Horizon {
    const horizon = this.#horizon
    if (instant >= horizon.from && instant < horizon.to) return horizon
    if (!Number.isFinite(instant)) throw new RangeError(`Not an instant: ${instant}`)
    const day = Math.floor(instant / DAY_MS)
    // The zone may put the instant a day earlier or later than UTC does.
    return this.#widen(day - 1, day + 1)
  }

  #reachDay(day: CivilDay): Horizon {
    const horizon = this.#horizon
    if (day >= horizon.firstDay && day <= horizon.lastDay) return horizon
    if (!Number.isInteger(day)) throw new RangeError(`Not a civil day: ${day}`)
    return this.#widen(day, day)
  }

  // Doubles the horizon forward, so that far targets cost few layouts.
  #further(): Horizon {
    const { firstDay, lastDay } = this.#horizon
    if (lastDay === LATEST_DAY) throw new RangeError('The working time asked for lies out of reach')
    return this.#widen(firstDay, Math.min(lastDay + (lastDay - firstDay), LATEST_DAY))
  }

  #widen(first: CivilDay, last: CivilDay): Horizon {
    if (first < EARLIEST_DAY || last > LATEST_DAY) throw new RangeError('The instant lies out of reach')
    const { firstDay, lastDay } = this.#horizon
    const length = lastDay - firstDay
    const from = first >= firstDay ? firstDay : Math.max(EARLIEST_DAY, Math.min(first, firstDay - length))
    const to = last <= lastDay ? lastDay : Math.min(LATEST_DAY, Math.max(last, lastDay + length))
    this.#horizon = this.#horizonOf(from, to)
    return this.#horizon
  }

  #horizonOf(firstDay: CivilDay, lastDay: CivilDay): Horizon {
    return new Horizon(this.#hours, this.#timezone, firstDay, lastDay)
  }
}
