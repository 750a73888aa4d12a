import { limits } from '@goshayesh/shared/obstacleInput'
import { resumeClock } from '../records/clocks.ts'
import { endWaiting } from '../records/endWaiting.ts'
import type { ObstacleStepInput } from './acknowledgeObstacle.ts'
import { changeObstacle } from './changeObstacle.ts'
import { cleanNote } from './cleanText.ts'
import type { Actor } from '../records/Actor.ts'
import type { Store } from './transact.ts'

/** Ends the waiting: the clock to resolve runs on with what remained. */
export function resumeObstacle(
  store: Store,
  actor: Actor,
  input: ObstacleStepInput,
  now: number,
): Promise<number> {
  const note = cleanNote('input.note', input.note, limits.note)
  return changeObstacle(store, actor, 'RESUME', 'RESUMED', input, now, ({ rules, record }) => {
    endWaiting(record, now)
    return { comment: note, facts: resumeClock(rules, record, 'RESOLVE', now) }
  })
}
