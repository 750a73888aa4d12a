import type { TileFragment } from '../gql/graphql.ts'

const DARKEST = 4

/** How dark a tile is: 0 nothing open, 1 something open, 2 to 4 by how much is overdue. */
export function heatOf({
  openCount,
  overdueCount,
}: Pick<TileFragment, 'openCount' | 'overdueCount'>): number {
  if (overdueCount > 0) return Math.min(overdueCount + 1, DARKEST)
  return openCount > 0 ? 1 : 0
}
