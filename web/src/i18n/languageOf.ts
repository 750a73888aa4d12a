import type { Language } from './language.ts'

/** The language that somebody wrote in: one Persian letter makes it Persian, with however many Latin names. */
export function languageOf(text: string): Language {
  return /\p{Script=Arabic}/u.test(text) ? 'fa' : 'en'
}

/** The direction of what somebody wrote, also where a Persian sentence begins with a Latin name. */
export function directionOf(text: string): 'rtl' | 'ltr' {
  return languageOf(text) === 'fa' ? 'rtl' : 'ltr'
}
