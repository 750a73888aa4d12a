import { formatNumber } from './formatNumber.ts'
import { language, type Language } from './language.ts'

type Unit = 'day' | 'hour' | 'minute'

const words: Record<Language, Record<Unit, string>> = {
  fa: { day: 'روز', hour: 'ساعت', minute: 'دقیقه' },
  en: { day: 'd', hour: 'h', minute: 'min' },
}

const HOUR = 60

/**
 * A length of working time, «۳ روز و ۶ ساعت»: the largest unit and, where `units` is 2, the next one.
 * @param minutes working minutes, not negative; less than one counts as one
 * @param minutesPerDay working minutes of a usual day
 */
export function formatDuration(
  minutes: number,
  minutesPerDay: number,
  units: 1 | 2 = 1,
  lang: Language = language(),
): string {
  const parts = partsOf(Math.max(1, Math.floor(minutes)), minutesPerDay).slice(0, units)
  const texts = parts.map(([value, unit]) => `${formatNumber(value, lang)} ${words[lang][unit]}`)
  return texts.join(lang === 'fa' ? ' و ' : ' ')
}

function partsOf(minutes: number, minutesPerDay: number): [number, Unit][] {
  const days = Math.floor(minutes / minutesPerDay)
  const rest = minutes - days * minutesPerDay
  const hours = Math.floor(rest / HOUR)
  if (days > 0)
    return hours > 0
      ? [
          [days, 'day'],
          [hours, 'hour'],
        ]
      : [[days, 'day']]
  if (hours === 0) return [[rest, 'minute']]
  return rest % HOUR > 0
    ? [
        [hours, 'hour'],
        [rest % HOUR, 'minute'],
      ]
    : [[hours, 'hour']]
}
