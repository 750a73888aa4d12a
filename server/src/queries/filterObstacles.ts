import type { Category, Severity, SubjectKind } from '@goshayesh/shared/policy'
import { invalid } from '@goshayesh/shared/refusal'
import type { ObstacleStatus } from '@goshayesh/shared/workflow'
import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { Rules } from '../records/Rules.ts'
import { NEVER } from '../records/ObstacleRecord.ts'
import { milestoneColumn } from './milestoneColumn.ts'
import { searchMatch } from './searchMatch.ts'
import { slaStateColumn, type SlaState } from './slaState.ts'
import type { Actor } from '../records/Actor.ts'
import { affects } from './visibleObstacles.ts'

/** Which obstacles are asked for; what is left out or null does not narrow. Instants are epoch milliseconds. */
export interface ObstacleFilter {
  status?: readonly ObstacleStatus[] | null | undefined
  subjectKind?: readonly SubjectKind[] | null | undefined
  agencyCode?: readonly string[] | null | undefined
  category?: readonly Category[] | null | undefined
  severity?: readonly Severity[] | null | undefined
  ownerId?: number | null | undefined
  reporterId?: number | null | undefined
  milestoneId?: number | null | undefined
  mine?: boolean | null | undefined
  overdue?: boolean | null | undefined
  dueBefore?: number | null | undefined
  dueAfter?: number | null | undefined
  minEscalationLevel?: number | null | undefined
  maxEscalationLevel?: number | null | undefined
  extensionPending?: boolean | null | undefined
  resolvedAfter?: number | null | undefined
  search?: string | null | undefined
  slaState?: readonly SlaState[] | null | undefined
}

/** What a filter is read against. */
export interface Sight {
  viewer: Actor
  rules: Rules
  now: number
}

const MOST = 100

/** The condition that a filter states, to be put behind visibleObstacles. INVALID with the path "filter…". */
export function filterObstacles(filter: ObstacleFilter, { viewer, rules, now }: Sight) {
  const lists = (['status', 'subjectKind', 'agencyCode', 'category', 'severity', 'slaState'] as const).filter(
    (name) => (filter[name]?.length ?? 0) > MOST,
  )
  if (lists[0]) throw invalid(`filter.${lists[0]}`, 'TOO_MANY', MOST)
  const search = filter.search?.trim() ? searchMatch('filter.search', filter.search, 'AND') : undefined

  return (eb: ExpressionBuilder<Tables, 'obstacle'>): Expression<SqlBool> => {
    const all: Expression<SqlBool>[] = []
    if (filter.status) all.push(eb('obstacle.status', 'in', filter.status))
    if (filter.subjectKind) all.push(eb('obstacle.subject_kind', 'in', filter.subjectKind))
    if (filter.category) all.push(eb('obstacle.category', 'in', filter.category))
    if (filter.severity) all.push(eb('obstacle.severity', 'in', filter.severity))
    if (filter.slaState) all.push(eb(slaStateColumn(now), 'in', filter.slaState))
    if (filter.agencyCode) {
      const codes = [...filter.agencyCode]
      all.push(eb.or([eb('obstacle.agency_code', 'in', codes), affects(eb, codes)]))
    }
    if (filter.ownerId != null) all.push(eb('obstacle.owner_id', '=', filter.ownerId))
    if (filter.reporterId != null) all.push(eb('obstacle.reporter_id', '=', filter.reporterId))
    if (filter.milestoneId != null) all.push(eb(milestoneColumn(rules), '=', filter.milestoneId))
    if (filter.mine != null) all.push(eb('obstacle.owner_id', filter.mine ? 'is' : 'is not', viewer.id))
    if (filter.overdue != null) all.push(eb('obstacle.overdue', '=', filter.overdue ? 1 : 0))
    if (filter.dueBefore != null) all.push(eb('obstacle.next_due_at', '<', filter.dueBefore))
    // Those without an open deadline stand at the end of time.
    if (filter.dueAfter != null)
      all.push(eb('obstacle.next_due_at', '>=', filter.dueAfter), eb('obstacle.next_due_at', '<', NEVER))
    if (filter.minEscalationLevel != null)
      all.push(eb('obstacle.escalation_level', '>=', filter.minEscalationLevel))
    if (filter.maxEscalationLevel != null)
      all.push(eb('obstacle.escalation_level', '<=', filter.maxEscalationLevel))
    if (filter.resolvedAfter != null) all.push(eb('obstacle.resolved_at', '>=', filter.resolvedAfter))
    if (filter.extensionPending != null)
      all.push(filter.extensionPending ? extensionPending(eb) : eb.not(extensionPending(eb)))
    if (search === null) all.push(sql.lit(false))
    else if (search !== undefined) all.push(found(search))
    return eb.and(all)
  }
}

function extensionPending(eb: ExpressionBuilder<Tables, 'obstacle'>): Expression<SqlBool> {
  return eb.exists(
    eb
      .selectFrom('extension')
      .select('extension.id')
      .whereRef('extension.province_id', '=', 'obstacle.province_id')
      .whereRef('extension.obstacle_id', '=', 'obstacle.id')
      .where('extension.decision', '=', 'PENDING'),
  )
}

/** The full-text index knows the obstacle by these words. */
export function found(match: string): Expression<SqlBool> {
  return sql<SqlBool>`obstacle.id in (select rowid from obstacle_search where obstacle_search match ${match})`
}
