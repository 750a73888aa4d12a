import { normalizePersian } from './persianText.ts'
import type { SubjectKind } from './policy.ts'
import type { FieldProblem } from './refusal.ts'

export const limits = {
  title: { min: 3, max: 200 },
  description: { max: 10_000 },
  solution: { min: 3, max: 10_000 },
  reason: { min: 3, max: 2_000 },
  note: { max: 2_000 },
  comment: { min: 1, max: 10_000 },
  party: { min: 2, max: 200 },
  affectedAgencies: { max: 100 },
  windowStep: { max: 100 },
  letterNumber: { max: 60 },
  solutionStep: { min: 2, max: 500 },
  solutionSteps: { max: 20 },
  mentions: { max: 20 },
  fileName: { max: 200 },
  attachments: { max: 20 },
  /** In megabytes. */
  file: { max: 20 },
  /** How far ahead the date to look again may lie, in working days. */
  waitingDays: { max: 30 },
} as const

/** What can be checked of a new obstacle without looking anything up. */
export interface ObstacleDraft {
  title: string
  description: string
  subjectKind: SubjectKind
  agencyCode: string | null
  serviceCode: string | null
  affectedAgencyCodes: string[]
  /** Of a subject in the single window only. */
  windowStep?: string | null | undefined
  letterNumber?: string | null | undefined
}

/** The broken rules of a draft, in the order of the form; paths begin with "input.". */
export function checkObstacleDraft(draft: ObstacleDraft): FieldProblem[] {
  return [
    ...checkText('input.title', draft.title, limits.title),
    ...checkSubject(draft),
    ...checkText('input.description', draft.description, limits.description),
    ...checkAffected(draft.affectedAgencyCodes),
    ...checkWindowStep(draft.windowStep, draft.subjectKind),
    ...checkText('input.letterNumber', draft.letterNumber ?? '', limits.letterNumber),
  ]
}

/** The step of the single window at which an obstacle stands: nothing else has such steps. */
export function checkWindowStep(text: string | null | undefined, subjectKind: SubjectKind): FieldProblem[] {
  if (!text?.trim()) return []
  if (subjectKind !== 'SINGLE_WINDOW') return [{ path: 'input.windowStep', rule: 'NOT_ALLOWED' }]
  return checkText('input.windowStep', text, limits.windowStep)
}

/** Length is that of the normalised text; a `min` also makes the text obligatory. */
export function checkText(
  path: string,
  text: string,
  { min = 0, max }: { min?: number; max: number },
): FieldProblem[] {
  if (text.includes('\u0000')) return [{ path, rule: 'BAD_CHARACTER' }]
  if (text.length > max * 2) return [{ path, rule: 'TOO_LONG', limit: max }]
  const { length } = normalizePersian(text)
  if (min > 0 && length === 0) return [{ path, rule: 'REQUIRED' }]
  if (length < min) return [{ path, rule: 'TOO_SHORT', limit: min }]
  if (length > max) return [{ path, rule: 'TOO_LONG', limit: max }]
  return []
}

export function checkAffected(codes: string[]): FieldProblem[] {
  const { max } = limits.affectedAgencies
  return codes.length > max ? [{ path: 'input.affectedAgencyCodes', rule: 'TOO_MANY', limit: max }] : []
}

function checkSubject({ subjectKind, agencyCode, serviceCode }: ObstacleDraft): FieldProblem[] {
  if (subjectKind === 'AGENCY' && !agencyCode) return [{ path: 'input.agencyCode', rule: 'REQUIRED' }]
  if (subjectKind === 'SERVICE' && !serviceCode) return [{ path: 'input.serviceCode', rule: 'REQUIRED' }]
  return []
}
