import type { ExtensionFacts } from '@goshayesh/shared/permissions'
import type { ExtensionRow } from '../database/tables.ts'
import type { ObstacleRecord } from './ObstacleRecord.ts'
import { capOf, type Rules } from './Rules.ts'

/** What permissions ask about a request for an extension. */
export function extensionFacts(
  rules: Rules,
  record: ObstacleRecord,
  extension: ExtensionRow,
): ExtensionFacts {
  const { calendar } = rules
  const deadline = record.deadlines.find(({ id }) => id === extension.deadline_id)
  const asked = calendar.closeOn(extension.until)
  const cap = deadline?.kind === 'RESOLVE' ? capOf(rules, record.obstacle) : null
  return {
    requestedById: extension.requested_by,
    approvedBefore: record.extensions.filter(({ decision }) => decision === 'APPROVED').length,
    workingDays: calendar.workingDaysBetween(deadline?.due_at ?? asked, asked),
    pastMilestone: cap !== null && asked > cap.dueAt,
  }
}
