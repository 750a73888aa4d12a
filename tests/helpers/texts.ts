import { en } from '../../web/src/i18n/en.ts'
import { fa } from '../../web/src/i18n/fa.ts'

/** The two languages of the client, the first one first. */
export const locales = ['fa', 'en'] as const
export type Locale = (typeof locales)[number]

/**
 * What works alike in both languages is shown in the first: the journeys and the screens are shown in both, and
 * that no text is missing is held by a test of its own.
 */
export const firstLocale = locales.slice(0, 1)

/** What the client says, by language. */
export const texts = { fa, en }

/** What a text of one argument looks like, whatever it is told of: a date, a person. */
export function anyOf(text: (value: string) => string): RegExp {
  const mark = '\u0001'
  const [before = '', after = ''] = text(mark).split(mark).map(escaped)
  return new RegExp(`${before}.+${after}`)
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
