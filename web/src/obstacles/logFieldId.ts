import type { LogField } from './logDraft.ts'

/** The id of a field, by which the summary of errors leads to it. */
export function logFieldId(field: LogField): string {
  return `log-${field}`
}
