import { expect, it } from 'vitest'
import { markWords } from '../../web/src/obstacles/markWords.ts'

it.each([
  ['وب‌سرویس استعلام قطع است', 'استعلام مالکیت قطع', ['استعلام', 'قطع']],
  ['كارگروه استان', 'کارگروه', ['كارگروه']],
  ['استعلام', 'نامه', []],
  ['در راه', 'در راه', ['راه']],
])('marks «%s» for «%s»', (text, query, marked) => {
  const pieces = markWords(text, query)
  expect(pieces.filter((piece) => piece.marked).map((piece) => piece.text)).toEqual(marked)
  expect(pieces.map((piece) => piece.text).join('')).toBe(text)
})
