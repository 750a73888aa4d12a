import { lastDayOfTyped } from '@goshayesh/shared/jalali'
import { jalaliNames } from '@goshayesh/shared/jalaliNames'
import { localDigits } from './formatNumber.ts'
import { language } from './language.ts'
import { t } from './t.ts'

/** Why what was typed is no date: who wrote ۳۱ مهر need not be told how dates are written. */
export function dateProblem(typed: string): string {
  const last = lastDayOfTyped(typed)
  if (!last) return t().validation.date
  const [year = '', month, days] = last.split('-')
  const name = jalaliNames[language()].months[Number(month) - 1] ?? ''
  return t().validation.shortMonth(`${name} ${localDigits(year)}`, Number(days))
}
