import { prefetch } from '../data/createData.ts'
import {
  BoardDocument,
  type BoardQueryVariables,
  ObstacleListDocument,
  type ObstacleListQueryVariables,
} from '../gql/graphql.ts'
import { type BoardParams, filterOf, type Track, trackOf, viewOf } from './boardFilter.ts'

const CARDS_PER_COLUMN = 50

/** Asks for the board beside its code and the session, so that one round trip paints it. */
export function preloadBoard(route: Record<string, string>, query: BoardParams): void {
  const track = trackOf(route['track'])
  const view = viewOf(query)
  if (view === 'list') prefetch(ObstacleListDocument, listVariables(track, query))
  else if (view === 'board') prefetch(BoardDocument, boardVariables(track, query))
}

export function boardVariables(track: Track, params: BoardParams): BoardQueryVariables {
  return { filter: filterOf(track, params), perColumn: CARDS_PER_COLUMN }
}

export function listVariables(track: Track, params: BoardParams): ObstacleListQueryVariables {
  return { filter: filterOf(track, params) }
}
