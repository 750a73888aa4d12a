import type { SubjectKind } from '../gql/graphql.ts'

/** The two registers that a review is about, as they stand in the address and in that of the lists. */
export const reviewTracks = {
  'single-window': ['SINGLE_WINDOW'],
  agencies: ['AGENCY', 'SERVICE'],
} as const satisfies Record<string, readonly SubjectKind[]>
export type ReviewTrack = keyof typeof reviewTracks

export function reviewTrackOf(text: string | undefined): ReviewTrack {
  return text === 'agencies' ? 'agencies' : 'single-window'
}

/** The list of what was resolved between two instants; undefined where there are none. */
export function resolvedHref(
  track: ReviewTrack,
  resolvedFrom: string | null,
  resolvedTo: string | null,
): string | undefined {
  if (resolvedFrom === null || resolvedTo === null) return undefined
  return rowsHref(track, { status: 'done', resolvedFrom, resolvedTo })
}

/** The list of what a figure counts: rowsHref('agencies', { status: 'open' }). */
export function rowsHref(track: ReviewTrack, narrowed: Record<string, string>): string {
  return `/b/${track}?${new URLSearchParams({ view: 'list', ...narrowed }).toString()}`
}
