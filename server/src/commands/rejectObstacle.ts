import { limits } from '@goshayesh/shared/obstacleInput'
import { cancelClocks } from '../records/clocks.ts'
import { endWaiting } from '../records/endWaiting.ts'
import { changeObstacle } from './changeObstacle.ts'
import { cleanText } from './cleanText.ts'
import type { ReasonedStepInput } from './reopenObstacle.ts'
import type { Actor } from '../records/Actor.ts'
import type { Store } from './transact.ts'

/** Not an obstacle, or not one of this tracker: all clocks are cancelled. */
export function rejectObstacle(
  store: Store,
  actor: Actor,
  input: ReasonedStepInput,
  now: number,
): Promise<number> {
  const reason = cleanText('input.reason', input.reason, limits.reason)
  return changeObstacle(store, actor, 'REJECT', 'REJECTED', input, now, ({ record }) => {
    record.obstacle.rejection_reason = reason
    endWaiting(record, now)
    cancelClocks(record, now)
    return { comment: reason }
  })
}
