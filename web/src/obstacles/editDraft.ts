import { parseJalaliDate } from '@goshayesh/shared/jalali'
import { checkText, limits } from '@goshayesh/shared/obstacleInput'
import type { Category, EditObstacleInput, Severity } from '../gql/graphql.ts'
import { dateProblem } from '../i18n/dateProblem.ts'
import { localDigits } from '../i18n/formatNumber.ts'
import { t } from '../i18n/t.ts'
import type { DossierObstacle } from './DossierObstacle.ts'

/** What of an obstacle can be corrected, as typed. An empty milestoneId is none. */
export interface EditDraft {
  title: string
  description: string
  category: Category
  severity: Severity
  affectedAgencyCodes: string[]
  milestoneId: string
  windowStep: string
  letterNumber: string
  /** Digits of any kind, as «۱۴۰۵/۰۴/۳۱». */
  letterDate: string
}

export type EditField = keyof EditDraft

export const editFields: readonly EditField[] = [
  'title',
  'description',
  'category',
  'severity',
  'affectedAgencyCodes',
  'milestoneId',
  'windowStep',
  'letterNumber',
  'letterDate',
]

/** An empty one is none. */
const mayBeNone: readonly EditField[] = ['milestoneId', 'windowStep', 'letterNumber']

export function editDraftOf(obstacle: DossierObstacle): EditDraft {
  const { title, description, category, severity } = obstacle
  return {
    title,
    description,
    category,
    severity,
    affectedAgencyCodes: obstacle.affectedAgencies.map(({ code }) => code),
    milestoneId: obstacle.milestone?.id ?? '',
    windowStep: obstacle.windowStep ?? '',
    letterNumber: obstacle.letterNumber ?? '',
    letterDate: localDigits((obstacle.letterDate ?? '').replaceAll('-', '/')),
  }
}

/** The fields in which two drafts differ. */
export function differences(a: EditDraft, b: EditDraft): EditField[] {
  return editFields.filter((field) => String(a[field]) !== String(b[field]))
}

/** What somebody else changed meanwhile is taken over where nothing was typed. */
export function takeOver(draft: EditDraft, base: EditDraft, current: EditDraft): EditDraft {
  const typed = differences(draft, base)
  const next: EditDraft = { ...current }
  for (const field of typed) next[field] = draft[field] as never
  return next
}

/** Only what was changed is sent. */
export function editInput(
  { id, version }: { id: string; version: number },
  draft: EditDraft,
  base: EditDraft,
): EditObstacleInput {
  const input: EditObstacleInput = { id, expectedVersion: version }
  for (const field of differences(draft, base)) {
    if (field === 'letterDate') input.letterDate = parseJalaliDate(draft.letterDate)
    else if (mayBeNone.includes(field)) input[field] = (draft[field] || null) as never
    else input[field] = draft[field] as never
  }
  return input
}

export function checkEdit(draft: EditDraft): Partial<Record<EditField, string>> {
  const errors: Partial<Record<EditField, string>> = {}
  if (draft.letterDate.trim() && !parseJalaliDate(draft.letterDate))
    errors.letterDate = dateProblem(draft.letterDate)
  for (const field of ['title', 'description', 'windowStep', 'letterNumber'] as const) {
    const [problem] = checkText(field, draft[field], limits[field])
    if (!problem) continue
    const { validation } = t()
    if (problem.rule === 'TOO_LONG') errors[field] = validation.tooLong(limits[field].max)
    else if (problem.rule === 'TOO_SHORT') errors[field] = validation.tooShort(limits.title.min)
    else errors[field] = problem.rule === 'REQUIRED' ? validation.required : validation.badCharacter
  }
  return errors
}
