import { describe, expect, it } from 'vitest'
import {
  answersOf,
  checkStep,
  emptyDraft,
  fieldOfPath,
  type StepDraft,
} from '../../web/src/obstacles/stepAnswers.ts'
import type { Step } from '../../web/src/obstacles/Step.ts'

const rows: [Step, Partial<StepDraft>, boolean, string[]][] = [
  ['ASSIGN', {}, false, ['owner']],
  ['START', {}, false, []],
  ['START', {}, true, ['note']],
  ['START', { note: 'تلفنی گفتند' }, true, []],
  ['WAIT', {}, false, ['on', 'party', 'reason', 'until']],
  ['WAIT', { on: 'BUDGET', party: 'سازمان برنامه', reason: 'تخصیص', until: '۱۴۰۵/۵/۱' }, false, []],
  ['WAIT', { on: 'BUDGET', party: 'سازمان برنامه', reason: 'تخصیص', until: '1404/12/30' }, false, ['until']],
  ['RESOLVE', { solution: '  ' }, false, ['solution']],
  ['RESOLVE', { solution: 'ا'.repeat(10_001) }, false, ['solution']],
  ['REJECT', { reason: 'نه' }, false, ['reason']],
  ['MERGE', { into: 'یازده' }, false, ['into']],
  ['MERGE', { into: 'م-۱۱' }, false, []],
  ['DECIDE_EXTENSION', {}, false, ['approve']],
]

describe('checkStep', () => {
  it.each(rows)('%s %j (note needed: %s)', (step, draft, noteNeeded, fields) => {
    expect(Object.keys(checkStep(step, { ...emptyDraft, ...draft }, noteNeeded))).toEqual(fields)
  })
})

it('reads the answers as the server takes them', () => {
  const answers = answersOf({ ...emptyDraft, until: '۱۴۰۵/۵/۱', note: ' ', approve: 'yes' })
  expect(answers).toMatchObject({ until: '1405-05-01', note: null, approve: true })
  expect(answers).not.toHaveProperty('ownerId')
})

it.each([
  ['input.until', 'until'],
  ['input.ownerId', 'owner'],
  ['input.intoId', 'into'],
  ['input.expectedVersion', undefined],
])('the path %s speaks of %s', (path, field) => {
  expect(fieldOfPath(path)).toBe(field)
})
