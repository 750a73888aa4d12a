import { openStatuses, type ObstacleStatus as Status } from '@goshayesh/shared/workflow'
import { boardOf, countBoard, isOnBoard, sumCounts, type BoardCount } from '../queries/boardOf.ts'
import { pageSize } from '../queries/pageSize.ts'
import type { SeenObstacle } from '../queries/seenObstacles.ts'
import type { SlaState } from '../queries/slaState.ts'
import { asViewer } from './asViewer.ts'
import { builder } from './builder.ts'
import { loadersOf, sightOf } from './Context.ts'
import { ObstacleStatus } from './enums.ts'
import { ObstacleFilter, readFilter } from './ObstacleFilter.ts'

interface BoardShape {
  counts: BoardCount[]
  /** As counts, but of every SLA state: what each choice of it would show. */
  countsOfAllStates: BoardCount[]
  cards: Map<Status, SeenObstacle[]>
}

const BoardColumn = builder.objectRef<BoardShape & { status: Status }>('BoardColumn').implement({
  fields: (t) => ({
    status: t.expose('status', { type: ObstacleStatus }),
    totalCount: t.int({
      resolve: ({ counts, status }) => sumCounts(counts, (count) => count.status === status),
    }),
    overdueCount: t.int({
      resolve: ({ counts, status }) =>
        sumCounts(counts, (count) => count.status === status && count.slaState === 'OVERDUE'),
    }),
    obstacles: t.field({ type: ['Obstacle'], resolve: ({ cards, status }) => cards.get(status) ?? [] }),
  }),
})

const SlaCounts = builder.objectRef<BoardCount[]>('SlaCounts').implement({
  description: 'Of the open obstacles, whichever slaState the filter names: the legend of that filter.',
  fields: (t) => {
    const countOf = (state: SlaState) =>
      t.int({
        resolve: (counts) => sumCounts(counts, (count) => isOnBoard(count) && count.slaState === state),
      })
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
    slaCounts: t.field({ type: SlaCounts, resolve: ({ countsOfAllStates }) => countsOfAllStates }),
    openCount: t.int({ resolve: ({ counts }) => sumCounts(counts, isOnBoard) }),
    closedCount: t.int({ resolve: ({ counts }) => sumCounts(counts, ({ status }) => status === 'CLOSED') }),
    totalCount: t.int({ resolve: ({ counts }) => sumCounts(counts, () => true) }),
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
      const cards = await loadersOf(context).obstacles.all(columns.flatMap(({ ids }) => ids))
      const countsOfAllStates = await countBoard(db, sight, { ...filter, slaState: null })
      return {
        counts: countsOfAllStates.filter(({ slaState }) => filter.slaState?.includes(slaState) ?? true),
        countsOfAllStates,
        cards: Map.groupBy(cards, ({ record }) => record.obstacle.status),
      }
    }),
  }),
}))
