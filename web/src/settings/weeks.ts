import type { WeeklyHours } from '@goshayesh/shared/calendar'
import { toLatinDigits } from '@goshayesh/shared/digits'

/** Opening and closing, "07:30"; "24:00" may close. */
export interface Hours {
  opens: string
  closes: string
}

/** A week of office hours, from Saturday; without dates, of all the year. */
export interface Week {
  from: string | null
  to: string | null
  days: Hours[][]
}

const DAYS = 7

/** The weeks that the rows make, that of all the year first and the others by their beginning. */
export function weeksOf(rows: readonly WeeklyHours[]): Week[] {
  const weeks = new Map<string, Week>()
  for (const { from, to, weekday, opens, closes } of rows) {
    const key = `${from ?? ''}~${to ?? ''}`
    const week = weeks.get(key) ?? { from, to, days: Array.from({ length: DAYS }, () => []) }
    weeks.set(key, week)
    week.days[weekday]?.push({ opens, closes })
  }
  for (const { days } of weeks.values()) {
    for (const day of days) day.sort((a, b) => (a.opens < b.opens ? -1 : 1))
  }
  return [...weeks.values()].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
}

/** The rows of a week as they are sent, with Latin digits. */
export function hoursOf(days: readonly (readonly Hours[])[]): (Hours & { weekday: number })[] {
  return days.flatMap((hours, weekday) =>
    hours.map(({ opens, closes }) => ({ weekday, opens: tidyTime(opens), closes: tidyTime(closes) })),
  )
}

/** «۷:۳۰» is "07:30"; what is no time stays as it was typed. */
export function tidyTime(text: string): string {
  const latin = toLatinDigits(text).trim()
  const match = /^(\d{1,2})(?:[:.٫](\d{2}))?$/.exec(latin)
  return match ? `${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? '00'}` : latin
}

/** Minutes of the day, or null for what is no time of day. */
export function minuteOf(text: string): number | null {
  const match = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(tidyTime(text))
  if (!match) return null
  const minute = Number(match[1]) * 60 + Number(match[2])
  return minute <= 24 * 60 ? minute : null
}
