import { parseJalaliDate } from '@goshayesh/shared/jalali'
import { Refusal, invalid } from '@goshayesh/shared/refusal'
import type { Actor } from '../records/Actor.ts'
import { changeCalendar, type CalendarChange } from './changeCalendar.ts'
import type { Store } from './transact.ts'

/** Takes the hours of one date back. Answers with the deadlines moved. */
export async function withdrawDatedHours(
  store: Store,
  actor: Actor,
  date: string,
  now: number,
): Promise<number> {
  return changeCalendar(store, actor, datedHoursWithdrawal(date), now)
}

/** NOT_FOUND, when it is applied, where the date has no hours of its own. */
export function datedHoursWithdrawal(text: string): CalendarChange {
  const date = parseJalaliDate(text)
  if (!date) throw invalid('date', 'BAD_DATE')
  return {
    path: 'date',
    apply: (rules) => {
      const dates = rules.dates.filter((row) => row.date !== date)
      if (dates.length === rules.dates.length) throw new Refusal('NOT_FOUND')
      return { ...rules, dates }
    },
  }
}
