import type { ObstacleFilter as Filter } from '../queries/filterObstacles.ts'
import { builder } from './builder.ts'
import {
  AgencyField,
  Category,
  DeadlineKind,
  ExtensionDecision,
  ObstacleStatus,
  Severity,
  SlaState,
  SubjectKind,
} from './enums.ts'
import { inputId } from './ids.ts'

const StoppedClockFilter = builder.inputType('StoppedClockFilter', {
  description: 'A clock of this kind was stopped.',
  fields: (t) => ({
    kind: t.field({ type: DeadlineKind, required: true }),
    after: t.field({ type: 'DateTime', required: true, description: 'At this instant or later.' }),
    inTime: t.boolean({ description: 'Or too late; left out: either.' }),
  }),
})

const ExtensionFilter = builder.inputType('ExtensionFilter', {
  description: 'An extension was requested.',
  fields: (t) => ({
    decision: t.field({ type: [ExtensionDecision] }),
    after: t.field({
      type: 'DateTime',
      required: true,
      description: 'At this instant or later, or it still waits for a decision.',
    }),
  }),
})

export const ObstacleFilter = builder.inputType('ObstacleFilter', {
  fields: (t) => ({
    status: t.field({ type: [ObstacleStatus] }),
    subjectKind: t.field({ type: [SubjectKind] }),
    agencyCode: t.stringList({ description: "The subject's agency or an affected one." }),
    subjectAgencyCode: t.stringList({ description: "The subject's agency only." }),
    agencyField: t.field({ type: [AgencyField], description: 'Of one of those agencies.' }),
    category: t.field({ type: [Category] }),
    severity: t.field({ type: [Severity] }),
    ownerId: t.id(),
    reporterId: t.id(),
    milestoneId: t.id(),
    mine: t.boolean({ description: 'Owned by the viewer.' }),
    followed: t.boolean({ description: 'By the viewer.' }),
    overdue: t.boolean(),
    dueBefore: t.field({ type: 'DateTime' }),
    dueAfter: t.field({ type: 'DateTime', description: 'At this instant or later.' }),
    minEscalationLevel: t.int(),
    maxEscalationLevel: t.int(),
    extensionPending: t.boolean({ description: 'A request for an extension waits for a decision.' }),
    resolvedAfter: t.field({ type: 'DateTime', description: 'Declared removed at this instant or later.' }),
    resolvedBefore: t.field({ type: 'DateTime' }),
    stopped: t.field({ type: StoppedClockFilter }),
    extension: t.field({ type: ExtensionFilter }),
    search: t.string({ description: 'Full text, Persian-aware; of more than 1,000 hits the newest.' }),
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
