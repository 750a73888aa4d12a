import { civilDayOf, type CivilDay, jalaliPartsOf, monthLength, weekdayOf } from '@goshayesh/shared/jalali'

/** A month of the Solar Hijri calendar as text: '1405-04'. */
export type JalaliMonth = string

/** The month that somebody asked for in the address, or null where there is none such. */
export function parseMonth(text: string): JalaliMonth | null {
  const match = /^(1[34]\d\d)-(\d\d)$/.exec(text)
  const month = Number(match?.[2])
  return match && month >= 1 && month <= 12 ? text : null
}

export function monthOf(day: CivilDay): JalaliMonth {
  const { year, month } = jalaliPartsOf(day)
  return textOf(year, month)
}

/** The month so many later, or earlier. */
export function addMonths(from: JalaliMonth, by: number): JalaliMonth {
  const [year = 0, month = 1] = from.split('-').map(Number)
  const index = year * 12 + month - 1 + by
  return textOf(Math.floor(index / 12), (index % 12) + 1)
}

/** The weeks of a month, from Saturday; null stands for the days of its neighbours. */
export function monthGrid(month: JalaliMonth): (CivilDay | null)[][] {
  const first = civilDayOf(`${month}-01`)
  const [year = 0, number = 1] = month.split('-').map(Number)
  const length = monthLength(year, number)
  const lead = weekdayOf(first)
  return Array.from({ length: Math.ceil((lead + length) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => {
      const index = week * 7 + weekday - lead
      return index >= 0 && index < length ? first + index : null
    }),
  )
}

function textOf(year: number, month: number): JalaliMonth {
  return `${year}-${String(month).padStart(2, '0')}`
}
