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
  if (intent !== 'preload') ask(trackOf(params['track']), location.query)
}

/** Asks for the board beside the session, where the first address is one: then one round trip paints it. */
export function preloadFirstBoard({ pathname, search }: Location): void {
  const track = /^\/b\/([^/]+)\/?$/.exec(pathname)?.[1]
  if (track) ask(trackOf(track), Object.fromEntries(new URLSearchParams(search)))
}

function ask(track: Track, query: BoardParams): void {
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
