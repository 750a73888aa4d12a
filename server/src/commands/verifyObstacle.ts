import { limits } from '@goshayesh/shared/obstacleInput'
import { stopClock } from '../records/clocks.ts'
import type { ObstacleStepInput } from './acknowledgeObstacle.ts'
import { changeObstacle } from './changeObstacle.ts'
import { cleanNote } from './cleanText.ts'
import type { Actor } from '../records/Actor.ts'
import type { Store } from './transact.ts'

/** The secretariat confirms that the obstacle is removed. Nothing changes it any more. */
export function verifyObstacle(
  store: Store,
  actor: Actor,
  input: ObstacleStepInput,
  now: number,
): Promise<number> {
  const note = cleanNote('input.note', input.note, limits.note)
  return changeObstacle(store, actor, 'VERIFY', 'VERIFIED', input, now, ({ rules, record }) => {
    stopClock(rules, record, 'VERIFY', now)
    return { comment: note }
  })
}
