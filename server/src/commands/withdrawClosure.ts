import { parseJalaliDate } from '@goshayesh/shared/jalali'
import { Refusal, invalid } from '@goshayesh/shared/refusal'
import { changeRules } from './changeRules.ts'
import type { Actor } from '../records/Actor.ts'
import type { Store } from './transact.ts'

/** Takes an ad-hoc closure back, or a holiday where there is no such closure. Answers with the deadlines moved. */
export async function withdrawClosure(
  store: Store,
  actor: Actor,
  text: string,
  now: number,
): Promise<number> {
  const date = parseJalaliDate(text)
  if (!date) throw invalid('date', 'BAD_DATE')
  const { movedDeadlines } = await changeRules(
    store,
    actor,
    'DECLARE_CLOSURE',
    'CALENDAR',
    now,
    async (db, rules) => {
      const closures = rules.calendarRules.closures.filter((closure) => closure.date === date)
      if (closures.length === 0) throw new Refusal('NOT_FOUND')
      const kind = closures.some((closure) => closure.kind === 'AD_HOC') ? 'AD_HOC' : 'HOLIDAY'
      await db
        .deleteFrom('closure')
        .where('province_id', '=', actor.provinceId)
        .where('date', '=', date)
        .where('kind', '=', kind)
        .execute()
    },
  )
  return movedDeadlines
}
