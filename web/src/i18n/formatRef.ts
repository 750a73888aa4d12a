import { localDigits } from './formatNumber.ts'
import { language, type Language } from './language.ts'

/** The reference as people write it: OB-104 is «م-۱۰۴» in Persian. */
export function formatRef(ref: string, lang: Language = language()): string {
  return lang === 'fa' ? localDigits(`م-${numberOfRef(ref)}`, 'fa') : ref
}

/** The running number of a reference: "OB-104" is 104. */
export function numberOfRef(ref: string): string {
  return ref.replace(/^\D+/, '')
}

/** The reference that somebody typed: «م-۱۰۴», "104" and "ob-104" are OB-104; null where there is no number. */
export function parseRef(text: string): string | null {
  const digits = text
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
  const match = /^\s*(?:(?:م|OB)\s*[-‐]?\s*)?(\d{1,9})\s*$/i.exec(digits)
  return match ? `OB-${Number(match[1])}` : null
}
