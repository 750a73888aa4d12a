import { limits } from '@goshayesh/shared/obstacleInput'
import type { ObstacleStepInput } from './acknowledgeObstacle.ts'
import { changeObstacle } from './changeObstacle.ts'
import { cleanNote } from './cleanText.ts'
import type { Actor } from '../records/Actor.ts'
import type { Store } from './transact.ts'

/** "My agency has it no more", or joined by mistake. */
export function leaveObstacle(
  store: Store,
  actor: Actor,
  input: ObstacleStepInput,
  now: number,
): Promise<number> {
  const note = cleanNote('input.note', input.note, limits.note)
  return changeObstacle(store, actor, 'LEAVE', 'LEFT', input, now, ({ record }) => {
    record.affectedAgencyCodes = record.affectedAgencyCodes.filter((code) => code !== actor.agencyCode)
    return { comment: note }
  })
}
