import { invalid } from '@goshayesh/shared/refusal'
import { markNoticesRead } from '../commands/markNoticesRead.ts'
import type { NoticeRow } from '../database/tables.ts'
import { noticesAtEvent } from '../queries/atEvent.ts'
import { whenKnown } from '../queries/whenKnown.ts'
import { countNotices, inboxOf, newestNoticeOfRules, noticeCursor } from '../queries/inboxOf.ts'
import type { SeenObstacle } from '../queries/seenObstacles.ts'
import { asViewer } from './asViewer.ts'
import { builder } from './builder.ts'
import { loadersOf, viewerOf, type Context } from './Context.ts'
import { NoticeKind } from './enums.ts'
import { Feed } from './Feed.ts'
import { inputId } from './ids.ts'
import { noticeText } from './noticeText.ts'
import { personOf } from './personOf.ts'
import type { SeenEvent } from './shapes.ts'

const Notice = builder.objectRef<NoticeRow>('Notice').implement({
  description: 'One thing that the viewer was told.',
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.expose('kind', { type: NoticeKind }),
    at: t.expose('at', { type: 'DateTime' }),
    readAt: t.expose('read_at', { type: 'DateTime', nullable: true }),
    obstacle: t.field({
      type: 'Obstacle',
      nullable: true,
      description: 'Null where it is about several, or the viewer no longer sees it.',
      resolve: obstacleOf,
    }),
    event: t.field({ type: 'Event', nullable: true, resolve: eventOf }),
    actor: t.field({
      type: 'User',
      nullable: true,
      description: 'Null: the deadline enforcer.',
      resolve: async (notice, _args, context) =>
        (await isHidden(notice, context)) ? null : actorOf(notice, context),
    }),
    count: t.exposeInt('count', { description: 'Of deadlines that moved; else 1.' }),
    text: t.string({
      description: 'One sentence, in the language asked for.',
      resolve: async (notice, _args, context) => {
        if (await isHidden(notice, context)) return noticeText(null, context.language)
        const seen = await obstacleOf(notice, {}, context)
        const [event, actor] = [await eventOf(notice, {}, context), await actorOf(notice, context)]
        const deadline = seen?.record.deadlines.find(({ id }) => id === event?.event.deadline_id)
        return noticeText(
          {
            notice,
            number: seen?.record.obstacle.number ?? null,
            actor: actor?.name ?? null,
            event: event?.event ?? null,
            deadline: deadline?.kind ?? null,
          },
          context.language,
        )
      },
    }),
  }),
})

const NoticeEdge = builder.objectRef<NoticeRow>('NoticeEdge').implement({
  fields: (t) => ({
    cursor: t.string({ resolve: noticeCursor }),
    node: t.field({ type: Notice, resolve: (notice) => notice }),
  }),
})

interface Page {
  notices: NoticeRow[]
  hasNextPage: boolean
  after: string | null
  unreadOnly: boolean
}

const NoticeConnection = builder.objectRef<Page>('NoticeConnection').implement({
  fields: (t) => ({
    edges: t.field({ type: [NoticeEdge], resolve: ({ notices }) => notices }),
    pageInfo: t.field({
      type: 'PageInfo',
      resolve: ({ notices, hasNextPage, after }) => {
        const [first, last] = [notices.at(0), notices.at(-1)]
        return {
          hasNextPage,
          hasPreviousPage: after !== null,
          startCursor: first ? noticeCursor(first) : null,
          endCursor: last ? noticeCursor(last) : null,
        }
      },
    }),
    totalCount: t.int({
      resolve: ({ unreadOnly }, _args, context) =>
        countNotices(context.store.db, viewerOf(context), unreadOnly),
    }),
  }),
})

builder.queryFields((t) => ({
  inbox: t.field({
    type: NoticeConnection,
    description: 'What the viewer was told, the newest first.',
    args: {
      first: t.arg.int({ defaultValue: 30 }),
      after: t.arg.string(),
      unreadOnly: t.arg.boolean({ defaultValue: false }),
    },
    resolve: asViewer(async ({ store }, args, viewer) => ({
      ...(await inboxOf(store.db, viewer, args)),
      after: args.after ?? null,
      unreadOnly: args.unreadOnly ?? false,
    })),
  }),
  unreadCount: t.int({
    resolve: asViewer(({ store }, _args, viewer) => countNotices(store.db, viewer, true)),
  }),
}))

builder.mutationFields((t) => ({
  markNoticesRead: t.int({
    description: 'Some of them or all; answers with how many were not read before.',
    args: { ids: t.arg.idList(), all: t.arg.boolean({ defaultValue: false }) },
    resolve: asViewer(({ store, now }, { ids, all }, viewer) => {
      if (all && ids != null) throw invalid('ids', 'NOT_ALLOWED')
      if (!all && ids == null) throw invalid('ids', 'REQUIRED')
      const named = ids?.map((id, index) => inputId(`ids.${index}`, id)) ?? null
      return markNoticesRead(store, viewer, named, now)
    }),
  }),
}))

builder.subscriptionFields((t) => ({
  noticed: t.field({
    type: Notice,
    description: 'What the viewer is told from now on.',
    subscribe: async (_root, _args, context) => {
      const { db } = context.store
      let lastOfRules = await newestNoticeOfRules(db, viewerOf(context).provinceId)
      return new Feed(({ event, viewer }) => {
        if (event.province_id !== viewer.provinceId) return []
        return whenKnown(noticesAtEvent(db, event, lastOfRules), ({ byPerson, newestOfRules }) => {
          lastOfRules = newestOfRules
          return byPerson.get(viewer.id) ?? []
        })
      })
    },
    resolve: (notice, _args, context) => {
      viewerOf(context)
      return notice
    },
  }),
}))

function obstacleOf(
  { obstacle_id }: NoticeRow,
  _args: object,
  context: Context,
): SeenObstacle | null | Promise<SeenObstacle | null> {
  return obstacle_id === null ? null : loadersOf(context).obstacles.get(obstacle_id)
}

async function eventOf(notice: NoticeRow, _args: object, context: Context): Promise<SeenEvent | null> {
  const seen = await obstacleOf(notice, {}, context)
  if (!seen || notice.event_id === null) return null
  const event = await loadersOf(context).events.get(notice.event_id)
  return event && { seen, event }
}

/** About an obstacle that the viewer no longer sees: then nothing of it is told. */
async function isHidden(notice: NoticeRow, context: Context): Promise<boolean> {
  return notice.obstacle_id !== null && (await obstacleOf(notice, {}, context)) === null
}

function actorOf({ actor_id }: NoticeRow, context: Context) {
  return actor_id === null ? null : personOf(context, actor_id)
}
