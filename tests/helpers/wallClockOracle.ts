import type { CalendarRules } from '@goshayesh/shared/calendar'
import { MINUTE, show } from './calendars.ts'

const HALF_HOUR = 30 * MINUTE
const WEEKDAYS = ['Sat', 'Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri']

interface WallMinute {
  date: string
  open: boolean
}

/**
 * Working time the slow way, to hold the calendar against: walks minute by minute, reads date, weekday and time from
 * the platform's Persian calendar, and compares texts. Shares no code with the rules. Whole minutes only.
 */
export class WallClockOracle {
  readonly #from: number
  readonly #minutes: WallMinute[] = []
  readonly #rules: CalendarRules

  constructor(rules: CalendarRules, from: number, to: number) {
    this.#rules = rules
    this.#from = Math.floor(from / HALF_HOUR) * HALF_HOUR
    const weekday = new Intl.DateTimeFormat('en', { timeZone: rules.timezone, weekday: 'short' })
    // Offsets change on the half hour in every zone tested, so that within it minutes just count up.
    for (let block = this.#from; block < to; block += HALF_HOUR) {
      const [date = '', time = ''] = show(block, rules.timezone).split(' ')
      const spans = this.#spansOn(date, WEEKDAYS.indexOf(weekday.format(block)))
      for (let minute = 0; minute < 30; minute++) {
        const clock = time.slice(0, 3) + String(Number(time.slice(3)) + minute).padStart(2, '0')
        this.#minutes.push({ date, open: spans.some((span) => clock >= span.opens && clock < span.closes) })
      }
    }
  }

  elapsed(from: number, to: number): number {
    let worked = 0
    for (let index = this.#indexOf(from); index < this.#indexOf(to); index++)
      if (this.#at(index).open) worked += MINUTE
    return worked
  }

  add(start: number, worked: number): number {
    let index = this.#indexOf(start)
    for (let left = worked; left > 0; index++) if (this.#at(index).open) left -= MINUTE
    return this.#instantOf(index)
  }

  closeOfWorkingDay(start: number, n: number): number {
    const today = this.#at(this.#indexOf(start)).date
    let index = this.#indexOf(start)
    while (this.#at(index).date === today) index++
    const days = new Set<string>()
    let close = 0
    for (; ; index++) {
      const { date, open } = this.#at(index)
      if (days.size === n && !days.has(date)) return close
      if (!open) continue
      days.add(date)
      close = this.#instantOf(index + 1)
    }
  }

  workingDaysBetween(from: number, to: number): number {
    const first = this.#at(this.#indexOf(from)).date
    const last = this.#at(this.#indexOf(to)).date
    const days = new Set<string>()
    for (
      let index = this.#indexOf(from);
      index < this.#minutes.length && this.#at(index).date <= last;
      index++
    ) {
      const { date, open } = this.#at(index)
      if (open && date > first) days.add(date)
    }
    return days.size
  }

  nextOpening(instant: number): number {
    let index = this.#indexOf(instant)
    while (!this.#at(index).open) index++
    return this.#instantOf(index)
  }

  isWorkingTime(instant: number): boolean {
    return this.#at(this.#indexOf(instant)).open
  }

  #spansOn(date: string, weekday: number): { opens: string; closes: string }[] {
    const dated = this.#rules.dates.filter((row) => row.date === date)
    if (dated.length > 0) return dated
    if (this.#rules.closures.some((closure) => closure.date === date)) return []
    const holding = this.#rules.hours.filter((row) => (row.from ?? '') <= date && date <= (row.to ?? '9'))
    // The tables of the tests have one range a date besides the base week.
    const ranged = holding.filter((row) => row.from !== null || row.to !== null)
    return (ranged.length > 0 ? ranged : holding).filter((row) => row.weekday === weekday)
  }

  #indexOf(instant: number): number {
    return (instant - this.#from) / MINUTE
  }

  #instantOf(index: number): number {
    return this.#from + index * MINUTE
  }

  #at(index: number): WallMinute {
    const minute = this.#minutes[index]
    if (!minute) throw new RangeError('The oracle was not told to look that far')
    return minute
  }
}
