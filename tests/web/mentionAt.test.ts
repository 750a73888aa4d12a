import { expect, it } from 'vitest'
import { mentionAt, mentionPieces, namedIn, withMention } from '../../web/src/obstacles/mentionAt.ts'

it.each([
  ['nothing asked', 'سلام', undefined],
  ['an at sign alone', 'سلام @', ''],
  ['at the very start', '@مری', 'مری'],
  ['a name of two words', 'از @مریم کاظ', 'مریم کاظ'],
  ['within brackets', '(@sa', 'sa'],
  ['an address of mail', 'info@golestan', undefined],
  ['a sentence that goes on', '@مریم کاظمی گزارش را فرستاد', undefined],
  ['a new line', '@مریم\nکاظمی', undefined],
])('finds what is asked for: %s', (_name, text, query) => {
  expect(mentionAt(text, text.length)?.query).toBe(query)
})

it('looks at the caret, not at the end', () => {
  expect(mentionAt('به @مر بگویید', 6)).toEqual({ from: 3, to: 6, query: 'مر' })
})

it('puts the name in its place and the caret behind it', () => {
  const at = { from: 3, to: 6, query: 'مر' }
  expect(withMention('به @مر بگویید', at, 'مریم کاظمی')).toEqual({
    text: 'به @مریم کاظمی بگویید',
    caret: 15,
  })
})

it('forgets whom the text no longer names', () => {
  const people = [
    { id: '1', name: 'مریم کاظمی' },
    { id: '2', name: 'سعید راد' },
  ]
  expect(namedIn('با @سعید راد', people)).toEqual([people[1]])
})

it('marks mentions, the longest name first, and loses nothing', () => {
  const text = '@علی نظری‌پور و @علی آمدند'
  const pieces = mentionPieces(text, ['علی', 'علی نظری‌پور'])
  expect(pieces.filter(({ mention }) => mention).map((piece) => piece.text)).toEqual(['@علی نظری‌پور', '@علی'])
  expect(pieces.map((piece) => piece.text).join('')).toBe(text)
})
