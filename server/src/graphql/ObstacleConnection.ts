import { invalid } from '@goshayesh/shared/refusal'
import { countObstacles, listObstacles, type ObstaclePage } from '../queries/listObstacles.ts'
import type { ObstacleFilter as Filter } from '../queries/filterObstacles.ts'
import { pageSize } from '../queries/pageSize.ts'
import type { SeenObstacle } from '../queries/seenObstacles.ts'
import { similarObstacles } from '../queries/similarObstacles.ts'
import { obstacleIdByNumber } from '../queries/obstacleIdByNumber.ts'
import { toLatinDigits } from '@goshayesh/shared/digits'
import { asViewer } from './asViewer.ts'
import { builder } from './builder.ts'
import { loadersOf, sightOf } from './Context.ts'
import { ObstacleOrder } from './enums.ts'
import { readId } from './ids.ts'
import { ObstacleFilter, readFilter } from './ObstacleFilter.ts'

interface Edge {
  cursor: string
  node: SeenObstacle
}

const ObstacleEdge = builder.objectRef<Edge>('ObstacleEdge').implement({
  fields: (t) => ({
    cursor: t.exposeString('cursor'),
    node: t.field({ type: 'Obstacle', resolve: ({ node }) => node }),
  }),
})

const ObstacleConnection = builder
  .objectRef<{ page: ObstaclePage; edges: Edge[]; filter: Filter }>('ObstacleConnection')
  .implement({
    fields: (t) => ({
      edges: t.field({ type: [ObstacleEdge], resolve: ({ edges }) => edges }),
      pageInfo: t.field({
        type: 'PageInfo',
        resolve: ({ page: { hasNextPage, hasPreviousPage }, edges }) => ({
          hasNextPage,
          hasPreviousPage,
          startCursor: edges.at(0)?.cursor ?? null,
          endCursor: edges.at(-1)?.cursor ?? null,
        }),
      }),
      totalCount: t.int({
        resolve: async ({ filter }, _args, context) =>
          countObstacles(context.store.db, await sightOf(context), filter),
      }),
    }),
  })

const SimilarObstacle = builder
  .objectRef<{ obstacle: SeenObstacle; score: number }>('SimilarObstacle')
  .implement({
    fields: (t) => ({
      obstacle: t.field({ type: 'Obstacle', resolve: ({ obstacle }) => obstacle }),
      score: t.exposeFloat('score'),
    }),
  })

builder.queryFields((t) => ({
  obstacles: t.field({
    type: ObstacleConnection,
    args: {
      filter: t.arg({ type: ObstacleFilter }),
      orderBy: t.arg({ type: ObstacleOrder, defaultValue: 'DUE_FIRST' }),
      first: t.arg.int({ defaultValue: 50 }),
      after: t.arg.string(),
      last: t.arg.int(),
      before: t.arg.string(),
    },
    resolve: asViewer(async (context, { orderBy, first, after, last, before, ...args }) => {
      const filter = readFilter(args.filter)
      const asked = { orderBy: orderBy ?? 'DUE_FIRST', first, after, last, before }
      const page = await listObstacles(context.store.db, await sightOf(context), filter, asked)
      const nodes = await loadersOf(context).obstaclesWith(page.rows)
      const cursors = new Map(page.rows.map(({ id, cursor }) => [id, cursor]))
      const edges = nodes.map((node) => ({ node, cursor: cursors.get(node.record.obstacle.id) ?? '' }))
      return { page, edges, filter }
    }),
  }),
  obstacle: t.field({
    type: 'Obstacle',
    nullable: true,
    description: 'By id or by ref ("OB-104", «م-۱۰۴»).',
    args: { id: t.arg.id(), ref: t.arg.string() },
    resolve: asViewer(async (context, { id, ref }, viewer) => {
      if (id == null && ref == null) throw invalid('id', 'REQUIRED')
      if (id != null && ref != null) throw invalid('ref', 'NOT_ALLOWED')
      const found =
        id != null
          ? readId(id)
          : await obstacleIdByNumber(context.store.db, viewer.provinceId, numberOf(ref ?? ''))
      return found === null ? null : loadersOf(context).obstacles.get(found)
    }),
  }),
  similarObstacles: t.field({
    type: [SimilarObstacle],
    description:
      'Open ones that read like the text, the most alike first. A suggestion: what has a rare word of it is found however old, of common words the newest are.',
    args: { text: t.arg.string({ required: true }), first: t.arg.int({ defaultValue: 5 }) },
    resolve: asViewer(async (context, { text, first }, viewer) => {
      const scores = await similarObstacles(context.store.db, viewer, text, pageSize('first', first, 5))
      const obstacles = await loadersOf(context).obstacles.all(scores.map(({ id }) => id))
      const scoreOf = new Map(scores.map(({ id, score }) => [id, score]))
      return obstacles.map((obstacle) => ({ obstacle, score: scoreOf.get(obstacle.record.obstacle.id) ?? 0 }))
    }),
  }),
}))

function numberOf(ref: string): number | null {
  const match = /^\s*(?:OB|م)\s*-\s*(\d{1,15})\s*$/i.exec(toLatinDigits(ref.slice(0, 50)))
  return match ? Number(match[1]) : null
}
