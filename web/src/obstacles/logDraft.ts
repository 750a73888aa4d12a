import { parseJalaliDate } from '@goshayesh/shared/jalali'
import { checkObstacleDraft } from '@goshayesh/shared/obstacleInput'
import type { Category, LogObstacleInput, Severity, SubjectKind } from '../gql/graphql.ts'
import { dateProblem } from '../i18n/dateProblem.ts'
import { t } from '../i18n/t.ts'

/** A new obstacle as it is being written; empty texts are choices not made yet. */
export interface LogDraft {
  /** Sent with it, so that a repeated submit makes one obstacle. */
  key: string
  title: string
  where: SubjectKind | ''
  agencyCode: string
  serviceCode: string
  category: Category | ''
  severity: Severity | ''
  affectedAgencyCodes: string[]
  description: string
  milestoneId: string
  /** Of the single window only. */
  windowStep: string
  letterNumber: string
  /** Digits of any kind, as «۱۴۰۵/۰۴/۳۱». */
  letterDate: string
}

export type LogField = Exclude<keyof LogDraft, 'key'>

/** The fields in the order of the form. */
export const logFields: readonly LogField[] = [
  'title',
  'where',
  'agencyCode',
  'serviceCode',
  'category',
  'severity',
  'affectedAgencyCodes',
  'description',
  'milestoneId',
  'windowStep',
  'letterNumber',
  'letterDate',
]

/** What may be told besides, out of the way of those in a hurry. */
export const furtherFields: readonly LogField[] = ['milestoneId', 'windowStep', 'letterNumber', 'letterDate']

/** The name that the draft of a new obstacle is kept by; one that is corrected in the line has its own. */
export function draftName(queuedKey?: string): string {
  return queuedKey === undefined ? 'log' : `log.${queuedKey}`
}

export function newDraft(): LogDraft {
  return {
    key: newKey(),
    title: '',
    where: '',
    agencyCode: '',
    serviceCode: '',
    category: '',
    severity: '',
    affectedAgencyCodes: [],
    description: '',
    milestoneId: '',
    windowStep: '',
    letterNumber: '',
    letterDate: '',
  }
}

/** The broken rules by field: the shared ones, and the choices that the form asks for. */
export function checkLog(draft: LogDraft): Partial<Record<LogField, string>> {
  const { log } = t()
  const errors: Partial<Record<LogField, string>> = {}
  if (!draft.where) errors.where = log.missing.where
  if (!draft.category) errors.category = log.missing.category
  if (!draft.severity) errors.severity = log.missing.severity
  if (draft.letterDate.trim() && !parseJalaliDate(draft.letterDate))
    errors.letterDate = dateProblem(draft.letterDate)
  const problems = checkObstacleDraft({
    ...draft,
    windowStep: windowStepOf(draft),
    subjectKind: draft.where || 'SINGLE_WINDOW',
    agencyCode: draft.agencyCode || null,
    serviceCode: draft.serviceCode || null,
  })
  for (const { path, rule, limit } of problems) {
    const field = fieldOfPath(path)
    if (field) errors[field] ??= messageOf(field, rule, limit)
  }
  return errors
}

/** What is sent; only for a draft that breaks no rule. */
export function logInput(draft: LogDraft): LogObstacleInput {
  return {
    idempotencyKey: draft.key,
    title: draft.title,
    description: draft.description,
    subjectKind: draft.where || 'SINGLE_WINDOW',
    agencyCode: draft.where === 'AGENCY' ? draft.agencyCode : null,
    serviceCode: draft.where === 'SERVICE' ? draft.serviceCode : null,
    affectedAgencyCodes: draft.affectedAgencyCodes,
    category: draft.category || 'PROCESS',
    severity: draft.severity || 'MEDIUM',
    milestoneId: draft.milestoneId || null,
    windowStep: windowStepOf(draft),
    letterNumber: draft.letterNumber.trim() || null,
    letterDate: parseJalaliDate(draft.letterDate),
  }
}

function windowStepOf({ where, windowStep }: LogDraft): string | null {
  return where === 'SINGLE_WINDOW' ? windowStep.trim() || null : null
}

/** The field that a path of the server's answer speaks of: "input.subjectKind" is where it happens. */
export function fieldOfPath(path: string): LogField | undefined {
  const name = path.replace(/^input\./, '').replace(/\..*$/, '')
  if (name === 'subjectKind') return 'where'
  return logFields.find((field) => field === name)
}

/** Whether there is enough to look for obstacles that read alike: twelve letters or three words. */
export function isTelling(title: string): boolean {
  const words = title.trim().split(/\s+/)
  return words.join('').length >= 12 || words.length >= 3
}

function messageOf(field: LogField, rule: string, limit: number | undefined): string {
  const { log, validation } = t()
  if (rule === 'TOO_LONG') return validation.tooLong(limit ?? 0)
  if (rule === 'TOO_SHORT') return validation.tooShort(limit ?? 0)
  if (rule === 'TOO_MANY') return log.tooManyAffected(limit ?? 0)
  if (rule === 'BAD_CHARACTER') return validation.badCharacter
  if (field === 'title') return log.missing.title
  if (field === 'agencyCode') return log.missing.agency
  return field === 'serviceCode' ? log.missing.service : validation.required
}

/** Random and unguessable; unlike randomUUID it is there on a plain-http address of an office network too. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
