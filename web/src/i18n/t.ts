import { en } from './en.ts'
import { fa } from './fa.ts'
import { language } from './language.ts'
import type { Dictionary } from './Dictionary.ts'

/** The texts of the present language: t().board.title. Reactive. */
export function t(): Dictionary {
  return language() === 'fa' ? fa : en
}
