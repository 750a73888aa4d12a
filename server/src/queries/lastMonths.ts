import type { WorkingCalendar } from '@goshayesh/shared/calendar'
import { civilDayOf, jalaliPartsOf } from '@goshayesh/shared/jalali'

/** A Jalali month: '1405-04' and its first instant. */
export interface Month {
  month: string
  start: number
}

/** The month of `now` and those before it, `count` in all, the latest last. */
export function lastMonths(calendar: WorkingCalendar, now: number, count: number): Month[] {
  const { year, month } = jalaliPartsOf(calendar.dayAt(now))
  return Array.from({ length: count }, (_, n) => {
    const months = year * 12 + month - count + n
    const name = `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
    return { month: name, start: calendar.startOfDay(civilDayOf(`${name}-01`)) }
  })
}
