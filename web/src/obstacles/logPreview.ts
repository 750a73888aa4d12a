import { dateText } from '../data/dateText.ts'
import type { PreviewBySeverityQuery, Severity } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import type { LogDraft } from './logDraft.ts'

type Preview = PreviewBySeverityQuery[Severity]

/** What the due dates hang on; undefined while too little is known. */
export function previewVariables({ category, where, milestoneId }: LogDraft) {
  if (!category || !where) return undefined
  const of = (severity: Severity) => ({
    category,
    subjectKind: where,
    severity,
    milestoneId: milestoneId || null,
  })
  return { low: of('LOW'), medium: of('MEDIUM'), high: of('HIGH'), critical: of('CRITICAL') }
}

/** When it would have to be resolved, as far as that can be told. */
export function resolveHint(preview: Preview | undefined): string {
  if (!preview) return t().log.resolvePending
  const resolve = preview.find(({ kind }) => kind === 'RESOLVE')
  if (!resolve) return t().log.resolveNone
  const due = dateText(Date.parse(resolve.dueAt))
  return resolve.cappedBy ? t().log.resolveByCap(due, resolve.cappedBy.name) : t().log.resolveBy(due)
}

/** When the secretariat would have to answer. */
export function assignBy(preview: Preview | undefined): string | undefined {
  const assign = preview?.find(({ kind }) => kind === 'ASSIGN')
  return assign && dateText(Date.parse(assign.dueAt), { time: true, near: true })
}
