import { limits } from '@goshayesh/shared/obstacleInput'
import { reopenClock, stopClock } from '../records/clocks.ts'
import { changeObstacle, type StepInput } from './changeObstacle.ts'
import { cleanText } from './cleanText.ts'
import type { Actor } from '../records/Actor.ts'
import type { Store } from './transact.ts'

export interface ReasonedStepInput extends StepInput {
  reason: string
}

/** The obstacle is not removed after all: the clock to resolve runs on with what remained. */
export function reopenObstacle(
  store: Store,
  actor: Actor,
  input: ReasonedStepInput,
  now: number,
): Promise<number> {
  const reason = cleanText('input.reason', input.reason, limits.reason)
  return changeObstacle(store, actor, 'REOPEN', 'REOPENED', input, now, ({ rules, record }) => {
    const { obstacle } = record
    const stoppedAt = obstacle.resolved_at ?? now
    obstacle.resolved_at = null
    stopClock(rules, record, 'VERIFY', now)
    return { comment: reason, facts: reopenClock(rules, record, stoppedAt, now) }
  })
}
