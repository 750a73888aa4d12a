import { openStatuses, type ObstacleStatus as Status } from '@goshayesh/shared/workflow'
import { boardOf, countBoard, type BoardCount } from '../queries/boardOf.ts'
import type { ObstacleFilter as Filter, Sight } from '../queries/filterObstacles.ts'
import { countObstacles } from '../queries/listObstacles.ts'
import { pageSize } from '../queries/pageSize.ts'
import type { SeenObstacle } from '../queries/seenObstacles.ts'
import type { SlaState } from '../queries/slaState.ts'
import { asViewer } from './asViewer.ts'
import { builder } from './builder.ts'
import { loadersOf, sightOf } from './Context.ts'
import { ObstacleStatus } from './enums.ts'
import { ObstacleFilter, readFilter } from './ObstacleFilter.ts'

interface BoardShape {
  sight: Sight
  filter: Filter
  cards: Map<Status, SeenObstacle[]>
  endCursors: Map<Status, string | null>
  /** Of the open obstacles in every SLA state, whichever the filter names; counted when first asked for. */
  counts: () => Promise<BoardCount[]>
}

const BoardColumn = builder.objectRef<BoardShape & { status: Status }>('BoardColumn').implement({
  fields: (t) => ({
    status: t.expose('status', { type: ObstacleStatus }),
    totalCount: t.int({
      resolve: ({ counts, filter, status }) =>
        sum(counts(), (count) => count.status === status && isAskedFor(filter, count)),
    }),
    overdueCount: t.int({
      resolve: ({ counts, filter, status }) =>
        sum(
          counts(),
          (count) => count.status === status && count.slaState === 'OVERDUE' && isAskedFor(filter, count),
        ),
    }),
    obstacles: t.field({ type: ['Obstacle'], resolve: ({ cards, status }) => cards.get(status) ?? [] }),
    endCursor: t.string({
      nullable: true,
      description: 'Where obstacles(filter: { status }, orderBy: DUE_FIRST) goes on behind the column.',
      resolve: ({ endCursors, status }) => endCursors.get(status) ?? null,
    }),
  }),
})

const SlaCounts = builder.objectRef<BoardCount[]>('SlaCounts').implement({
  description: 'Of the open obstacles, whichever slaState the filter names: the legend of that filter.',
  fields: (t) => {
    const countOf = (state: SlaState) =>
      t.int({ resolve: (counts) => sum(counts, ({ slaState }) => slaState === state) })
    return {
      onTrack: countOf('ON_TRACK'),
      dueSoon: countOf('DUE_SOON'),
      overdue: countOf('OVERDUE'),
      paused: countOf('PAUSED'),
    }
  },
})

const Board = builder.objectRef<BoardShape>('Board').implement({
  fields: (t) => ({
    columns: t.field({
      type: [BoardColumn],
      resolve: (board) => openStatuses.map((status) => ({ ...board, status })),
    }),
    slaCounts: t.field({ type: SlaCounts, resolve: ({ counts }) => counts() }),
    openCount: t.int({
      resolve: ({ counts, filter }) => sum(counts(), (count) => isAskedFor(filter, count)),
    }),
    closedCount: t.int({
      resolve: ({ sight, filter }, _args, { store }) =>
        filter.status && !filter.status.includes('CLOSED')
          ? 0
          : countObstacles(store.db, sight, { ...filter, status: ['CLOSED'] }),
    }),
    totalCount: t.int({
      resolve: ({ sight, filter }, _args, { store }) => countObstacles(store.db, sight, filter),
    }),
  }),
})

builder.queryFields((t) => ({
  board: t.field({
    type: Board,
    args: { filter: t.arg({ type: ObstacleFilter }), perColumn: t.arg.int({ defaultValue: 50 }) },
    resolve: asViewer(async (context, args) => {
      const { db } = context.store
      const filter = readFilter(args.filter)
      const perColumn = pageSize('perColumn', args.perColumn)
      const sight = await sightOf(context)
      const columns = await boardOf(db, sight, filter, perColumn)
      const stamped = columns.flatMap((column) => column.cards)
      const cards = await loadersOf(context).obstaclesWith(stamped)
      let counted: Promise<BoardCount[]> | null = null
      return {
        sight,
        filter,
        cards: Map.groupBy(cards, ({ record }) => record.obstacle.status),
        endCursors: new Map(columns.map(({ status, endCursor }) => [status, endCursor])),
        counts: () => (counted ??= countBoard(db, sight, { ...filter, slaState: null })),
      }
    }),
  }),
}))

function isAskedFor({ slaState }: Filter, count: BoardCount): boolean {
  return slaState?.includes(count.slaState) ?? true
}

async function sum(
  counts: BoardCount[] | Promise<BoardCount[]>,
  where: (count: BoardCount) => boolean,
): Promise<number> {
  return (await counts).filter(where).reduce((total, { count }) => total + count, 0)
}
