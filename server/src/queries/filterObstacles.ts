import type { Category, DeadlineKind, Severity, SubjectKind } from '@goshayesh/shared/policy'
import { invalid } from '@goshayesh/shared/refusal'
import type { ObstacleStatus } from '@goshayesh/shared/workflow'
import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely'
import type { Database } from '../database/connect.ts'
import { foundByWords } from '../database/wordIndex.ts'
import type { Put } from '../database/statement.ts'
import type { AgencyField, ExtensionRow, Tables } from '../database/tables.ts'
import type { Rules } from '../records/Rules.ts'
import { NEVER } from '../records/ObstacleRecord.ts'
import { milestoneColumn } from './milestoneColumn.ts'
import { searchMatch } from './searchMatch.ts'
import { slaStateColumn, type SlaState } from './slaState.ts'
import type { Actor } from '../records/Actor.ts'
import { isIn, obstaclesOfAgencies, type Seer } from './visibleObstacles.ts'

/** Which obstacles are asked for; what is left out or null does not narrow. Instants are epoch milliseconds. */
export interface ObstacleFilter {
  status?: readonly ObstacleStatus[] | null | undefined
  subjectKind?: readonly SubjectKind[] | null | undefined
  agencyCode?: readonly string[] | null | undefined
  subjectAgencyCode?: readonly string[] | null | undefined
  agencyField?: readonly AgencyField[] | null | undefined
  category?: readonly Category[] | null | undefined
  severity?: readonly Severity[] | null | undefined
  ownerId?: number | null | undefined
  reporterId?: number | null | undefined
  milestoneId?: number | null | undefined
  mine?: boolean | null | undefined
  followed?: boolean | null | undefined
  overdue?: boolean | null | undefined
  dueBefore?: number | null | undefined
  dueAfter?: number | null | undefined
  minEscalationLevel?: number | null | undefined
  maxEscalationLevel?: number | null | undefined
  extensionPending?: boolean | null | undefined
  extension?: ExtensionAsked | null | undefined
  stopped?: StoppedClock | null | undefined
  resolvedAfter?: number | null | undefined
  resolvedBefore?: number | null | undefined
  search?: string | null | undefined
  slaState?: readonly SlaState[] | null | undefined
}

/** A clock that was stopped at this instant or later; in time, too late, or either. */
export interface StoppedClock {
  kind: DeadlineKind
  after: number
  inTime?: boolean | null | undefined
}

/** A request for an extension with one of these decisions, made at this instant or later or still waiting. */
export interface ExtensionAsked {
  decision?: readonly ExtensionRow['decision'][] | null | undefined
  after: number
}

/** What a filter is read against. */
export interface Sight {
  viewer: Actor
  rules: Rules
  now: number
}

/** The same, where the places of a statement may stand for it. */
export interface SightAt {
  viewer: Seer
  rules: Pick<Rules, 'milestones'>
  now: Put<number>
  /** Of the one obstacle that is asked about, if there is only one: then nothing is gathered of others. */
  id?: number
}

const MOST = 100
const listNames = [
  'status',
  'subjectKind',
  'agencyCode',
  'subjectAgencyCode',
  'agencyField',
  'category',
  'severity',
  'slaState',
] as const

