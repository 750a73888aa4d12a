import type { CalendarRules } from '@goshayesh/shared/calendar'
import { parseJalaliDate } from '@goshayesh/shared/jalali'
import { Refusal, invalid } from '@goshayesh/shared/refusal'
import type { Actor } from '../records/Actor.ts'
import { changeCalendar } from './changeCalendar.ts'
import type { Store } from './transact.ts'

/** Takes the hours of one date back; NOT_FOUND if it has none of its own. Answers with the deadlines moved. */
export async function withdrawDatedHours(
  store: Store,
  actor: Actor,
  text: string,
  now: number,
): Promise<number> {
  const date = parseJalaliDate(text)
  if (!date) throw invalid('date', 'BAD_DATE')
  const change = {
    path: 'date',
    apply: (rules: CalendarRules) => {
      const dates = rules.dates.filter((row) => row.date !== date)
      if (dates.length === rules.dates.length) throw new Refusal('NOT_FOUND')
      return { ...rules, dates }
    },
  }
  return changeCalendar(store, actor, change, now)
}
