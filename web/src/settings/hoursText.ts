import { localDigits } from '../i18n/formatNumber.ts'
import { t } from '../i18n/t.ts'
import type { Hours } from './weeks.ts'
import { words } from './words.ts'

/** «۰۷:۳۰ تا ۱۴:۳۰»; without hours what it says of that. */
export function hoursText(hours: readonly Hours[], none = words().calendar.closedDay): string {
  if (hours.length === 0) return none
  return hours
    .map(({ opens, closes }) => `${localDigits(opens)} ${words().calendar.until} ${localDigits(closes)}`)
    .join(t().comma)
}
