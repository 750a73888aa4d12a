import { describe, expect, it } from 'vitest'
import { en } from '../../web/src/i18n/en.ts'
import { fa } from '../../web/src/i18n/fa.ts'

type Text = string | ((...args: never[]) => string)

function textsOf(node: object, path = ''): [string, Text][] {
  return Object.entries(node).flatMap(([key, value]): [string, Text][] =>
    typeof value === 'object' && value !== null
      ? textsOf(value, `${path}${key}.`)
      : [[path + key, value as Text]],
  )
}

/** What a text says for the given numbers (or names, where it asks for a name). */
function said(text: Text, value: string | number): string {
  return typeof text === 'string'
    ? text
    : (text as (...args: unknown[]) => string)(...Array.from({ length: 9 }, () => value))
}

describe('dictionaries', () => {
  it('have the same keys', () => {
    expect(textsOf(en).map(([key]) => key)).toEqual(textsOf(fa).map(([key]) => key))
  })

  it('are Persian where they should be: own letters, own digits, half-spaces in place', () => {
    const wrong = textsOf(fa).filter(([, text]) => {
      const persian = said(text, 12).replace(/\b12\b/g, '')
      return persian.trim() === '' || /[يكة0-9٠-٩]|\s\u200c|\u200c\s/.test(persian)
    })
    expect(wrong.map(([key]) => key)).toEqual([])
  })

  it('are English where they should be', () => {
    const wrong = textsOf(en).filter(([, text]) => /[\u0600-\u06ff]/.test(said(text, 1)))
    expect(wrong.map(([key]) => key)).toEqual([])
  })
})
