import type { CivilDay } from './jalali.ts'
import type { OfficeHours } from './officeHours.ts'
import { zoneOf } from './zone.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/**
 * The working time of a run of civil days, laid out so that every question is a look-up: how much was worked before
 * each opening (prefix sums), which opening is the first of each day, which closing is that of the n-th working day.
 * Intervals are numbered from 0, days and working days from the first day of the run.
 */
export class Horizon {
  readonly firstDay: CivilDay
  readonly lastDay: CivilDay
  /** Instants: the run is [from, to). */
  readonly from: number
  readonly to: number
  /** Working milliseconds in all. */
  readonly total: number
  readonly opens: Float64Array
  readonly closes: Float64Array
  /** Close of office on each working day. */
  readonly dayCloses: Float64Array
  /** One more entry than intervals: the last is the total. */
  readonly #workedBefore: Float64Array
  /** One more entry than days, as are the next two: the last stands for the end of the run. */
  readonly #dayStarts: Float64Array
  readonly #intervalsBefore: Int32Array
  readonly #workingDaysBefore: Int32Array

  constructor(hours: OfficeHours, timezone: string, firstDay: CivilDay, lastDay: CivilDay) {
    const days = lastDay - firstDay + 1
    const zone = zoneOf(timezone, (firstDay - 1) * DAY_MS, (lastDay + 2) * DAY_MS)
    const opens: number[] = []
    const closes: number[] = []
    const workedBefore = [0]
    const dayCloses: number[] = []
    this.#dayStarts = new Float64Array(days + 1)
    this.#intervalsBefore = new Int32Array(days + 1)
    this.#workingDaysBefore = new Int32Array(days + 1)
    for (let index = 0; index <= days; index++) {
      this.#dayStarts[index] = zone.instantOf((firstDay + index) * DAY_MS)
    }
    let worked = 0
    for (let index = 0; index < days; index++) {
      const start = this.#dayStarts[index] as number
      const hasJump = (this.#dayStarts[index + 1] as number) - start !== DAY_MS
      const midnight = (firstDay + index) * DAY_MS
      const instantOf = (minute: number) =>
        hasJump ? zone.instantOf(midnight + minute * MINUTE_MS) : start + minute * MINUTE_MS
      const intervalsBefore = opens.length
      for (const span of hours.on(firstDay + index)) {
        const from = instantOf(span.opens)
        const to = instantOf(span.closes)
        // A jump of the clocks can swallow an interval whole.
        if (from === to) continue
        worked += to - from
        opens.push(from)
        closes.push(to)
        workedBefore.push(worked)
      }
      if (opens.length > intervalsBefore) dayCloses.push(closes.at(-1) as number)
      this.#intervalsBefore[index + 1] = opens.length
      this.#workingDaysBefore[index + 1] = dayCloses.length
    }
    this.firstDay = firstDay
    this.lastDay = lastDay
    this.from = this.startOfDay(firstDay)
    this.to = this.startOfDay(lastDay + 1)
    this.total = worked
    this.opens = new Float64Array(opens)
    this.closes = new Float64Array(closes)
    this.dayCloses = new Float64Array(dayCloses)
    this.#workedBefore = new Float64Array(workedBefore)
  }

  /** The first instant of a day of the run, or of the day after it. */
  startOfDay(day: CivilDay): number {
    return this.#dayStarts[day - this.firstDay] as number
  }

  /** The civil day of an instant of the run. */
  dayAt(instant: number): CivilDay {
    return this.firstDay + this.#dayIndexOf(instant)
  }

  /** Working days before a day of the run, or before the day after it. */
  workingDaysBefore(day: CivilDay): number {
    return this.#workingDaysBefore[day - this.firstDay] as number
  }

  /** The first interval that closes after an instant of the run; the number of intervals if none does. */
  intervalAt(instant: number): number {
    const { closes } = this
    let interval = this.#intervalsBefore[this.#dayIndexOf(instant)] as number
    while (interval < closes.length && (closes[interval] as number) <= instant) interval++
    return interval
  }

  /** Working milliseconds from the beginning of the run to an instant of it. */
  workedUntil(instant: number): number {
    const interval = this.intervalAt(instant)
    const before = this.#workedBefore[interval] as number
    if (interval === this.opens.length) return before
    const opens = this.opens[interval] as number
    return instant > opens ? before + instant - opens : before
  }

  /** The earliest instant by which so much has been worked: more than 0, at most the total. */
  instantWorked(worked: number): number {
    const sums = this.#workedBefore
    let low = 0
    let high = this.opens.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle + 1] as number) >= worked) high = middle
      else low = middle + 1
    }
    return (this.opens[low] as number) + worked - (sums[low] as number)
  }

  /** The working milliseconds that most working days have; of lengths equally common the longest. */
  usualDay(): number {
    const counts = new Map<number, number>()
    for (let index = 0; index < this.#intervalsBefore.length - 1; index++) {
      const length = this.#workedBeforeDay(index + 1) - this.#workedBeforeDay(index)
      if (length > 0) counts.set(length, (counts.get(length) ?? 0) + 1)
    }
    const most = Math.max(...counts.values())
    return Math.max(...[...counts.keys()].filter((length) => counts.get(length) === most))
  }

  #workedBeforeDay(index: number): number {
    return this.#workedBefore[this.#intervalsBefore[index] as number] as number
  }

  // Days are 24 hours but for a few: the guess is off by one at most.
  #dayIndexOf(instant: number): number {
    const starts = this.#dayStarts
    let index = Math.min(Math.max(Math.floor((instant - this.from) / DAY_MS), 0), starts.length - 2)
    while ((starts[index] as number) > instant) index--
    while ((starts[index + 1] as number) <= instant) index++
    return index
  }
}
