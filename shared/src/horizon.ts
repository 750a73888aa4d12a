import type { CivilDay } from './jalali.ts'
import type { OfficeHours } from './officeHours.ts'
import { zoneOf, type Zone } from './zone.ts'

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
  /** Openings and closings in order. Behind the last stands Infinity: an interval that never comes. */
  readonly opens: Float64Array
  readonly closes: Float64Array
  /** Close of office on each working day. */
  readonly dayCloses: Float64Array
  /** As long as opens: the last entry is the total. */
  readonly #workedBefore: Float64Array
  /** One more entry than days, as are the next two: the last stands for the end of the run. */
  readonly #dayStarts: Float64Array
  readonly #intervalsBefore: Int32Array
  readonly #workingDaysBefore: Int32Array

  constructor(hours: OfficeHours, timezone: string, firstDay: CivilDay, lastDay: CivilDay) {
    const days = lastDay - firstDay + 1
    const zone = zoneOf(timezone, (firstDay - 1) * DAY_MS, (lastDay + 2) * DAY_MS)
    this.firstDay = firstDay
    this.lastDay = lastDay
    this.#dayStarts = dayStartsOf(zone, firstDay, days)
    this.#intervalsBefore = new Int32Array(days + 1)
    this.#workingDaysBefore = new Int32Array(days + 1)
    const opens: number[] = []
    const closes: number[] = []
    const workedBefore = [0]
    const dayCloses: number[] = []
    let worked = 0
    for (let index = 0; index < days; index++) {
      for (const span of hours.on(firstDay + index)) {
        const from = this.#instantOf(zone, index, span.opens)
        const to = this.#instantOf(zone, index, span.closes)
        // A jump of the clocks can swallow an interval whole.
        if (from === to) continue
        worked += to - from
        opens.push(from)
        closes.push(to)
        workedBefore.push(worked)
      }
      if (opens.length > (this.#intervalsBefore[index] as number)) dayCloses.push(closes.at(-1) as number)
      this.#intervalsBefore[index + 1] = opens.length
      this.#workingDaysBefore[index + 1] = dayCloses.length
    }
    this.from = this.startOfDay(firstDay)
    this.to = this.startOfDay(lastDay + 1)
    this.total = worked
    this.opens = new Float64Array([...opens, Infinity])
    this.closes = new Float64Array([...closes, Infinity])
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

  /** The first interval that closes after an instant of the run, be it the one that never comes. */
  intervalAt(instant: number): number {
    const { closes } = this
    let interval = this.#intervalsBefore[this.#dayIndexOf(instant)] as number
    while ((closes[interval] as number) <= instant) interval++
    return interval
  }

  /** When that interval opens or opened. */
  openingAt(instant: number): number {
    return this.opens[this.intervalAt(instant)] as number
  }

  /** Working milliseconds from the beginning of the run to an instant of it. */
  workedUntil(instant: number): number {
    const interval = this.intervalAt(instant)
    const before = this.#workedBefore[interval] as number
    const opens = this.opens[interval] as number
    return instant > opens ? before + instant - opens : before
  }

  /** The earliest instant by which so much has been worked: more than 0, at most the total. */
  instantWorked(worked: number): number {
    const sums = this.#workedBefore
    let low = 0
    let high = this.opens.length - 2
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

  // On a day of 24 hours minutes just count up; only where the clocks jump is the zone asked again.
  #instantOf(zone: Zone, index: number, minute: number): number {
    const start = this.#dayStarts[index] as number
    if ((this.#dayStarts[index + 1] as number) - start === DAY_MS) return start + minute * MINUTE_MS
    return zone.instantOf((this.firstDay + index) * DAY_MS + minute * MINUTE_MS)
  }

  #workedBeforeDay(index: number): number {
    return this.#workedBefore[this.#intervalsBefore[index] as number] as number
  }

  // Days are 24 hours but for a few: the guess is off by one at most, and at most the day after the run.
  #dayIndexOf(instant: number): number {
    const starts = this.#dayStarts
    let index = Math.floor((instant - this.from) / DAY_MS)
    while ((starts[index] as number) > instant) index--
    while ((starts[index + 1] as number) <= instant) index++
    return index
  }
}

function dayStartsOf(zone: Zone, firstDay: CivilDay, days: number): Float64Array {
  const starts = new Float64Array(days + 1)
  for (let index = 0; index <= days; index++) starts[index] = zone.instantOf((firstDay + index) * DAY_MS)
  return starts
}
