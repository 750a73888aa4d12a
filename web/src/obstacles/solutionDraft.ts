import { parseJalaliDate } from '@goshayesh/shared/jalali'
import { checkText, limits } from '@goshayesh/shared/obstacleInput'
import type { SolutionStepInput } from '../gql/graphql.ts'
import { dateProblem } from '../i18n/dateProblem.ts'
import { localDigits } from '../i18n/formatNumber.ts'
import { t } from '../i18n/t.ts'
import type { DossierObstacle } from './DossierObstacle.ts'

/** A step of the solution as typed; a new one has no id. */
export interface SolutionRow {
  id: string | null
  text: string
  done: boolean
  /** Digits of any kind, as «۱۴۰۵/۰۴/۳۱». */
  plannedFor: string
}

export type RowErrors = Partial<Record<'text' | 'plannedFor', string>>

export const emptyRow: SolutionRow = { id: null, text: '', done: false, plannedFor: '' }

export function rowsOf(steps: DossierObstacle['solutionSteps']): SolutionRow[] {
  return steps.map(({ id, text, doneAt, plannedFor }) => ({
    id,
    text,
    done: doneAt !== null,
    plannedFor: localDigits((plannedFor ?? '').replaceAll('-', '/')),
  }))
}

/** As the server takes them; rows without a word are left out. */
export function stepInputs(rows: readonly SolutionRow[]): SolutionStepInput[] {
  return rows
    .filter((row) => !isBlank(row))
    .map(({ id, text, done, plannedFor }) => ({ id, text, done, plannedFor: parseJalaliDate(plannedFor) }))
}

/** The rows as they were before: those that have gone meanwhile come back as new ones. */
export function restoredRows(
  before: readonly SolutionRow[],
  present: readonly { id: string }[],
): SolutionRow[] {
  return before.map((row) => (present.some(({ id }) => id === row.id) ? row : { ...row, id: null }))
}

/** The broken rules, row by row. */
export function checkRows(rows: readonly SolutionRow[]): RowErrors[] {
  return rows.map((row) => (isBlank(row) ? {} : checkRow(row)))
}

/** The rows with one of them a place further up or down. */
export function movedRow(rows: readonly SolutionRow[], at: number, by: -1 | 1): SolutionRow[] {
  const row = rows[at]
  const other = rows[at + by]
  const others = new Map(
    row && other
      ? [
          [at, other],
          [at + by, row],
        ]
      : [],
  )
  return rows.map((row, place) => others.get(place) ?? row)
}

function checkRow({ text, plannedFor }: SolutionRow): RowErrors {
  const { validation } = t()
  const { min, max } = limits.solutionStep
  const errors: RowErrors = {}
  const [problem] = checkText('', text, { min, max })
  if (problem?.rule === 'TOO_LONG') errors.text = validation.tooLong(max)
  else if (problem?.rule === 'TOO_SHORT') errors.text = validation.tooShort(min)
  else if (problem) errors.text = problem.rule === 'REQUIRED' ? validation.required : validation.badCharacter
  if (plannedFor.trim() && !parseJalaliDate(plannedFor)) errors.plannedFor = dateProblem(plannedFor)
  return errors
}

function isBlank({ text, plannedFor }: SolutionRow): boolean {
  return text.trim() === '' && plannedFor.trim() === ''
}
