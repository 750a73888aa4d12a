import { civilDayOf } from '@goshayesh/shared/jalali'
import type { CalendarRules, Closure, DatedHours, WeeklyHours } from '@goshayesh/shared/calendar'

const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
export const TEHRAN = 'Asia/Tehran'
export const BERLIN = 'Europe/Berlin'

/** Saturday to Wednesday 07:30 to 14:30: the starting policy. */
export const officeWeek: WeeklyHours[] = week([0, 1, 2, 3, 4], '07:30-14:30')

/** The official holidays around the turns of 1404/1405 and 1405/1406. */
export const holidays: Closure[] = [
  ...['1404-12-20 شهادت امام علی', '1404-12-29 روز ملی شدن صنعت نفت ایران', '1405-01-01 آغاز نوروز'],
  ...['1405-01-01 عید سعید فطر', '1405-01-02 عید نوروز', '1405-01-02 تعطیل به مناسبت عید سعید فطر'],
  ...['1405-01-03 عید نوروز', '1405-01-04 عید نوروز', '1405-01-12 روز جمهوری اسلامی ایران'],
  ...['1405-01-13 روز طبیعت (سیزده‌بدر)', '1405-01-25 شهادت امام جعفر صادق', '1405-03-06 عید سعید قربان'],
  ...['1405-03-14 رحلت امام خمینی', '1405-03-15 قیام ۱۵ خرداد', '1405-04-03 تاسوعای حسینی'],
  ...['1405-04-04 عاشورای حسینی', '1405-05-13 اربعین حسینی', '1405-05-21 رحلت پیامبر اکرم'],
  ...['1405-05-22 شهادت امام رضا', '1405-05-30 شهادت امام حسن عسکری', '1405-06-08 ولادت پیامبر اکرم'],
  ...['1405-08-22 شهادت حضرت فاطمه زهرا', '1405-10-02 ولادت امام علی', '1405-10-16 مبعث پیامبر اکرم'],
  ...['1405-11-04 ولادت حضرت قائم', '1405-11-22 پیروزی انقلاب اسلامی', '1405-12-09 شهادت امام علی'],
  ...['1405-12-19 عید سعید فطر', '1405-12-20 تعطیل به مناسبت عید سعید فطر'],
  ...['1405-12-29 روز ملی شدن صنعت نفت ایران', '1406-01-01 آغاز نوروز', '1406-01-02 عید نوروز'],
  ...['1406-01-03 عید نوروز', '1406-01-04 عید نوروز', '1406-01-12 روز جمهوری اسلامی ایران'],
  ...['1406-01-13 روز طبیعت (سیزده‌بدر)', '1406-01-14 شهادت امام جعفر صادق'],
].map((row) => ({ date: row.slice(0, 10), name: row.slice(11), kind: 'HOLIDAY' }))

/** Rules with the office week and nothing else, but for what is given. */
export function rulesWith(given: Partial<CalendarRules> = {}): CalendarRules {
  return { timezone: TEHRAN, hours: officeWeek, dates: [], closures: [], ...given }
}

/** Rows for weekdays (0 = Saturday) with one or more 'HH:MM-HH:MM', for ever or within a date range. */
export function week(weekdays: number[], spans: string, from?: string, to?: string): WeeklyHours[] {
  return weekdays.flatMap((weekday) =>
    spansOf(spans).map((span) => ({ weekday, ...span, from: from ?? null, to: to ?? null })),
  )
}

/** Hours of one date, as 'HH:MM-HH:MM HH:MM-HH:MM'. */
export function dated(date: string, spans: string, name = 'کشیک'): DatedHours[] {
  return spansOf(spans).map((span) => ({ date, name, ...span }))
}

export function closed(kind: Closure['kind'], name: string, ...dates: string[]): Closure[] {
  return dates.map((date) => ({ date, name, kind }))
}

/** The (first) instant at which a wall clock shows '1405-04-20 10:15', with seconds and milliseconds if given. */
export function at(text: string, timezone = TEHRAN): number {
  const [date = '', time = '00:00'] = text.split(' ')
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number)
  const local = civilDayOf(date) * DAY + hours * HOUR + minutes * MINUTE + Math.round(seconds * SECOND)
  for (const probe of [local - DAY, local, local + DAY]) {
    const instant = local - offsetAt(probe, timezone)
    if (instant + offsetAt(instant, timezone) === local) return instant
  }
  throw new RangeError(`The clock never shows ${text} in ${timezone}`)
}

/** What calendar and clock on the wall show, '1405-04-20 10:15', with ':30.001' behind if not on the minute. */
export function show(instant: number, timezone = TEHRAN): string {
  const part = new Map(
    formatOf(timezone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  )
  const rest = ((instant % MINUTE) + MINUTE) % MINUTE
  const seconds = rest === 0 ? '' : `:${(rest / SECOND).toFixed(3).padStart(6, '0')}`
  const date = `${part.get('year')}-${part.get('month')}-${part.get('day')}`
  return `${date} ${part.get('hour')}:${part.get('minute')}${seconds}`
}

/** Evenly spread numbers in [0, 1), always the same ones for a seed. */
export function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function spansOf(spans: string): { opens: string; closes: string }[] {
  return spans.split(' ').map((span) => ({ opens: span.slice(0, 5), closes: span.slice(6) }))
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timezone: string): Intl.DateTimeFormat {
  const known = formats.get(timezone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  formats.set(timezone, format)
  return format
}

function offsetAt(instant: number, timezone: string): number {
  const [date = '', time = ''] = show(instant - (((instant % MINUTE) + MINUTE) % MINUTE), timezone).split(' ')
  const local = civilDayOf(date) * DAY + Number(time.slice(0, 2)) * HOUR + Number(time.slice(3, 5)) * MINUTE
  return local - (instant - (((instant % MINUTE) + MINUTE) % MINUTE))
}
