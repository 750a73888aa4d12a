import { limits } from '@goshayesh/shared/obstacleInput'
import { Refusal } from '@goshayesh/shared/refusal'
import type { ObstacleStepInput } from './acknowledgeObstacle.ts'
import { changeObstacle } from './changeObstacle.ts'
import { cleanNote } from './cleanText.ts'
import type { Actor } from '../records/Actor.ts'
import { follow } from '../records/followers.ts'
import type { Store } from './transact.ts'

/** "My agency has it too." Whoever says so hears how it goes on. */
export function joinObstacle(
  store: Store,
  actor: Actor,
  input: ObstacleStepInput,
  now: number,
): Promise<number> {
  const note = cleanNote('input.note', input.note, limits.note)
  return changeObstacle(store, actor, 'JOIN', 'JOINED', input, now, async ({ db, record }) => {
    if (actor.agencyCode === null) throw new Refusal('FORBIDDEN')
    record.affectedAgencyCodes = [...record.affectedAgencyCodes, actor.agencyCode].sort()
    await follow(db, actor, record.obstacle.id, now)
    return { comment: note }
  })
}
