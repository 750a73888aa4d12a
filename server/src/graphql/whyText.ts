import type { SkipReason, WorkingCalendar } from '@goshayesh/shared/calendar'
import type { Explanation } from '@goshayesh/shared/explainDeadline'
import { civilDayOf, weekdayOf, type JalaliDate } from '@goshayesh/shared/jalali'
import { jalaliNames } from '@goshayesh/shared/jalaliNames'
import { toPersianDigits } from '@goshayesh/shared/digits'
import type { SlaTarget } from '@goshayesh/shared/policy'
import type { Language } from '@goshayesh/shared/refusal'

const MINUTE = 60_000

/** All that the sentences tell. */
export interface WhyFacts {
  calendar: WorkingCalendar
  explanation: Explanation
  startedAt: number
  dueAt: number
  target: SlaTarget | null
  /** The date of the extension in force. */
  grantedUntil: JalaliDate | null
  /** The name of the milestone that sets dueAt. */
  cap: string | null
}

/** How a due date came about, in sentences as an official would write them. */
export function whyText(facts: WhyFacts, language: Language): string {
  return (language === 'fa' ? persian(facts) : english(facts)).filter((sentence) => sentence !== '').join(' ')
}

/** Why a day has no office hours. */
export function reasonText(reason: SkipReason, language: Language): string {
  if (reason.kind === 'WEEKEND') return jalaliNames[language].weekdays[reason.weekday] ?? ''
  if (reason.kind === 'HOLIDAY') return reason.name
  return language === 'fa' ? `تعطیلی اعلام‌شده: ${reason.name}` : `ad-hoc closure: ${reason.name}`
}

function persian({ calendar, explanation, startedAt, dueAt, target, grantedUntil, cap }: WhyFacts): string[] {
  const start = `از ${momentText(calendar, startedAt, 'fa')} شمرده می‌شود`
  const { skipped, pausedMs, paused } = explanation
  return [
    target ? `${start}: ${persianTarget(target)}.` : `${start}.`,
    skipped.length === 0
      ? ''
      : `${digits(skipped.length)} روز تعطیل (${reasons(explanation, 'fa')}) به شمار نیامد.`,
    pausedMs < MINUTE ? '' : `مهلت ${durationText(calendar, pausedMs, 'fa')} متوقف بود.`,
    grantedUntil === null ? '' : `با تمدید مهلت تا ${dateText(grantedUntil, 'fa')} موافقت شد.`,
    cap === null ? '' : `مهلت از «${cap}» فراتر نمی‌رود.`,
    `پایان مهلت: ${momentText(calendar, dueAt, 'fa')}.`,
    paused
      ? `مهلت اکنون متوقف است${cap === null ? ' و با ادامه کار، به اندازه مدت توقف جابه‌جا می‌شود' : ''}.`
      : '',
  ]
}

function english({ calendar, explanation, startedAt, dueAt, target, grantedUntil, cap }: WhyFacts): string[] {
  const start = `Counted from ${momentText(calendar, startedAt, 'en')}`
  const { skipped, pausedMs, paused } = explanation
  return [
    target ? `${start}: ${englishTarget(target)}.` : `${start}.`,
    skipped.length === 0
      ? ''
      : `${plural(skipped.length, 'closed day')} (${reasons(explanation, 'en')}) did not count.`,
    pausedMs < MINUTE ? '' : `The clock stood still for ${durationText(calendar, pausedMs, 'en')}.`,
    grantedUntil === null ? '' : `An extension until ${dateText(grantedUntil, 'en')} was granted.`,
    cap === null ? '' : `It may not pass “${cap}”.`,
    `Due: ${momentText(calendar, dueAt, 'en')}.`,
    paused
      ? `The clock stands still now${cap === null ? '; on resuming, the date moves by the length of the pause' : ''}.`
      : '',
  ]
}

function persianTarget({ amount, unit }: SlaTarget): string {
  switch (unit) {
    case 'WORKING_DAYS':
      return `${digits(amount)} روز کاری`
    case 'CALENDAR_DAYS':
      return `${digits(amount)} روز تقویمی`
    case 'WORKING_MINUTES':
      return `${amount % 60 === 0 ? `${digits(amount / 60)} ساعت` : `${digits(amount)} دقیقه`} کاری`
  }
}

function englishTarget({ amount, unit }: SlaTarget): string {
  switch (unit) {
    case 'WORKING_DAYS':
      return plural(amount, 'working day')
    case 'CALENDAR_DAYS':
      return plural(amount, 'calendar day')
    case 'WORKING_MINUTES':
      return amount % 60 === 0 ? plural(amount / 60, 'working hour') : plural(amount, 'working minute')
  }
}

/** Each reason once, in the order in which they come: a weekend that comes every week is not told every week. */
function reasons({ skipped }: Explanation, language: Language): string {
  const texts = new Set(skipped.map(({ reason }) => reasonText(reason, language)))
  return [...texts].join(language === 'fa' ? '، ' : ', ')
}

function momentText(calendar: WorkingCalendar, instant: number, language: Language): string {
  const minutes = Math.floor((instant - calendar.startOfDay(calendar.dayAt(instant))) / MINUTE)
  const time = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
  const date = dateText(calendar.dateAt(instant), language)
  return language === 'fa' ? `${date}، ساعت ${toPersianDigits(time)}` : `${date}, ${time}`
}

function dateText(date: JalaliDate, language: Language): string {
  const [year = '', month = '', day = ''] = date.split('-')
  const weekday = jalaliNames[language].weekdays[weekdayOf(civilDayOf(date))] ?? ''
  const text = `${weekday} ${Number(day)} ${jalaliNames[language].months[Number(month) - 1] ?? ''} ${year}`
  return language === 'fa' ? toPersianDigits(text) : text
}

/** Working days, hours and minutes, the two largest that there are. */
function durationText({ minutesPerDay }: WorkingCalendar, workingMs: number, language: Language): string {
  const minutes = Math.round(workingMs / MINUTE)
  const rest = minutes % minutesPerDay
  const amounts = [Math.floor(minutes / minutesPerDay), Math.floor(rest / 60), rest % 60] as const
  const parts = amounts
    .map((amount, index) => (amount === 0 ? '' : unitText(amount, index, language)))
    .filter((part) => part !== '')
    .slice(0, 2)
  return language === 'fa' ? `${parts.join(' و ')} کاری` : `${parts.join(' and ')} of working time`
}

function unitText(amount: number, index: number, language: Language): string {
  if (language === 'en') return plural(amount, ['day', 'hour', 'minute'][index] ?? '')
  return `${digits(amount)} ${['روز', 'ساعت', 'دقیقه'][index] ?? ''}`
}

function digits(amount: number): string {
  return toPersianDigits(String(amount))
}

function plural(amount: number, unit: string): string {
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`
}
