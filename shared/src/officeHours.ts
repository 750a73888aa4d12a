import { civilDayOf, weekdayOf, type CivilDay, type JalaliDate } from './jalali.ts'

/** Hours of one weekday (0 = Saturday), for ever or from one date to another, both included. '24:00' may close. */
export interface WeeklyHours {
  from: JalaliDate | null
  to: JalaliDate | null
  weekday: number
  opens: string
  closes: string
}

/** Hours of one date, whatever the week and the holidays say; several rows make several intervals. */
export interface DatedHours {
  date: JalaliDate
  opens: string
  closes: string
  name: string
}

export type ClosureKind = 'HOLIDAY' | 'AD_HOC'

export interface Closure {
  date: JalaliDate
  name: string
  kind: ClosureKind
}

export interface CalendarRules {
  timezone: string
  hours: WeeklyHours[]
  dates: DatedHours[]
  closures: Closure[]
}

export type SkipReason = { kind: 'WEEKEND'; weekday: number } | { kind: ClosureKind; name: string }

/** Office hours in minutes of the civil day, half-open. */
interface Span {
  opens: number
  closes: number
}

interface Week {
  from: number
  to: number
  spans: Span[][]
}

const NONE: readonly Span[] = []
const DAYS_A_WEEK = 7

/** The rules, checked and arranged so that each civil day tells its hours. */
export class OfficeHours {
  readonly #weeks: Week[]
  readonly #dates: Map<CivilDay, Span[]>
  readonly #closures: Map<CivilDay, SkipReason>

  /** RangeError for invalid dates, unreadable hours, a weekday outside 0 to 6 and overlapping intervals. */
  constructor(rules: CalendarRules) {
    this.#weeks = weeksOf(rules.hours)
    this.#dates = datesOf(rules.dates)
    this.#closures = closuresOf(rules.closures)
  }

  /** The hours of a day in ascending order: dated hours beat closures, closures beat the week. */
  on(day: CivilDay): readonly Span[] {
    const dated = this.#dates.get(day)
    if (dated) return dated
    if (this.#closures.has(day)) return NONE
    for (const week of this.#weeks) {
      if (day >= week.from && day <= week.to) return week.spans[weekdayOf(day)] ?? NONE
    }
    return NONE
  }

  /** Why a day without hours has none. A closure is named even where the week has no hours either. */
  reasonToSkip(day: CivilDay): SkipReason {
    return this.#closures.get(day) ?? { kind: 'WEEKEND', weekday: weekdayOf(day) }
  }
}

// Rows of one date range make one week; the narrowest range comes first, of equals the one that starts last.
function weeksOf(rows: WeeklyHours[]): Week[] {
  const weeks = new Map<string, Week>()
  for (const row of rows) {
    const from = row.from === null ? -Infinity : civilDayOf(row.from)
    const to = row.to === null ? Infinity : civilDayOf(row.to)
    if (from > to) throw new RangeError(`Hours from ${row.from} to ${row.to}: the range is empty`)
    if (!(Number.isInteger(row.weekday) && row.weekday >= 0 && row.weekday < DAYS_A_WEEK)) {
      throw new RangeError(`No such weekday: ${row.weekday}`)
    }
    const key = `${from} ${to}`
    const week = weeks.get(key) ?? { from, to, spans: Array.from({ length: DAYS_A_WEEK }, () => []) }
    weeks.set(key, week)
    addSpan(week.spans[row.weekday] as Span[], row, `weekday ${row.weekday}`)
  }
  return [...weeks.values()].sort(byPrecedence)
}

function byPrecedence(a: Week, b: Week): number {
  return compare(a.to - a.from, b.to - b.from) || compare(b.from, a.from) || compare(a.to, b.to)
}

// Not a subtraction: Infinity - Infinity is no order.
function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function datesOf(rows: DatedHours[]): Map<CivilDay, Span[]> {
  const dates = new Map<CivilDay, Span[]>()
  for (const row of rows) {
    const day = civilDayOf(row.date)
    const spans = dates.get(day) ?? []
    dates.set(day, spans)
    addSpan(spans, row, row.date)
  }
  return dates
}

// Several holidays may share a date: all are named. An ad-hoc closure on a holiday is the reason given.
function closuresOf(rows: Closure[]): Map<CivilDay, SkipReason> {
  const closures = new Map<CivilDay, { kind: ClosureKind; name: string }>()
  for (const { date, kind, name } of rows) {
    const day = civilDayOf(date)
    const known = closures.get(day)
    if (!known || (known.kind === 'HOLIDAY' && kind === 'AD_HOC')) closures.set(day, { kind, name })
    else if (known.kind === kind && !known.name.split('، ').includes(name)) known.name += `، ${name}`
  }
  return closures
}

function addSpan(spans: Span[], row: { opens: string; closes: string }, where: string): void {
  const span = { opens: minuteOf(row.opens), closes: minuteOf(row.closes) }
  const text = `${where}, ${row.opens.slice(0, 10)} to ${row.closes.slice(0, 10)}`
  if (span.opens >= span.closes) throw new RangeError(`Hours of ${text}: they close before they open`)
  if (spans.some((other) => span.opens < other.closes && other.opens < span.closes)) {
    throw new RangeError(`Hours of ${text}: they overlap others`)
  }
  spans.push(span)
  spans.sort((a, b) => a.opens - b.opens)
}

function minuteOf(text: string): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text)
  if (match) return Number(match[1]) * 60 + Number(match[2])
  if (text === '24:00') return 24 * 60
  throw new RangeError(`Unreadable time of day: ${text.slice(0, 10)}`)
}
