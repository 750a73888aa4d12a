import type { ReviewQuery } from '../gql/graphql.ts'

export type MilestoneCounts = ReviewQuery['milestones'][number]

/** The milestone that ends next. */
export function nearestMilestone(
  milestones: readonly MilestoneCounts[],
  now: number,
): MilestoneCounts | undefined {
  return milestones
    .filter(({ dueAt }) => Date.parse(dueAt) >= now)
    .toSorted((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))[0]
}
