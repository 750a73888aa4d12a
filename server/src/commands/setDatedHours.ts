import { parseJalaliDate } from '@goshayesh/shared/jalali'
import { limits } from '@goshayesh/shared/obstacleInput'
import { invalid } from '@goshayesh/shared/refusal'
import type { Actor } from '../records/Actor.ts'
import { changeCalendar, type CalendarChange } from './changeCalendar.ts'
import { checkedHours, type Hours } from './checkedHours.ts'
import { cleanText } from './cleanText.ts'
import type { Store } from './transact.ts'

export interface DatedHoursInput {
  date: string
  name: string
  hours: Hours[]
  /** Of the calendar. */
  expectedVersion?: number | null | undefined
}

/** Opens the offices on one date for these hours, holiday or not. Answers with the number of deadlines moved. */
export async function setDatedHours(
  store: Store,
  actor: Actor,
  input: DatedHoursInput,
  now: number,
): Promise<number> {
  return changeCalendar(store, actor, datedHoursChange(input), now)
}

/** INVALID for hours that can't be read or overlap. */
export function datedHoursChange(input: DatedHoursInput): CalendarChange {
  const date = parseJalaliDate(input.date)
  if (!date) throw invalid('input.date', 'BAD_DATE')
  const name = cleanText('input.name', input.name, limits.party)
  const hours = checkedHours('input.hours', input.hours, () => true)
  const dated = hours.map(({ opens, closes }) => ({ date, opens, closes, name }))
  return {
    path: 'input.hours',
    expectedVersion: input.expectedVersion,
    apply: (rules) => ({ ...rules, dates: [...rules.dates.filter((row) => row.date !== date), ...dated] }),
  }
}
