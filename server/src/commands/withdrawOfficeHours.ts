import type { CalendarRules } from '@goshayesh/shared/calendar'
import { parseJalaliDate } from '@goshayesh/shared/jalali'
import { Refusal, invalid } from '@goshayesh/shared/refusal'
import type { Actor } from '../records/Actor.ts'
import { changeCalendar } from './changeCalendar.ts'
import type { Store } from './transact.ts'

/** Takes the week of exactly this range back; NOT_FOUND if there is none. Answers with the deadlines moved. */
export async function withdrawOfficeHours(
  store: Store,
  actor: Actor,
  range: { from: string; to: string },
  now: number,
): Promise<number> {
  const from = parseJalaliDate(range.from)
  const to = parseJalaliDate(range.to)
  if (!from) throw invalid('from', 'BAD_DATE')
  if (!to) throw invalid('to', 'BAD_DATE')
  const change = {
    path: 'from',
    apply: (rules: CalendarRules) => {
      const hours = rules.hours.filter((row) => row.from !== from || row.to !== to)
      if (hours.length === rules.hours.length) throw new Refusal('NOT_FOUND')
      return { ...rules, hours }
    },
  }
  return changeCalendar(store, actor, change, now)
}
