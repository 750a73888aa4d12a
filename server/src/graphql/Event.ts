import { pageSize } from '../queries/pageSize.ts'
import type { SeenObstacle } from '../queries/seenObstacles.ts'
import { eventCursor, readEventCursor, type EventPage, type Timeline } from '../queries/timelinesOf.ts'
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
  .objectRef<{ seen: SeenObstacle; timeline: Timeline; page: EventPage }>('EventConnection')
  .implement({
    fields: (t) => ({
      edges: t.field({
        type: [EventEdge],
        resolve: ({ seen, timeline }) => timeline.events.map((event) => ({ seen, event })),
      }),
      pageInfo: t.field({
        type: 'PageInfo',
        resolve: ({ timeline: { events, goesOn }, page: { from, backwards } }) => {
          const [first, last] = [events.at(0), events.at(-1)]
          return {
            hasNextPage: backwards ? from !== null : goesOn,
            hasPreviousPage: backwards ? goesOn : from !== null,
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
    description: 'What happened, in the order of recording: the first events, or the last ones.',
    args: {
      first: t.arg.int({ defaultValue: 50 }),
      after: t.arg.string(),
      last: t.arg.int({
        description: 'As many of the end, or before one of them; then `first` is not looked at.',
      }),
      before: t.arg.string(),
    },
    resolve: async (seen, args, context) => {
      checkReadable(args)
      const page = pageOf(args)
      const timeline = await loadersOf(context).timelines(page).get(seen.record.obstacle.id)
      return { seen, timeline: timeline ?? nothing, page }
    },
  }),
)

interface PageArgs {
  first?: number | null | undefined
  after?: string | null | undefined
  last?: number | null | undefined
  before?: string | null | undefined
}

function pageOf({ first, after, last, before }: PageArgs): EventPage {
  const cursor = (path: string, text: string | null | undefined) =>
    text == null ? null : readEventCursor(path, text)
  return last == null
    ? { size: pageSize('first', first), from: cursor('after', after), backwards: false }
    : { size: pageSize('last', last), from: cursor('before', before), backwards: true }
}

const nothing: Timeline = { events: [], goesOn: false, totalCount: 0 }
