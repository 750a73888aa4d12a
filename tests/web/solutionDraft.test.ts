import { expect, it } from 'vitest'
import {
  checkRows,
  emptyRow,
  movedRow,
  restoredRows,
  rowsOf,
  stepInputs,
  type SolutionRow,
} from '../../web/src/obstacles/solutionDraft.ts'

const row: SolutionRow = { id: '1', text: 'جداسازی صف', done: true, plannedFor: '۱۴۰۵/۰۴/۲۱' }

it('shows steps as they can be typed, and sends them back as they were', () => {
  const rows = rowsOf([
    { id: '1', text: 'جداسازی صف', doneAt: '2026-07-01T06:00:00.000Z', plannedFor: '1405-04-21' },
  ])
  expect(rows).toEqual([row])
  expect(stepInputs(rows)).toEqual([{ id: '1', text: 'جداسازی صف', done: true, plannedFor: '1405-04-21' }])
})

it('leaves out rows in which nothing was written', () => {
  expect(stepInputs([row, { ...emptyRow, text: ' ' }])).toHaveLength(1)
})

it.each([
  ['a whole row', {}, []],
  ['a blank row', { text: '', plannedFor: '' }, []],
  ['a date without words', { text: '' }, ['text']],
  ['too few letters', { text: 'ا' }, ['text']],
  ['too many letters', { text: 'ا'.repeat(501) }, ['text']],
  ['a day that is not', { plannedFor: '۱۴۰۵/۱۲/۳۰' }, ['plannedFor']],
])('checks rows: %s', (_name, part, fields) => {
  expect(checkRows([{ ...row, ...part }]).flatMap((errors) => Object.keys(errors))).toEqual(fields)
})

it('moves a row, and keeps the ends where they are', () => {
  const rows = ['a', 'b', 'c'].map((text) => ({ ...row, text }))
  const order = (moved: SolutionRow[]) => moved.map(({ text }) => text).join('')
  expect(order(movedRow(rows, 2, -1))).toBe('acb')
  expect(order(movedRow(rows, 0, -1))).toBe('abc')
})

it('puts back what was there: rows that have gone come as new ones', () => {
  const row = (id: string | null) => ({ id, text: `گام ${id}`, done: false, plannedFor: '' })
  const restored = restoredRows([row('1'), row('2')], [{ id: '2' }, { id: '3' }])
  expect(restored.map(({ id, text }) => [id, text])).toEqual([
    [null, 'گام 1'],
    ['2', 'گام 2'],
  ])
})
