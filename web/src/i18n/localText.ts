import { localDigits } from './formatNumber.ts'
import { language, type Language } from './language.ts'

/** A number that is not part of a Latin word, address or code. */
const NUMBERS = /(?<![\w./:@-])\d+(?:[.,/:]\d+)*(?!\d)(?![\w./:@-]*[A-Za-z])(?!\s+[A-Za-z])/g

/** What somebody wrote, its numbers in the digits of the language; codes and Latin words stay as they were written. */
export function localText(text: string, lang: Language = language()): string {
  return lang === 'fa' ? text.replace(NUMBERS, (number) => localDigits(number, lang)) : text
}
