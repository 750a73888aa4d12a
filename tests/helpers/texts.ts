import { en } from '../../web/src/i18n/en.ts'
import { fa } from '../../web/src/i18n/fa.ts'

/** The two languages of the client, the first one first. */
export const locales = ['fa', 'en'] as const
export type Locale = (typeof locales)[number]

/** What the client says, by language. */
export const texts = { fa, en }

/** Every name in which one text of a function of one argument stands, whatever the argument: for what is told of a date or a person. */
export function anyOf(text: (value: string) => string): RegExp {
  const mark = '\u0001'
  const [before = '', after = ''] = text(mark).split(mark).map(escaped)
  return new RegExp(`${before}.+${after}`)
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
