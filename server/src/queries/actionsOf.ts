import { may, mayDecideExtension } from '@goshayesh/shared/permissions'
import { obstacleActions, statusAfter, type ObstacleAction } from '@goshayesh/shared/workflow'
import { extensionFacts } from '../records/extensionFacts.ts'
import { factsOf, positionOf } from '../records/ObstacleRecord.ts'
import type { SeenObstacle } from './seenObstacles.ts'
import type { Actor } from '../records/Actor.ts'

/** What the viewer may do with an obstacle now. */
export function actionsOf(viewer: Actor, { record, rules }: SeenObstacle): ObstacleAction[] {
  const facts = factsOf(record)
  const position = positionOf(record)
  const pending = record.extensions.filter(({ decision }) => decision === 'PENDING')
  return obstacleActions.filter(
    (action) =>
      may(viewer, action, facts) &&
      statusAfter(action, position) !== null &&
      (action !== 'DECIDE_EXTENSION' ||
        pending.some((extension) => mayDecideExtension(viewer, extensionFacts(rules, record, extension)))),
  )
}
