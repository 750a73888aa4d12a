import { sees } from '@goshayesh/shared/permissions'
import { Refusal } from '@goshayesh/shared/refusal'
import type { Database } from '../database/connect.ts'
import type { EventRow } from '../database/tables.ts'
import { filterObstacles, type ObstacleFilter as Filter } from '../queries/filterObstacles.ts'
import { isNamed, obstacleAtEvent } from '../queries/atEvent.ts'
import { whenKnown } from '../queries/whenKnown.ts'
import { factsOf } from '../records/ObstacleRecord.ts'
import { loadRules } from '../records/Rules.ts'
import { checkReadable } from './asViewer.ts'
import { builder } from './builder.ts'
import { viewerOf } from './Context.ts'
import { EventKind } from './enums.ts'
import { Feed, type Moment } from './Feed.ts'
import { ObstacleFilter, readFilter } from './ObstacleFilter.ts'

const ObstacleChange = builder.objectRef<EventRow>('ObstacleChange').implement({
  fields: (t) => ({
    obstacle: t.field({
      type: 'Obstacle',
      resolve: async (event, _args, context) => {
        const obstacle = await obstacleAtEvent(context.store.db, event)
        if (!obstacle || !sees(viewerOf(context), factsOf(obstacle.record))) throw new Refusal('NOT_FOUND')
        return obstacle
      },
    }),
    kind: t.expose('kind', { type: EventKind }),
  }),
})

builder.subscriptionFields((t) => ({
  obstacleChanged: t.field({
    type: ObstacleChange,
    args: { filter: t.arg({ type: ObstacleFilter }) },
    subscribe: async (_root, args, context) => {
      const viewer = viewerOf(context)
      checkReadable(args)
      const { db } = context.store
      const filter = readFilter(args.filter)
      // A filter that breaks a rule is refused at once, not at the first event.
      if (!isEmpty(filter))
        filterObstacles(db, filter, {
          viewer,
          now: context.now,
          rules: await loadRules(db, viewer.provinceId),
        })
      return new Feed((moment) =>
        whenKnown(isSeen(db, moment, filter), (seen) => (seen ? [moment.event] : [])),
      )
    },
    resolve: (event, _args, context) => {
      viewerOf(context)
      return event
    },
  }),
}))

/** Of an obstacle that the viewer sees, and the filter names, at the time of the event. */
function isSeen(db: Database, { event, viewer, now }: Moment, filter: Filter): boolean | Promise<boolean> {
  if (event.province_id !== viewer.provinceId) return false
  return whenKnown(obstacleAtEvent(db, event), (obstacle) => {
    if (!obstacle || !sees(viewer, factsOf(obstacle.record))) return false
    return isEmpty(filter) || isNamed(db, event, filter, { viewer, now, rules: obstacle.rules })
  })
}

function isEmpty(filter: Filter): boolean {
  return Object.values(filter).every((value) => value == null)
}
