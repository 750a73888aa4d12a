import { addDays, type JalaliDate } from '@goshayesh/shared/jalali'
import { jalaliNames } from '@goshayesh/shared/jalaliNames'
import { normalizePersian } from '@goshayesh/shared/persianText'
import { toLatinDigits } from '@goshayesh/shared/digits'

const HALF_A_YEAR = 183

/**
 * A day that was typed without its year («۳۱ تیر», «31 Tir», «۴/۳۱») in the year in which it is nearest to today, as
 * '1405/4/31'; any other text as it is. Whether the month has such a day is for others to say.
 */
export function withYear(text: string, today: JalaliDate): string {
  const typed = dayTyped(toLatinDigits(normalizePersian(text)).trim().toLowerCase())
  if (!typed) return text
  const asDate = `${String(typed.month).padStart(2, '0')}-${String(typed.day).padStart(2, '0')}`
  const year = Number(today.slice(0, 4))
  // Dates are compared as texts: each part has its width.
  const [earliest, latest] = [addDays(today, -HALF_A_YEAR), addDays(today, HALF_A_YEAR)]
  const near = [year, year - 1, year + 1].find((candidate) => {
    const date = `${candidate}-${asDate}`
    return date >= earliest && date <= latest
  })
  return `${near ?? year}/${typed.month}/${typed.day}`
}

function dayTyped(text: string): { month: number; day: number } | null {
  const numeric = /^(\d{1,2})[-/](\d{1,2})$/.exec(text)
  if (numeric) return valid(Number(numeric[1]), Number(numeric[2]))
  const named = /^(\d{1,2})\s+(\p{L}+?)(?:[\s\u200c]*ماه)?$/u.exec(text)
  return named ? valid(monthNamed(named[2] ?? ''), Number(named[1])) : null
}

function monthNamed(name: string): number {
  const { fa, en } = jalaliNames
  return 1 + Math.max(fa.months.indexOf(name), en.months.map((month) => month.toLowerCase()).indexOf(name))
}

function valid(month: number, day: number): { month: number; day: number } | null {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { month, day } : null
}
