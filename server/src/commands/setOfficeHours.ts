import { parseJalaliDate } from '@goshayesh/shared/jalali'
import { invalid } from '@goshayesh/shared/refusal'
import type { Actor } from '../records/Actor.ts'
import { changeCalendar, type CalendarChange } from './changeCalendar.ts'
import { checkedHours, type Hours } from './checkedHours.ts'
import type { Store } from './transact.ts'

export interface OfficeHoursInput {
  /** Both left out: the week that holds where no range does. */
  from?: string | null | undefined
  to?: string | null | undefined
  hours: (Hours & { weekday: number })[]
  /** Of the calendar. */
  expectedVersion?: number | null | undefined
}

/** Puts a week in the place of that of exactly this range. Answers with the number of deadlines moved. */
export async function setOfficeHours(
  store: Store,
  actor: Actor,
  input: OfficeHoursInput,
  now: number,
): Promise<number> {
  return changeCalendar(store, actor, officeHoursChange(input), now)
}

/** INVALID for a range or hours that can't be read, and for hours that overlap. */
export function officeHoursChange(input: OfficeHoursInput): CalendarChange {
  const from = dateOf('input.from', input.from)
  const to = dateOf('input.to', input.to)
  if (from !== null && to !== null && to < from) throw invalid('input.to', 'ORDER')
  input.hours.forEach(({ weekday }, index) => {
    if (weekday < 0) throw invalid(`input.hours.${index}.weekday`, 'TOO_SMALL', 0)
    if (weekday > 6) throw invalid(`input.hours.${index}.weekday`, 'TOO_LARGE', 6)
  })
  const isSameDay = (one: { weekday: number }, other: { weekday: number }) => one.weekday === other.weekday
  const week = checkedHours('input.hours', input.hours, isSameDay).map(({ weekday, opens, closes }) => ({
    from,
    to,
    weekday,
    opens,
    closes,
  }))
  return {
    path: 'input.hours',
    expectedVersion: input.expectedVersion,
    apply: (rules) => ({
      ...rules,
      hours: [...rules.hours.filter((row) => row.from !== from || row.to !== to), ...week],
    }),
  }
}

function dateOf(path: string, text: string | null | undefined): string | null {
  if (text == null) return null
  const date = parseJalaliDate(text)
  if (!date) throw invalid(path, 'BAD_DATE')
  return date
}
