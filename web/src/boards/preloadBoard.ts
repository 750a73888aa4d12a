import type { RoutePreloadFuncArgs } from '@solidjs/router'
import { prefetch } from '../data/createData.ts'
import {
  BoardDocument,
  type BoardQueryVariables,
  ObstacleListDocument,
  type ObstacleListQueryVariables,
} from '../gql/graphql.ts'
import { type BoardParams, filterOf, type Track, trackOf, viewOf } from './boardFilter.ts'

const CARDS_PER_COLUMN = 50

/** Asks for the board while its code is on the way. */
export function preloadBoard({ params, location, intent }: RoutePreloadFuncArgs): void {
  if (intent === 'preload') return
  const track = trackOf(params['track'])
  const view = viewOf(location.query)
  if (view === 'list') prefetch(ObstacleListDocument, listVariables(track, location.query))
  else if (view === 'board') prefetch(BoardDocument, boardVariables(track, location.query))
}

export function boardVariables(track: Track, params: BoardParams): BoardQueryVariables {
  return { filter: filterOf(track, params), perColumn: CARDS_PER_COLUMN }
}

export function listVariables(track: Track, params: BoardParams): ObstacleListQueryVariables {
  return { filter: filterOf(track, params) }
}
