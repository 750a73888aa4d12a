import { addDays, type JalaliDate } from '@goshayesh/shared/jalali'
import { jalaliNames } from '@goshayesh/shared/jalaliNames'
import { normalizePersian } from '@goshayesh/shared/persianText'
import { toLatinDigits } from '@goshayesh/shared/digits'

const HALF_A_YEAR = 183

/**
 * A date as people write it («۳۱ تیر», «31 Tir 1405», «۳۱/۴/۱۴۰۵», «۱۴۰۵.۴.۳۱», «۱۴۰۵۰۴۳۱») as '1405/4/31', one without its
 * year in the year in which it is nearest to today; any other text as it is. Whether there is such a day is for others to
 * say.
 */
export function typedDate(text: string, today: JalaliDate): string {
  const typed = partsOf(toLatinDigits(normalizePersian(text)).trim().toLowerCase())
  if (!typed) return text
  const { year = nearestYear(typed, today), month, day } = typed
  return `${year}/${month}/${day}`
}

interface Typed {
  year?: number
  month: number
  day: number
}

function partsOf(text: string): Typed | null {
  const compact = /^(\d{4})(\d\d)(\d\d)$/.exec(text)
  if (compact) return inOrder(compact.slice(1).map(Number))
  const named = /^(?:(\d{4})\s+)?(\d{1,2})\s+(\p{L}+?)(?:[\s\u200c]*ماه)?(?:\s+(\d{4}))?$/u.exec(text)
  if (named) {
    const [, before, day, month = '', after] = named
    const year = before ?? after
    return valid({ ...(year ? { year: Number(year) } : {}), month: monthNamed(month), day: Number(day) })
  }
  const parts = text.split(/\s*[-/.]\s*|\s+/)
  return parts.every((part) => /^\d{1,2}$|^\d{4}$/.test(part)) ? inOrder(parts.map(Number)) : null
}

/** The year stands first or last, or nowhere. */
function inOrder(parts: number[]): Typed | null {
  const [first = 0, second = 0, third] = parts
  if (parts.length === 2) return valid({ month: first, day: second })
  if (parts.length !== 3 || third === undefined) return null
  return first > 31
    ? valid({ year: first, month: second, day: third })
    : valid({ year: third, month: second, day: first })
}

function valid(typed: Typed): Typed | null {
  const { year, month, day } = typed
  const isYear = year === undefined || year >= 1000
  return isYear && month >= 1 && month <= 12 && day >= 1 && day <= 31 ? typed : null
}

function monthNamed(name: string): number {
  const { fa, en } = jalaliNames
  return 1 + Math.max(fa.months.indexOf(name), en.months.map((month) => month.toLowerCase()).indexOf(name))
}

function nearestYear({ month, day }: Typed, today: JalaliDate): number {
  const asDate = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const year = Number(today.slice(0, 4))
  // Dates are compared as texts: each part has its width.
  const [earliest, latest] = [addDays(today, -HALF_A_YEAR), addDays(today, HALF_A_YEAR)]
  const near = [year, year - 1, year + 1].find((candidate) => {
    const date = `${candidate}-${asDate}`
    return date >= earliest && date <= latest
  })
  return near ?? year
}
