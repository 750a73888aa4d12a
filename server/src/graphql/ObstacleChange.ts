import { sees } from '@goshayesh/shared/permissions'
import { Refusal } from '@goshayesh/shared/refusal'
import type { EventRow } from '../database/tables.ts'
import { filterObstacles, type ObstacleFilter as Filter } from '../queries/filterObstacles.ts'
import { recordOfEvent } from '../queries/recordOfEvent.ts'
import { visibleObstacles } from '../queries/visibleObstacles.ts'
import { factsOf } from '../records/ObstacleRecord.ts'
import { loadRules } from '../records/Rules.ts'
import { checkReadable } from './asViewer.ts'
import { builder } from './builder.ts'
import { loadersOf, sightOf, viewerOf, type Context } from './Context.ts'
import { endable } from './endable.ts'
import { EventKind } from './enums.ts'
import { ObstacleFilter, readFilter } from './ObstacleFilter.ts'

const ObstacleChange = builder.objectRef<EventRow>('ObstacleChange').implement({
  fields: (t) => ({
    obstacle: t.field({
      type: 'Obstacle',
      resolve: async (event, _args, context) => {
        const seen = await loadersOf(context).obstacles.get(event.obstacle_id)
        if (!seen) throw new Refusal('NOT_FOUND')
        return seen
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
      checkReadable(args)
      const filter = readFilter(args.filter)
      // A filter that breaks a rule is refused at once, not at the first event.
      filterObstacles(context.store.db, filter, await sightOf(context))
      return endable((signal) => seenEvents(context, filter, signal))
    },
    resolve: (event, _args, context) => {
      viewerOf(context)
      return event
    },
  }),
}))

/** The events of obstacles that the viewer sees, and the filter names, at the time of the event. */
async function* seenEvents(
  context: Context,
  filter: Filter,
  signal: AbortSignal,
): AsyncGenerator<EventRow, undefined> {
  const { db } = context.store
  for await (const event of context.changes(signal)) {
    const { viewer } = context
    if (viewer === null) {
      // Signed out or suspended meanwhile: the answer to this event says so, and it is the last one.
      yield event
      return
    }
    if (event.province_id !== viewer.provinceId) continue
    const record = await recordOfEvent(db, event)
    if (!record || !sees(viewer, factsOf(record))) continue
    if (isEmpty(filter)) {
      yield event
      continue
    }
    const sight = { viewer, rules: await loadRules(db, viewer.provinceId), now: context.now }
    const named = await visibleObstacles(db, viewer)
      .select('obstacle.id')
      .where('obstacle.id', '=', event.obstacle_id)
      .where(filterObstacles(db, filter, sight))
      .executeTakeFirst()
    if (named) yield event
  }
}

function isEmpty(filter: Filter): boolean {
  return Object.values(filter).every((value) => value == null)
}
