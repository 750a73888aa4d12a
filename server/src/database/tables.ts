import type { ColumnType, Generated, Selectable } from 'kysely'
import type { ClosureKind } from '@goshayesh/shared/calendar'
import type { DeadlineState } from '@goshayesh/shared/deadline'
import type { Category, DeadlineKind, Severity, SubjectKind, TargetUnit } from '@goshayesh/shared/policy'
import type { Role } from '@goshayesh/shared/permissions'
import type { ObstacleStatus, WaitingOn } from '@goshayesh/shared/workflow'

/*
 * Every row that belongs to a province carries province_id. Instants are epoch milliseconds, civil dates
 * Jalali text ("1405-04-31"), flags 0 or 1, and columns named *_json hold JSON text.
 */
export interface Tables {
  province: ProvinceTable
  user: UserTable
  session: SessionTable
  sign_in_attempt: SignInAttemptTable
  agency: AgencyTable
  service: ServiceTable
  milestone: MilestoneTable
  weekly_hours: WeeklyHoursTable
  dated_hours: DatedHoursTable
  closure: ClosureTable
  sla_policy: SlaPolicyTable
  obstacle: ObstacleTable
  obstacle_agency: ObstacleAgencyTable
  deadline: DeadlineTable
  waiting: WaitingTable
  extension: ExtensionTable
  event: EventTable
  installation: InstallationTable
}

export type Flag = 0 | 1

export interface ProvinceTable {
  id: Generated<number>
  name_fa: string
  name_en: string
  timezone: string
  /** Changes whenever calendar, policy or milestones do: what is reckoned from them is cached under it. */
  rules_stamp: string
  /** The number given to the latest obstacle. */
  last_number: number
}

export type Stage = 'NOT_LOADED' | 'LOADED' | 'CONNECTED' | 'PILOT' | 'OPERATING'

export interface UserTable {
  id: Generated<number>
  province_id: number
  /** Lower case; unique over all provinces. */
  email: string
  name: string
  role: Role
  agency_code: string | null
  password_hash: string | null
  suspended_at: number | null
  created_at: number
}

export interface SessionTable {
  /** SHA-256 of the cookie's value. */
  token_hash: string
  user_id: number
  created_at: number
  expires_at: number
}

export interface SignInAttemptTable {
  email: string
  failures: number
  last_failed_at: number
}

export interface AgencyTable {
  province_id: number
  code: string
  name_fa: string
  name_en: string
  kind: string
  stage: Stage
}

export interface ServiceTable {
  province_id: number
  code: string
  agency_code: string
  name_fa: string
  name_en: string
  audience: string
  channel: string
  in_single_window: Flag
}

export interface MilestoneTable {
  id: Generated<number>
  province_id: number
  name: string
  due_date: string
  due_at: number
  subject_kind: SubjectKind | null
}

export interface WeeklyHoursTable {
  id: Generated<number>
  province_id: number
  from_date: string | null
  to_date: string | null
  weekday: number
  opens: string
  closes: string
}

export interface DatedHoursTable {
  id: Generated<number>
  province_id: number
  date: string
  opens: string
  closes: string
  name: string
}

export interface ClosureTable {
  id: Generated<number>
  province_id: number
  date: string
  name: string
  kind: ClosureKind
}

/** The newest row of a province is in force; the others are its history. */
export interface SlaPolicyTable {
  id: Generated<number>
  province_id: number
  set_at: number
  set_by: number | null
  policy_json: string
}

export interface ObstacleTable {
  id: Generated<number>
  province_id: number
  number: number
  title: string
  description: string
  subject_kind: SubjectKind
  agency_code: string | null
  service_code: string | null
  category: Category
  severity: Severity
  status: ObstacleStatus
  reporter_id: number
  reporter_agency_code: string | null
  owner_id: number | null
  owner_agency_code: string | null
  /** Put under it by hand; milestones of the subject's kind take obstacles in without it. */
  milestone_id: number | null
  solution: string | null
  rejection_reason: string | null
  merged_into_id: number | null
  acknowledged_at: number | null
  started_at: number | null
  comment_count: number
  idempotency_key: string | null
  version: number
  created_at: number
  updated_at: number
  /** Derived from the deadlines when they are saved: what lists filter and sort by. */
  severity_rank: number
  next_due_at: number
  next_soon_at: number
  next_paused: Flag
  overdue: Flag
  escalation_level: number
}

export interface ObstacleAgencyTable {
  province_id: number
  obstacle_id: number
  agency_code: string
}

export interface DeadlineTable {
  id: Generated<number>
  province_id: number
  obstacle_id: number
  kind: DeadlineKind
  state: DeadlineState
  started_at: number
  target_amount: number | null
  target_unit: TargetUnit | null
  /** [{ from, to }], to = null while the clock stands still. */
  pauses_json: string
  due_at: number
  original_due_at: number
  capped_by: number | null
  soon_at: number
  stopped_at: number | null
  breached_at: number | null
  warned_percent: number
  level: number
  /** The next instant at which something is owed; null when nothing is. */
  next_at: number | null
}

export interface WaitingTable {
  id: Generated<number>
  province_id: number
  obstacle_id: number
  on: WaitingOn
  party: string
  reason: string
  since: number
  until: string
  /** The opening of office on `until`; null once the waiting has ended. */
  resume_at: number | null
  ended_at: number | null
}

export interface ExtensionTable {
  id: Generated<number>
  province_id: number
  obstacle_id: number
  deadline_id: number
  requested_by: number
  requested_at: number
  reason: string
  until: string
  decision: 'PENDING' | 'APPROVED' | 'DENIED'
  decided_by: number | null
  decided_at: number | null
  note: string | null
  /** A leader let it pass the milestone. */
  past_cap: Flag
}

export const eventKinds = [
  'LOGGED',
  'EDITED',
  'ASSIGNED',
  'ACKNOWLEDGED',
  'STARTED',
  'WAITING',
  'RESUMED',
  'RESOLVED',
  'VERIFIED',
  'REOPENED',
  'REJECTED',
  'MERGED',
  'COMMENTED',
  'JOINED',
  'EXTENSION_REQUESTED',
  'EXTENSION_DECIDED',
  'WARNED',
  'BREACHED',
  'BREACH_WITHDRAWN',
  'ESCALATED',
  'DEADLINE_MOVED',
] as const
export type EventKind = (typeof eventKinds)[number]

export interface EventTable {
  id: Generated<number>
  province_id: number
  obstacle_id: number
  kind: EventKind
  /** When it happened or was owed; recorded_at is when it was written down. */
  at: number
  recorded_at: number
  /** null = the enforcer. */
  actor_id: number | null
  comment: string | null
  level: number | null
  deadline_id: number | null
  /** [{ field, before, after }] */
  changes_json: string
}

/** One row: what this database is for. */
export interface InstallationTable {
  id: ColumnType<number, number, never>
  demo: Flag
}

export type ProvinceRow = Selectable<ProvinceTable>
export type UserRow = Selectable<UserTable>
export type AgencyRow = Selectable<AgencyTable>
export type ServiceRow = Selectable<ServiceTable>
export type MilestoneRow = Selectable<MilestoneTable>
export type ObstacleRow = Selectable<ObstacleTable>
export type DeadlineRow = Selectable<DeadlineTable>
export type WaitingRow = Selectable<WaitingTable>
export type ExtensionRow = Selectable<ExtensionTable>
export type EventRow = Selectable<EventTable>
