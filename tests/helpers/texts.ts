import { en } from '../../web/src/i18n/en.ts'
import { fa } from '../../web/src/i18n/fa.ts'

/** The two languages of the client, the first one first. */
export const locales = ['fa', 'en'] as const
export type Locale = (typeof locales)[number]

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
