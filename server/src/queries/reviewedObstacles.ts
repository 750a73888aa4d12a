import { subjectKinds, type SubjectKind } from '@goshayesh/shared/policy'
import type { Database } from '../database/connect.ts'
import type { MilestoneRow } from '../database/tables.ts'
import { filterObstacles, type Sight } from './filterObstacles.ts'
import { visibleObstacles } from './visibleObstacles.ts'

/** What a review is about. */
export interface ReviewScope {
  sight: Sight
  /** Null: all. */
  kinds: readonly SubjectKind[] | null
  /** Only what belongs to this milestone. */
  milestoneId: number | null
  /** Until when the review looks ahead. */
  milestone: MilestoneRow | null
}

/** The obstacles of a review: what the viewer sees, without the rejected and the merged. */
export function reviewedObstacles(db: Database, { sight, kinds, milestoneId }: ReviewScope) {
  // All kinds are named one by one: then the index by kind and date serves.
  const filter = { subjectKind: kinds ?? subjectKinds, milestoneId }
  return visibleObstacles(db, sight.viewer, { kinds })
    .where(filterObstacles(db, filter, sight))
    .where('obstacle.status', 'not in', ['REJECTED', 'MERGED'])
}
