import { expect, it } from 'vitest'
import { type EditDraft, editInput, takeOver } from '../../web/src/obstacles/editDraft.ts'

const base: EditDraft = {
  title: 'وب‌سرویس قطع می‌شود',
  description: '',
  category: 'SOFTWARE',
  severity: 'HIGH',
  affectedAgencyCodes: ['gas'],
  milestoneId: '1',
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
