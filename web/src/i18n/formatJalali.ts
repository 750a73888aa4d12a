import { addDays, civilDayOf, type JalaliDate, weekdayOf } from '@goshayesh/shared/jalali'
import { jalaliNames } from '@goshayesh/shared/jalaliNames'
import { formatNumber, localDigits } from './formatNumber.ts'
import { language, type Language } from './language.ts'

const nearDays: Record<Language, readonly [string, string, string]> = {
  fa: ['دیروز', 'امروز', 'فردا'],
  en: ['yesterday', 'today', 'tomorrow'],
}

export interface DateStyle {
  /** long: «شنبه ۲۰ تیر»; short: «۲۰ تیر»; numeric: «۱۴۰۵/۰۴/۲۰». */
  style?: 'long' | 'short' | 'numeric'
  /** The year is left out in the present year unless this is set. */
  year?: boolean
  /** «امروز», «فردا», «دیروز» in place of those three days. */
  near?: boolean
}

/** A civil date in words; English puts the Gregorian date in brackets behind long ones. */
export function formatJalali(
  date: JalaliDate,
  today: JalaliDate,
  { style = 'long', year = false, near = false }: DateStyle = {},
  lang: Language = language(),
): string {
  if (style === 'numeric') return localDigits(date.replaceAll('-', '/'), lang)
  const near3 = near ? [addDays(today, -1), today, addDays(today, 1)].indexOf(date) : -1
  if (near3 >= 0) return nearDays[lang][near3] ?? ''
  const [y = 0, m = 1, d = 1] = date.split('-').map(Number)
  const withYear = year || !today.startsWith(`${y}-`)
  const words = [formatNumber(d, lang), jalaliNames[lang].months[m - 1] ?? '']
  if (style === 'long') words.unshift(jalaliNames[lang].weekdays[weekdayOf(civilDayOf(date))] ?? '')
  if (withYear) words.push(localDigits(String(y), lang))
  return lang === 'en' && style === 'long'
    ? `${words.join(' ')} (${gregorian(date, withYear)})`
    : words.join(' ')
}

/** The time of day at an instant, "10:15", in the digits of the language. */
export function formatTime(instant: number, timezone: string, lang: Language = language()): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return localDigits(format.format(instant), lang)
}

function gregorian(date: JalaliDate, withYear: boolean): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    ...(withYear ? { year: 'numeric' as const } : {}),
  }).format(civilDayOf(date) * 86_400_000)
}

/** A day to aim at: the last of its month is «پایان تیر», any other «۲۰ تیر». */
export function formatTargetDay(date: JalaliDate, lang: Language = language()): string {
  const [, m = 1, d = 1] = date.split('-').map(Number)
  const name = jalaliNames[lang].months[m - 1] ?? ''
  const isLast = addDays(date, 1).endsWith('-01')
  if (isLast) return lang === 'fa' ? `پایان ${name}` : `the end of ${name}`
  return `${formatNumber(d, lang)} ${name}`
}
