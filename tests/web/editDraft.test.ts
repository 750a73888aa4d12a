import { expect, it } from 'vitest'
import { checkEdit, type EditDraft, editInput, takeOver } from '../../web/src/obstacles/editDraft.ts'

const base: EditDraft = {
  title: 'وب‌سرویس قطع می‌شود',
  description: '',
  category: 'SOFTWARE',
  severity: 'HIGH',
  affectedAgencyCodes: ['gas'],
  milestoneId: '1',
  windowStep: 'گام ۴',
  letterNumber: '',
  letterDate: '',
}

it('sends only what was changed, with the version that it was read at', () => {
  const draft: EditDraft = { ...base, severity: 'LOW', milestoneId: '', affectedAgencyCodes: ['gas', 'post'] }
  expect(editInput({ id: '7', version: 3 }, draft, base)).toEqual({
    id: '7',
    expectedVersion: 3,
    severity: 'LOW',
    milestoneId: null,
    affectedAgencyCodes: ['gas', 'post'],
  })
})

it('keeps what was typed and takes over what others changed', () => {
  const typed: EditDraft = { ...base, title: 'عنوان تازه' }
  const current: EditDraft = { ...base, title: 'عنوان دیگری', severity: 'CRITICAL' }
  expect(takeOver(typed, base, current)).toEqual({ ...base, title: 'عنوان تازه', severity: 'CRITICAL' })
})

it('takes a letter in and a step away', () => {
  const draft: EditDraft = { ...base, windowStep: '', letterNumber: '۲۲۱/۴۵', letterDate: '۱۴۰۵/۴/۹' }
  expect(editInput({ id: '7', version: 3 }, draft, base)).toEqual({
    id: '7',
    expectedVersion: 3,
    windowStep: null,
    letterNumber: '۲۲۱/۴۵',
    letterDate: '1405-04-09',
  })
})

it.each([
  ['no date at all', { letterDate: '' }, []],
  ['a day that is not', { letterDate: '۱۴۰۵/۰۷/۳۱' }, ['letterDate']],
  ['a step that is a story', { windowStep: 'گ'.repeat(101) }, ['windowStep']],
  ['a number too long', { letterNumber: '۱'.repeat(61) }, ['letterNumber']],
])('checks the letter and the step: %s', (_name, part, fields) => {
  expect(Object.keys(checkEdit({ ...base, ...part }))).toEqual(fields)
})
