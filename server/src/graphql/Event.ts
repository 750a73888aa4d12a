import { pageSize } from '../queries/pageSize.ts'
import type { SeenObstacle } from '../queries/seenObstacles.ts'
import { eventCursor, readEventCursor, type Timeline } from '../queries/timelinesOf.ts'
import type { Change as ChangeShape } from '../records/ObstacleRecord.ts'
import { checkReadable } from './asViewer.ts'
import { builder } from './builder.ts'
import { loadersOf } from './Context.ts'
import { EventKind } from './enums.ts'
import { seenDeadline, type SeenEvent } from './shapes.ts'

const Change = builder.objectRef<ChangeShape>('Change').implement({
  fields: (t) => ({
    field: t.exposeString('field'),
    before: t.exposeString('before', { nullable: true }),
    after: t.exposeString('after', { nullable: true }),
  }),
})

builder.objectType('Event', {
  fields: (t) => ({
    id: t.id({ resolve: ({ event }) => event.id }),
    kind: t.field({ type: EventKind, resolve: ({ event }) => event.kind }),
    at: t.field({ type: 'DateTime', resolve: ({ event }) => event.at }),
    actor: t.field({
      type: 'User',
      nullable: true,
      description: 'Null: the deadline enforcer.',
      resolve: ({ event }, _args, context) =>
        event.actor_id === null ? null : context.names.people.get(event.actor_id),
    }),
    comment: t.string({ nullable: true, resolve: ({ event }) => event.comment }),
    level: t.int({ nullable: true, resolve: ({ event }) => event.level }),
    deadline: t.field({
      type: 'Deadline',
      nullable: true,
      resolve: ({ seen, event }) => {
        const deadline = seen.record.deadlines.find(({ id }) => id === event.deadline_id)
        return deadline ? seenDeadline(seen, deadline) : null
      },
    }),
    changes: t.field({
      type: [Change],
      resolve: ({ event }) => JSON.parse(event.changes_json) as ChangeShape[],
    }),
    mentions: t.field({
      type: ['User'],
      description: 'Whom the comment names.',
      resolve: ({ event }, _args, context) => {
        const ids = JSON.parse(event.mentions_json) as number[]
        return ids.length === 0 ? [] : context.names.people.all(ids)
      },
    }),
  }),
})

const EventEdge = builder.objectRef<SeenEvent>('EventEdge').implement({
  fields: (t) => ({
    cursor: t.string({ resolve: ({ event }) => eventCursor(event) }),
    node: t.field({ type: 'Event', resolve: (edge) => edge }),
  }),
})

const EventConnection = builder
  .objectRef<{ seen: SeenObstacle; timeline: Timeline; after: string | null }>('EventConnection')
  .implement({
    fields: (t) => ({
      edges: t.field({
        type: [EventEdge],
        resolve: ({ seen, timeline }) => timeline.events.map((event) => ({ seen, event })),
      }),
      pageInfo: t.field({
        type: 'PageInfo',
        resolve: ({ timeline: { events, hasNextPage }, after }) => {
          const [first, last] = [events.at(0), events.at(-1)]
          return {
            hasNextPage,
            hasPreviousPage: after !== null,
            startCursor: first ? eventCursor(first) : null,
            endCursor: last ? eventCursor(last) : null,
          }
        },
      }),
      totalCount: t.int({ resolve: ({ timeline }) => timeline.totalCount }),
    }),
  })

builder.objectField('Obstacle', 'timeline', (t) =>
  t.field({
    type: EventConnection,
    description: 'What happened, in the order of recording.',
    args: { first: t.arg.int({ defaultValue: 50 }), after: t.arg.string() },
    resolve: async (seen, args, context) => {
      checkReadable(args)
      const page = {
        size: pageSize('first', args.first),
        after: args.after == null ? 0 : readEventCursor('after', args.after),
      }
      const timeline = await loadersOf(context).timelines(page).get(seen.record.obstacle.id)
      return { seen, timeline: timeline ?? nothing, after: args.after ?? null }
    },
  }),
)

const nothing: Timeline = { events: [], hasNextPage: false, totalCount: 0 }
