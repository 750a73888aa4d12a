import { expect, it } from 'vitest'
import {
  checkLog,
  fieldOfPath,
  isTelling,
  type LogDraft,
  logInput,
  newDraft,
} from '../../web/src/obstacles/logDraft.ts'

const whole: LogDraft = {
  ...newDraft(),
  title: 'وب‌سرویس قطع می‌شود',
  where: 'SINGLE_WINDOW',
  category: 'SOFTWARE',
  severity: 'HIGH',
}

const drafts: [string, Partial<LogDraft>, string[]][] = [
  ['whole', {}, []],
  ['empty', newDraft(), ['where', 'category', 'severity', 'title']],
  ['blank title', { title: ' \u200c ' }, ['title']],
  ['short title', { title: 'نت' }, ['title']],
  ['long title', { title: 'ن'.repeat(201) }, ['title']],
  ['an agency that was not chosen', { where: 'AGENCY' }, ['agencyCode']],
  ['a service that was not chosen', { where: 'SERVICE', agencyCode: 'ict' }, ['serviceCode']],
  ['an agency that no longer matters', { agencyCode: '' }, []],
  ['a letter without a day', { letterDate: 'فردا' }, ['letterDate']],
  ['a step where there are none', { where: 'AGENCY', agencyCode: 'gas', windowStep: 'گام ۴' }, []],
  [
    'too many agencies',
    { affectedAgencyCodes: Array.from({ length: 101 }, String) },
    ['affectedAgencyCodes'],
  ],
]

it.each(drafts)('checks a draft: %s', (_name, draft, fields) => {
  expect(Object.keys(checkLog({ ...whole, ...draft })).toSorted()).toEqual(fields.toSorted())
})

it('sends only the subject that was chosen last', () => {
  const draft: LogDraft = { ...whole, where: 'SERVICE', agencyCode: 'gas', serviceCode: 'gas-01' }
  expect(logInput(draft)).toMatchObject({ agencyCode: null, serviceCode: 'gas-01', subjectKind: 'SERVICE' })
  expect(logInput({ ...draft, where: 'AGENCY' })).toMatchObject({ agencyCode: 'gas', serviceCode: null })
})

it('sends the letter as a date, and the step of the single window only', () => {
  const draft: LogDraft = { ...whole, windowStep: 'گام ۴', letterNumber: ' ۱۲/ب ', letterDate: '1405/4/9' }
  expect(logInput(draft)).toMatchObject({
    windowStep: 'گام ۴',
    letterNumber: '۱۲/ب',
    letterDate: '1405-04-09',
  })
  expect(logInput({ ...draft, where: 'AGENCY', agencyCode: 'gas' }).windowStep).toBeNull()
})

it('sends the same key again, and a new draft has another', () => {
  expect(logInput(whole).idempotencyKey).toBe(whole.key)
  expect(newDraft().key).not.toBe(newDraft().key)
})

it.each([
  ['input.title', 'title'],
  ['input.subjectKind', 'where'],
  ['input.affectedAgencyCodes.2', 'affectedAgencyCodes'],
  ['input.idempotencyKey', undefined],
  ['first', undefined],
])('finds the field of %s', (path, field) => {
  expect(fieldOfPath(path)).toBe(field)
})

it.each([
  ['قطع', false],
  ['قطع شبکه', false],
  ['قطع شبکه اداره', true],
  ['دسترسی‌پذیری', true],
  ['   ', false],
])('looks for similar obstacles: «%s»', (title, telling) => {
  expect(isTelling(title)).toBe(telling)
})
