import type { ObstacleFilter as Filter } from '../queries/filterObstacles.ts'
import { builder } from './builder.ts'
import { Category, ObstacleStatus, Severity, SlaState, SubjectKind } from './enums.ts'
import { inputId } from './ids.ts'

export const ObstacleFilter = builder.inputType('ObstacleFilter', {
  fields: (t) => ({
    status: t.field({ type: [ObstacleStatus] }),
    subjectKind: t.field({ type: [SubjectKind] }),
    agencyCode: t.stringList({ description: "The subject's agency or an affected one." }),
    category: t.field({ type: [Category] }),
    severity: t.field({ type: [Severity] }),
    ownerId: t.id(),
    reporterId: t.id(),
    milestoneId: t.id(),
    mine: t.boolean({ description: 'Owned by the viewer.' }),
    overdue: t.boolean(),
    dueBefore: t.field({ type: 'DateTime' }),
    dueAfter: t.field({ type: 'DateTime', description: 'At this instant or later.' }),
    minEscalationLevel: t.int(),
    maxEscalationLevel: t.int(),
    extensionPending: t.boolean({ description: 'A request for an extension waits for a decision.' }),
    resolvedAfter: t.field({ type: 'DateTime', description: 'Declared removed at this instant or later.' }),
    search: t.string({ description: 'Full text, Persian-aware.' }),
    slaState: t.field({ type: [SlaState] }),
  }),
})

/** The filter with its ids read. */
export function readFilter(filter: typeof ObstacleFilter.$inferInput | null | undefined): Filter {
  if (!filter) return {}
  return {
    ...filter,
    ownerId: inputId('filter.ownerId', filter.ownerId),
    reporterId: inputId('filter.reporterId', filter.reporterId),
    milestoneId: inputId('filter.milestoneId', filter.milestoneId),
  }
}
