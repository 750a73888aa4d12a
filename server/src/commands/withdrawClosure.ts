import type { ClosureKind } from '@goshayesh/shared/calendar'
import { Refusal } from '@goshayesh/shared/refusal'
import type { Actor } from '../records/Actor.ts'
import { changeCalendar, type CalendarChange } from './changeCalendar.ts'
import { closureDates } from './closureDates.ts'
import type { Store } from './transact.ts'

export interface ClosureWithdrawal {
  date: string
  /** The last date; the same one where nothing is said. */
  to?: string | null | undefined
  /** Where nothing is said, of each date the ad-hoc closure, or its holidays where there is none. */
  kind?: ClosureKind | null | undefined
}

/** Takes back what closes the offices on the dates of a range, in one act. Answers with the deadlines moved. */
export async function withdrawClosure(
  store: Store,
  actor: Actor,
  withdrawal: ClosureWithdrawal,
  now: number,
): Promise<number> {
  return changeCalendar(store, actor, closureWithdrawal(withdrawal), now)
}

/** NOT_FOUND, when it is applied, where none of the dates is closed so. */
export function closureWithdrawal({ date, to, kind }: ClosureWithdrawal): CalendarChange {
  const dates = new Set(closureDates(date, to ?? date, { from: 'date', to: 'to' }))
  return {
    path: to ? 'to' : 'date',
    apply: (rules) => {
      const closures = rules.closures.filter((closure) => dates.has(closure.date))
      const adHoc = new Set(
        closures.filter((closure) => closure.kind === 'AD_HOC').map((closure) => closure.date),
      )
      const goes = new Set(
        closures.filter(
          (closure) => closure.kind === (kind ?? (adHoc.has(closure.date) ? 'AD_HOC' : 'HOLIDAY')),
        ),
      )
      if (goes.size === 0) throw new Refusal('NOT_FOUND')
      return { ...rules, closures: rules.closures.filter((closure) => !goes.has(closure)) }
    },
  }
}
