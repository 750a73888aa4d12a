import { parseJalaliDate } from '@goshayesh/shared/jalali'
import { checkText, limits } from '@goshayesh/shared/obstacleInput'
import type { DeadlineKind, WaitingOn } from '../gql/graphql.ts'
import { dateProblem } from '../i18n/dateProblem.ts'
import { parseRef } from '../i18n/formatRef.ts'
import { t } from '../i18n/t.ts'
import type { Person } from './PeoplePicks.tsx'
import type { Step, StepAnswers } from './Step.ts'

/** What stands in the fields of a step's form, as typed. */
export interface StepDraft {
  owner: Person | undefined
  note: string
  on: WaitingOn | ''
  party: string
  reason: string
  until: string
  solution: string
  into: string
  text: string
  kind: DeadlineKind
  approve: '' | 'yes' | 'no'
}

export type StepField = keyof StepDraft

export const emptyDraft: StepDraft = {
  owner: undefined,
  note: '',
  on: '',
  party: '',
  reason: '',
  until: '',
  solution: '',
  into: '',
  text: '',
  kind: 'RESOLVE',
  approve: '',
}

/** What each step asks for, in the order of its form. */
export const fieldsOf: Record<Step, readonly StepField[]> = {
  ASSIGN: ['owner', 'note'],
  ACKNOWLEDGE: ['note'],
  START: ['note'],
  WAIT: ['on', 'party', 'reason', 'until'],
  RESUME: ['note'],
  RESOLVE: ['solution'],
  VERIFY: ['note'],
  REOPEN: ['reason'],
  REJECT: ['reason'],
  MERGE: ['into'],
  COMMENT: ['text'],
  JOIN: ['note'],
  LEAVE: ['note'],
  REQUEST_EXTENSION: ['kind', 'until', 'reason'],
  DECIDE_EXTENSION: ['approve', 'note'],
}

/** The broken rules of a form, by field. `noteNeeded`: the step is taken on the owner's behalf. */
export function checkStep(
  step: Step,
  draft: StepDraft,
  noteNeeded: boolean,
): Partial<Record<StepField, string>> {
  const errors: Partial<Record<StepField, string>> = {}
  for (const field of fieldsOf[step]) {
    const message = checkField(field, draft, noteNeeded)
    if (message) errors[field] = message
  }
  return errors
}

/** The answers as the server takes them. The obstacle merged into and the extension decided on are found elsewhere. */
export function answersOf(draft: StepDraft): Partial<StepAnswers> {
  return {
    note: draft.note.trim() || null,
    party: draft.party,
    reason: draft.reason,
    until: parseJalaliDate(draft.until) ?? '',
    solution: draft.solution,
    text: draft.text,
    kind: draft.kind,
    approve: draft.approve === 'yes',
    ...(draft.owner ? { ownerId: draft.owner.id } : {}),
    ...(draft.on ? { on: draft.on } : {}),
  }
}

/** The field that a path of the server's answer speaks of: "input.ownerId" is the owner. */
export function fieldOfPath(path: string): StepField | undefined {
  const name = path.replace(/^input\./, '')
  if (name === 'ownerId') return 'owner'
  if (name === 'intoId') return 'into'
  return Object.hasOwn(emptyDraft, name) ? (name as StepField) : undefined
}

function checkField(field: StepField, draft: StepDraft, noteNeeded: boolean): string | undefined {
  switch (field) {
    case 'owner':
      return draft.owner ? undefined : t().validation.choose
    case 'on':
    case 'approve':
      return draft[field] ? undefined : t().validation.choose
    case 'until':
      return parseJalaliDate(draft.until) ? undefined : dateProblem(draft.until)
    case 'into':
      return parseRef(draft.into) ? undefined : t().validation.ref
    case 'note':
      return textError(draft.note, { min: noteNeeded ? 1 : 0, ...limits.note })
    case 'text':
      return textError(draft.text, limits.comment)
    case 'party':
    case 'reason':
    case 'solution':
      return textError(draft[field], limits[field])
    case 'kind':
      return undefined
  }
}

function textError(text: string, limit: { min?: number; max: number }): string | undefined {
  const [problem] = checkText('', text, limit)
  if (!problem) return undefined
  const { validation } = t()
  if (problem.rule === 'TOO_SHORT') return validation.tooShort(limit.min ?? 1)
  if (problem.rule === 'TOO_LONG') return validation.tooLong(limit.max)
  return problem.rule === 'REQUIRED' ? validation.required : validation.badCharacter
}
