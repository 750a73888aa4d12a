import { checkAffected, checkWindowStep, limits } from '@goshayesh/shared/obstacleInput'
import type { Category, Severity } from '@goshayesh/shared/policy'
import { Refusal } from '@goshayesh/shared/refusal'
import { moveClocks } from '../records/clocks.ts'
import { changeObstacle, type StepInput } from './changeObstacle.ts'
import { cleanText } from './cleanText.ts'
import { letterColumns } from './letterColumns.ts'
import { knownAgencyCodes, openMilestoneId } from './knownAgencyCodes.ts'
import type { Actor } from '../records/Actor.ts'
import type { Store } from './transact.ts'

/**
 * What is left out stays as it is; null takes the obstacle out from under a milestone, and step or letter away.
 */
export interface EditObstacleInput extends StepInput {
  title?: string | null | undefined
  description?: string | null | undefined
  category?: Category | null | undefined
  severity?: Severity | null | undefined
  affectedAgencyCodes?: string[] | null | undefined
  milestoneId?: number | null | undefined
  windowStep?: string | null | undefined
  letterNumber?: string | null | undefined
  letterDate?: string | null | undefined
}

/** Corrects what was logged; due dates follow from the facts as they are now. */
export function editObstacle(
  store: Store,
  actor: Actor,
  input: EditObstacleInput,
  now: number,
): Promise<number> {
  const title = input.title == null ? null : cleanText('input.title', input.title, limits.title)
  const description =
    input.description == null ? null : cleanText('input.description', input.description, limits.description)
  const letter = letterColumns(input)
  const problems = checkAffected(input.affectedAgencyCodes ?? [])
  if (problems.length > 0) throw new Refusal('INVALID', problems)
  return changeObstacle(store, actor, 'EDIT', 'EDITED', input, now, async ({ db, rules, record }) => {
    const { obstacle } = record
    const milestoneBefore = obstacle.milestone_id
    const misplaced = checkWindowStep(letter.window_step, obstacle.subject_kind)
    if (misplaced.length > 0) throw new Refusal('INVALID', misplaced)
    Object.assign(obstacle, letter)
    obstacle.title = title ?? obstacle.title
    obstacle.description = description ?? obstacle.description
    obstacle.category = input.category ?? obstacle.category
    obstacle.severity = input.severity ?? obstacle.severity
    if (input.milestoneId !== undefined && input.milestoneId !== milestoneBefore)
      obstacle.milestone_id = openMilestoneId(rules, input.milestoneId, obstacle.created_at)
    if (input.affectedAgencyCodes) {
      const codes = await knownAgencyCodes(db, actor, 'input.affectedAgencyCodes', input.affectedAgencyCodes)
      record.affectedAgencyCodes = codes.filter((code) => code !== obstacle.agency_code)
    }
    const name = (id: number | null) =>
      rules.milestones.find((milestone) => milestone.id === id)?.name ?? null
    const milestone = {
      field: 'milestone',
      before: name(milestoneBefore),
      after: name(obstacle.milestone_id),
    }
    return {
      changes: milestone.before === milestone.after ? [] : [milestone],
      facts: moveClocks(rules, record, now, 'EDITED'),
    }
  })
}
