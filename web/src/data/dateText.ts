import type { DateStyle } from '../i18n/formatJalali.ts'
import { t } from '../i18n/t.ts'
import { now } from '../now.ts'
import { calendar, dates, timezone } from './session.ts'

/** An instant as a date of the province: dateText(at, { time: true }) is «شنبه ۲۰ تیر، ساعت ۱۰:۱۵». Reactive. */
export function dateText(
  instant: number,
  { time = false, ...style }: DateStyle & { time?: boolean } = {},
): string {
  const [days, words] = [calendar(), dates()]
  if (!days || !words) return ''
  const date = words.formatJalali(days.dateAt(instant), days.dateAt(now()), style)
  return time ? t().time.at(date, words.formatTime(instant, timezone())) : date
}

/** A civil date in words: civilDateText('1405-04-31') is «چهارشنبه ۳۱ تیر». Reactive. */
export function civilDateText(date: string, style: DateStyle = {}): string {
  const [days, words] = [calendar(), dates()]
  return days && words ? words.formatJalali(date, days.dateAt(now()), style) : ''
}
