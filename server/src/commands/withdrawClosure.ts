import { parseJalaliDate } from '@goshayesh/shared/jalali'
import { Refusal, invalid } from '@goshayesh/shared/refusal'
import type { Actor } from '../records/Actor.ts'
import { changeCalendar, type CalendarChange } from './changeCalendar.ts'
import type { Store } from './transact.ts'

/** Takes an ad-hoc closure back, or a holiday where there is no such closure. Answers with the deadlines moved. */
export async function withdrawClosure(
  store: Store,
  actor: Actor,
  date: string,
  now: number,
): Promise<number> {
  return changeCalendar(store, actor, closureWithdrawal(date), now)
}

/** NOT_FOUND, when it is applied, where the date is not closed. */
export function closureWithdrawal(text: string): CalendarChange {
  const date = parseJalaliDate(text)
  if (!date) throw invalid('date', 'BAD_DATE')
  return {
    path: 'date',
    apply: (rules) => {
      const closures = rules.closures.filter((closure) => closure.date === date)
      if (closures.length === 0) throw new Refusal('NOT_FOUND')
      const kind = closures.some((closure) => closure.kind === 'AD_HOC') ? 'AD_HOC' : 'HOLIDAY'
      const stays = rules.closures.filter((closure) => closure.date !== date || closure.kind !== kind)
      return { ...rules, closures: stays }
    },
  }
}
