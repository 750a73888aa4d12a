import { parseJalaliDate } from '@goshayesh/shared/jalali'
import { limits } from '@goshayesh/shared/obstacleInput'
import { invalid } from '@goshayesh/shared/refusal'
import type { Database } from '../database/connect.ts'
import type { SolutionStepRow } from '../database/tables.ts'
import { solutionStepsOf } from '../queries/solutionStepsOf.ts'
import { changeObstacle, type StepInput } from './changeObstacle.ts'
import { cleanText } from './cleanText.ts'
import type { Actor } from '../records/Actor.ts'
import type { Store } from './transact.ts'

export interface SolutionStepsInput extends StepInput {
  steps: {
    /** Of a step that is there already; a new one has none. */
    id?: number | null | undefined
    text: string
    done: boolean
    plannedFor?: string | null | undefined
  }[]
}

type StepRow = Pick<SolutionStepRow, 'text' | 'done_at' | 'planned_for'>

/** Sets the steps of the solution as they are to stand, in this order; a step that is left out goes. */
export function setSolutionSteps(
  store: Store,
  actor: Actor,
  input: SolutionStepsInput,
  now: number,
): Promise<number> {
  const { max } = limits.solutionSteps
  if (input.steps.length > max) throw invalid('input.steps', 'TOO_MANY', max)
  const steps = input.steps.map((step, index) => checkedStep(step, `input.steps.${index}`))
  return changeObstacle(store, actor, 'SET_STEPS', 'EDITED', input, now, async ({ db, record }) => {
    const { id, province_id } = record.obstacle
    const before = (await solutionStepsOf(db, province_id, [id])).get(id) ?? []
    const after = steps.map(({ id: stepId, done, ...step }, index) => {
      const known = before.find((row) => row.id === stepId)
      const isAgain = input.steps.findIndex((other) => other.id === stepId) < index
      if (stepId !== null && (!known || isAgain)) throw invalid(`input.steps.${index}.id`, 'UNKNOWN')
      return { ...step, id: stepId, done_at: done ? (known?.done_at ?? now) : null }
    })
    await replaceSteps(db, { obstacle_id: id, province_id }, before, after)
    const [was, is] = [listText(before), listText(after)]
    return { changes: was === is ? [] : [{ field: 'solutionSteps', before: was, after: is }] }
  })
}

function checkedStep(step: SolutionStepsInput['steps'][number], path: string) {
  const planned_for = step.plannedFor == null ? null : parseJalaliDate(step.plannedFor)
  if (step.plannedFor != null && planned_for === null) throw invalid(`${path}.plannedFor`, 'BAD_DATE')
  const text = cleanText(`${path}.text`, step.text, limits.solutionStep)
  return { id: step.id ?? null, text, done: step.done, planned_for }
}

async function replaceSteps(
  db: Database,
  of: Pick<SolutionStepRow, 'obstacle_id' | 'province_id'>,
  before: SolutionStepRow[],
  after: (StepRow & { id: number | null })[],
): Promise<void> {
  const gone = before.map(({ id }) => id).filter((id) => !after.some((step) => step.id === id))
  if (gone.length > 0) await db.deleteFrom('solution_step').where('id', 'in', gone).execute()
  for (const [place, { id, ...step }] of after.entries()) {
    if (id === null)
      await db
        .insertInto('solution_step')
        .values({ ...of, ...step, place })
        .execute()
    else
      await db
        .updateTable('solution_step')
        .set({ ...step, place })
        .where('id', '=', id)
        .execute()
  }
}

/** The steps as the history shows them: a line each, ticked or not. Null where there is none. */
function listText(steps: StepRow[]): string | null {
  return steps.map(({ text, done_at }) => `${done_at === null ? '☐' : '☑'} ${text}`).join('\n') || null
}
