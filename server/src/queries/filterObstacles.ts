import type { Category, DeadlineKind, Severity, SubjectKind } from '@goshayesh/shared/policy'
import type { ObstacleStatus } from '@goshayesh/shared/workflow'
import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely'
import type { Database } from '../database/connect.ts'
import { fewWith, gathered, isAmongFew, isAmongMany } from '../database/dialects.ts'
import { foundByWords } from '../database/wordIndex.ts'
import type { Put } from '../database/statement.ts'
import type { AgencyField, ExtensionRow, Tables } from '../database/tables.ts'
import type { Rules } from '../records/Rules.ts'
import { NEVER } from '../records/ObstacleRecord.ts'
import { checkList } from './checkList.ts'
import { milestoneColumn } from './milestoneColumn.ts'
import { searchMatch } from './searchMatch.ts'
import { slaStateColumn, type SlaState } from './slaState.ts'
import type { Actor } from '../records/Actor.ts'
import { obstaclesAmong, obstaclesOfAgencies, type Among, type Seer } from './visibleObstacles.ts'

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

/** The condition that a filter states, to be put behind visibleObstacles. INVALID with the path "filter…". */
export function filterObstacles(db: Database, filter: ObstacleFilter, sight: SightAt) {
  check(filter)
  const among = { statuses: filter.status, id: sight.id }
  return (eb: ExpressionBuilder<Tables, 'obstacle'>): Expression<SqlBool> => {
    const asked: Asked = { db, eb, among, ...sight }
    return eb.and(names.flatMap((name) => conditionOf(name, filter, asked)))
  }
}

function check({ search, extension, ...filter }: ObstacleFilter): void {
  for (const [name, value] of Object.entries(filter)) checkList(`filter.${name}`, value)
  checkList('filter.extension.decision', extension?.decision)
  if (search?.trim()) searchMatch('filter.search', search)
}

interface Asked extends SightAt {
  db: Database
  eb: ExpressionBuilder<Tables, 'obstacle'>
  among: Among
}
type Named = { [Name in keyof ObstacleFilter]-?: NonNullable<ObstacleFilter[Name]> }

const conditions: { [Name in keyof Named]: (value: Named[Name], asked: Asked) => Expression<SqlBool> } = {
  status: (statuses, { eb }) => eb('obstacle.status', 'in', statuses),
  subjectKind: (kinds, { eb }) => eb('obstacle.subject_kind', 'in', kinds),
  category: (categories, { eb }) => eb('obstacle.category', 'in', categories),
  severity: (severities, { eb }) => eb('obstacle.severity', 'in', severities),
  slaState: (states, { eb, now }) => eb(slaStateColumn(now), 'in', states),
  agencyCode: (codes, { db, viewer, among }) =>
    isAmongFew(db, 'obstacle.id', obstaclesOfAgencies(db, viewer.provinceId, [...codes], among)),
  subjectAgencyCode: (codes, asked) => few(asked, 'agency_code', codes),
  agencyField: (fields, { db, viewer: { provinceId }, among }) => {
    const codes = agenciesIn(db, provinceId, fields)
    return isAmongMany(db, 'obstacle.id', obstaclesOfAgencies(db, provinceId, codes, among))
  },
  ownerId: (id, asked) => few(asked, 'owner_id', [id]),
  reporterId: (id, asked) => few(asked, 'reporter_id', [id]),
  milestoneId: (id, { eb, rules }) => eb(milestoneColumn(rules), '=', id),
  mine: (is, asked) =>
    is
      ? few(asked, 'owner_id', [asked.viewer.id])
      : asked.eb('obstacle.owner_id', 'is distinct from', asked.viewer.id),
  followed: (is, { db, eb, viewer, id }) =>
    is
      ? eb('obstacle.id', ...gathered(db, followedBy(db, viewer, id).$asScalar()))
      : eb('obstacle.id', 'not in', followedBy(db, viewer, id)),
  // As it stands in the partial index.
  overdue: (is, { eb }) => eb('obstacle.overdue', '=', sql.lit(is ? 1 : 0)),
  dueBefore: (at, { eb }) => eb('obstacle.next_due_at', '<', at),
  // Those without an open deadline stand at the end of time.
  dueAfter: (at, { eb }) =>
    eb.and([eb('obstacle.next_due_at', '>=', at), eb('obstacle.next_due_at', '<', NEVER)]),
  minEscalationLevel: (level, { eb }) => eb('obstacle.escalation_level', '>=', level),
  maxEscalationLevel: (level, { eb }) => eb('obstacle.escalation_level', '<=', level),
  resolvedAfter: (at, { eb }) => eb('obstacle.resolved_at', '>=', at),
  resolvedBefore: (at, { eb }) => eb('obstacle.resolved_at', '<', at),
  stopped: (clock, { db, eb, viewer, id }) =>
    eb('obstacle.id', ...gathered(db, stopped(db, viewer.provinceId, clock, id).$asScalar())),
  extension: (extension, { db, eb, viewer, id }) =>
    eb('obstacle.id', ...gathered(db, extensionAsked(db, viewer.provinceId, extension, id).$asScalar())),
  extensionPending: (is, { db, eb, viewer, id }) =>
    is
      ? eb('obstacle.id', ...gathered(db, extensionPending(db, viewer.provinceId, id).$asScalar()))
      : eb('obstacle.id', 'not in', extensionPending(db, viewer.provinceId, id)),
  search: (text, { db }) => {
    if (!text.trim()) return sql.lit(true)
    const words = searchMatch('filter.search', text)
    return words ? foundByWords(db, words) : sql.lit(false)
  },
}
const names = Object.keys(conditions) as (keyof Named)[]

function conditionOf(name: keyof Named, filter: ObstacleFilter, asked: Asked): Expression<SqlBool>[] {
  const value = filter[name]
  if (value == null) return []
  const condition = conditions[name] as (value: Named[typeof name], asked: Asked) => Expression<SqlBool>
  return [condition(value, asked)]
}

/** Those of a person or an agency are few beside all. */
function few(
  { db, eb, viewer, among }: Asked,
  column: 'agency_code' | 'owner_id' | 'reporter_id',
  values: readonly Put<number>[] | readonly string[],
): Expression<SqlBool> {
  const ids = obstaclesAmong(db, viewer.provinceId, among).where(`own.${column}`, 'in', values)
  return fewWith(db, eb(`obstacle.${column}`, 'in', values), 'obstacle.id', ids)
}

/** Few beside all that would have to be looked through for them. */
function extensionPending(db: Database, provinceId: Put<number>, id: number | undefined) {
  const requests = db
    .selectFrom('extension')
    .select('extension.obstacle_id')
    .where('extension.province_id', '=', provinceId)
    .where('extension.decision', '=', 'PENDING')
  return id === undefined ? requests : requests.where('extension.obstacle_id', '=', id)
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
