import { toPersianDigits } from '@goshayesh/shared/digits'
import { language, type Language } from './language.ts'

/** A whole number with the digits and the thousands mark of the language. */
export function formatNumber(value: number, lang: Language = language()): string {
  return value.toLocaleString(lang === 'fa' ? 'fa-IR' : 'en-GB')
}

/** Text whose digits are those of the language: "10:15" becomes «۱۰:۱۵». */
export function localDigits(text: string, lang: Language = language()): string {
  return lang === 'fa' ? toPersianDigits(text) : text
}

/** A number with at most one digit behind the decimal mark: 3.64 becomes «۳٫۶». */
export function formatDecimal(value: number, lang: Language = language()): string {
  return value.toLocaleString(lang === 'fa' ? 'fa-IR' : 'en-GB', { maximumFractionDigits: 1 })
}
