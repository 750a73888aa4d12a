import type { Widened } from '../i18n/Dictionary.ts'
import { language } from '../i18n/language.ts'
import { wordsEn } from './wordsEn.ts'
import { wordsFa } from './wordsFa.ts'

/** The settings' texts in the present language. Reactive. */
export const words = (): Widened<typeof wordsFa> => (language() === 'fa' ? wordsFa : wordsEn)

/** The word for one of a closed list that the server holds as text; a name that is none of them stands for itself. */
export function wordOf(list: Readonly<Record<string, string>>, name: string): string {
  return list[name] ?? name
}