/** The condition that a filter states, to be put behind visibleObstacles. INVALID with the path "filter…". */
export function filterObstacles(db: Database, filter: ObstacleFilter, { viewer, rules, now, id }: SightAt) {
  const lists = listNames.filter((name) => (filter[name]?.length ?? 0) > MOST)
  if (lists[0]) throw invalid(`filter.${lists[0]}`, 'TOO_MANY', MOST)
  const search = filter.search?.trim() ? searchMatch('filter.search', filter.search, 'AND') : undefined

  const { provinceId } = viewer
  const among = { statuses: filter.status, id }

  return (eb: ExpressionBuilder<Tables, 'obstacle'>): Expression<SqlBool> => {
    const all: Expression<SqlBool>[] = []
    if (filter.status) all.push(eb('obstacle.status', 'in', filter.status))
    if (filter.subjectKind) all.push(eb('obstacle.subject_kind', 'in', filter.subjectKind))
    if (filter.category) all.push(eb('obstacle.category', 'in', filter.category))
    if (filter.severity) all.push(eb('obstacle.severity', 'in', filter.severity))
    if (filter.slaState) all.push(eb(slaStateColumn(now), 'in', filter.slaState))
    if (filter.agencyCode) all.push(isIn(obstaclesOfAgencies(db, provinceId, [...filter.agencyCode], among)))
    if (filter.subjectAgencyCode) all.push(eb('obstacle.agency_code', 'in', filter.subjectAgencyCode))
    if (filter.agencyField)
      all.push(
        isIn(obstaclesOfAgencies(db, provinceId, agenciesIn(db, provinceId, filter.agencyField), among)),
      )
    if (filter.ownerId != null) all.push(eb('obstacle.owner_id', '=', filter.ownerId))
    if (filter.reporterId != null) all.push(eb('obstacle.reporter_id', '=', filter.reporterId))
    if (filter.milestoneId != null) all.push(eb(milestoneColumn(rules), '=', filter.milestoneId))
    if (filter.mine != null)
      all.push(eb('obstacle.owner_id', filter.mine ? '=' : 'is distinct from', viewer.id))
    if (filter.followed != null) {
      const followed = eb('obstacle.id', 'in', followedBy(db, viewer, id))
      all.push(filter.followed ? followed : eb.not(followed))
    }
    // As it stands in the partial index.
    if (filter.overdue != null) all.push(eb('obstacle.overdue', '=', sql.lit(filter.overdue ? 1 : 0)))
    if (filter.dueBefore != null) all.push(eb('obstacle.next_due_at', '<', filter.dueBefore))
    // Those without an open deadline stand at the end of time.
    if (filter.dueAfter != null)
      all.push(eb('obstacle.next_due_at', '>=', filter.dueAfter), eb('obstacle.next_due_at', '<', NEVER))
    if (filter.minEscalationLevel != null)
      all.push(eb('obstacle.escalation_level', '>=', filter.minEscalationLevel))
    if (filter.maxEscalationLevel != null)
      all.push(eb('obstacle.escalation_level', '<=', filter.maxEscalationLevel))
    if (filter.resolvedAfter != null) all.push(eb('obstacle.resolved_at', '>=', filter.resolvedAfter))
    if (filter.resolvedBefore != null) all.push(eb('obstacle.resolved_at', '<', filter.resolvedBefore))
    if (filter.stopped) all.push(eb('obstacle.id', 'in', stopped(db, provinceId, filter.stopped, id)))
    if (filter.extension)
      all.push(eb('obstacle.id', 'in', extensionAsked(db, provinceId, filter.extension, id)))
    if (filter.extensionPending != null)
      all.push(filter.extensionPending ? extensionPending(eb) : eb.not(extensionPending(eb)))
    if (search === null) all.push(sql.lit(false))
    else if (search !== undefined) all.push(foundByWords(db, search))
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

function followedBy(db: Database, person: Seer, id: number | undefined) {
  const followed = db
    .selectFrom('follower')
    .select('follower.obstacle_id')
    .where('follower.province_id', '=', person.provinceId)
    .where('follower.user_id', '=', person.id)
  return id === undefined ? followed : followed.where('follower.obstacle_id', '=', id)
}

function agenciesIn(
  db: Database,
  provinceId: Put<number>,
  fields: readonly AgencyField[],
): Expression<string> {
  return db
    .selectFrom('agency')
    .select('agency.code')
    .where('agency.province_id', '=', provinceId)
    .where('agency.field', 'in', fields)
    .$asScalar()
}

function stopped(
  db: Database,
  provinceId: Put<number>,
  { kind, after, inTime }: StoppedClock,
  id: number | undefined,
) {
  let clocks = db
    .selectFrom('deadline')
    .select('deadline.obstacle_id')
    .where('deadline.province_id', '=', provinceId)
    // As it stands in the partial index.
    .where(sql<boolean>`deadline.state = 'DONE'`)
    .where('deadline.stopped_at', '>=', after)
    .where('deadline.kind', '=', kind)
  if (inTime != null) clocks = clocks.where('deadline.breached_at', inTime ? 'is' : 'is not', null)
  return id === undefined ? clocks : clocks.where('deadline.obstacle_id', '=', id)
}

function extensionAsked(
  db: Database,
  provinceId: Put<number>,
  { decision, after }: ExtensionAsked,
  id: number | undefined,
) {
  let requests = db
    .selectFrom('extension')
    .select('extension.obstacle_id')
    .where('extension.province_id', '=', provinceId)
    .where((of) =>
      of.or([of('extension.requested_at', '>=', after), of('extension.decision', '=', 'PENDING')]),
    )
  if (decision) requests = requests.where('extension.decision', 'in', decision)
  return id === undefined ? requests : requests.where('extension.obstacle_id', '=', id)
}
