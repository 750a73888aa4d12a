import { changeObstacle, type StepInput } from './changeObstacle.ts'
import { ownerStep } from './ownerStep.ts'
import type { Actor } from '../records/Actor.ts'
import type { Store } from './transact.ts'

export interface ObstacleStepInput extends StepInput {
  note?: string | null | undefined
}

/** The owner accepts the obstacle. */
export function acknowledgeObstacle(
  store: Store,
  actor: Actor,
  input: ObstacleStepInput,
  now: number,
): Promise<number> {
  return changeObstacle(store, actor, 'ACKNOWLEDGE', 'ACKNOWLEDGED', input, now, (step) => ({
    comment: ownerStep(actor, step, 'input.note', input.note),
  }))
}
