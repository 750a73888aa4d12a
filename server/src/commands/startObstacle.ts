import type { ObstacleStepInput } from './acknowledgeObstacle.ts'
import { changeObstacle } from './changeObstacle.ts'
import { ownerStep } from './ownerStep.ts'
import type { Actor } from '../records/Actor.ts'
import type { Store } from './transact.ts'

/** Work has begun. */
export function startObstacle(
  store: Store,
  actor: Actor,
  input: ObstacleStepInput,
  now: number,
): Promise<number> {
  return changeObstacle(store, actor, 'START', 'STARTED', input, now, (step) => {
    const comment = ownerStep(actor, step, 'input.note', input.note)
    step.record.obstacle.started_at = now
    return { comment }
  })
}
