import { type CalendarRules, OfficeHours } from '@goshayesh/shared/officeHours'
import { civilDayOf, type JalaliDate } from '@goshayesh/shared/jalali'
import { groupBy } from '../data/groupBy.ts'
import type { Hours } from './weeks.ts'

export type DayKind = 'work' | 'weekend' | 'holiday' | 'closure' | 'dated'

export interface DayFacts {
  kind: DayKind
  /** Of what closes it, or of its own hours. */
  names: string[]
  /** Its own hours. */
  hours: Hours[]
}

/** Tells of each date what it is under the rules: own hours beat a closure, an ad-hoc one the holiday. */
export function dayFacts(rules: CalendarRules): (date: JalaliDate) => DayFacts {
  const office = new OfficeHours(rules)
  const closures = groupBy(rules.closures, ({ date }) => date)
  const dates = groupBy(rules.dates, ({ date }) => date)
  return (date) => {
    const hours = dates.get(date) ?? []
    const closed = closures.get(date) ?? []
    if (hours.length > 0) {
      const own = hours.map(({ opens, closes }) => ({ opens, closes }))
      return { kind: 'dated', names: [...new Set(hours.map(({ name }) => name))], hours: own }
    }
    if (closed.length > 0) {
      const adHoc = closed.filter(({ kind }) => kind === 'AD_HOC')
      const deciding = adHoc.length > 0 ? adHoc : closed
      return {
        kind: adHoc.length > 0 ? 'closure' : 'holiday',
        names: [...new Set(deciding.map(({ name }) => name))],
        hours: [],
      }
    }
    return { kind: office.on(civilDayOf(date)).length > 0 ? 'work' : 'weekend', names: [], hours: [] }
  }
}
