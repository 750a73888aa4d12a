import type { ColumnType, Generated, Selectable } from 'kysely'
import type { ClosureKind } from '@goshayesh/shared/calendar'
import type { DeadlineState } from '@goshayesh/shared/deadline'
import type { EventKind } from '@goshayesh/shared/eventKinds'
import type { Category, DeadlineKind, Severity, SubjectKind, TargetUnit } from '@goshayesh/shared/policy'
import type { Role } from '@goshayesh/shared/permissions'
import type { NoticeKind } from '@goshayesh/shared/recipients'
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
  second_factor: SecondFactorTable
  recovery_code: RecoveryCodeTable
  agency: AgencyTable
  stage_change: StageChangeTable
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
  act: ActTable
  seal: SealTable
  notice: NoticeTable
  attachment: AttachmentTable
  solution_step: SolutionStepTable
  follower: FollowerTable
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
  /** Rises whenever its agencies, services or people change. */
  directory_stamp: Generated<number>
}

export const stages = ['NOT_LOADED', 'LOADED', 'CONNECTED', 'PILOT', 'OPERATING'] as const
export type Stage = (typeof stages)[number]

/** Fields of work, in the order of the grid. */
export const agencyFields = [
  'ECONOMY',
  'LAND_AND_TRANSPORT',
  'UTILITIES',
  'AGRICULTURE',
  'HEALTH',
  'CULTURE',
  'GOVERNANCE',
] as const
export type AgencyField = (typeof agencyFields)[number]

export interface UserTable {
  id: Generated<number>
  province_id: number
  /** Lower case; unique over all provinces. */
  email: string
  name: string
  role: Role
  agency_code: string | null
  password_hash: string | null
  /** When a password ends that was made for the person; null for one of the own. */
  password_expires_at: number | null
  suspended_at: number | null
  created_at: number
}

export interface SessionTable {
  /** SHA-256 of the cookie's value. */
  token_hash: string
  user_id: number
  created_at: number
  expires_at: number
  /** As its browser called itself: "Firefox, Windows". */
  device: Generated<string | null>
  /** To the hour; null until an hour after signing in. */
  used_at: Generated<number | null>
}

export interface SignInAttemptTable {
  email: string
  failures: number
  last_failed_at: number
}

export interface SecondFactorTable {
  user_id: number
  province_id: number
  /** Hidden: see database/secrets. */
  secret: string
  begun_at: number
  /** Since when its codes are asked for; null while it is being set up. */
  confirmed_at: number | null
  /** The latest step of time of which a code was taken. */
  last_step: number
}

export interface RecoveryCodeTable {
  user_id: number
  province_id: number
  /** SHA-256 of the code; used ones are gone. */
  code_hash: string
}

export interface AgencyTable {
  province_id: number
  code: string
  name_fa: string
  name_en: string
  kind: string
  stage: Stage
  field: Generated<AgencyField>
  /** An active official of the agency. */
  focal_point_id: number | null
}

export interface StageChangeTable {
  id: Generated<number>
  province_id: number
  agency_code: string
  before: Stage
  after: Stage
  reason: string
  changed_at: number
  changed_by: number
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
  /** Caps nothing any more; deadlines that ended under it still name it. */
  withdrawn_at: number | null
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
  /** At which step of the single window it stands, where that is the subject. */
  window_step: string | null
  letter_number: string | null
  letter_date: string | null
  solution: string | null
  rejection_reason: string | null
  merged_into_id: number | null
  /** Since when the present owner has it. */
  assigned_at: number | null
  acknowledged_at: number | null
  started_at: number | null
  /** Since when it counts as resolved; null again once it is reopened. */
  resolved_at: number | null
  comment_count: number
  idempotency_key: string | null
  version: number
  /** Rises with every change of the record that a reader could see. */
  stamp: number
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

export const extensionDecisions = ['PENDING', 'APPROVED', 'DENIED', 'LAPSED'] as const

export interface ExtensionTable {
  id: Generated<number>
  province_id: number
  obstacle_id: number
  deadline_id: number
  requested_by: number
  requested_at: number
  reason: string
  until: string
  /** LAPSED: the clock ended before anybody had decided. */
  decision: (typeof extensionDecisions)[number]
  decided_by: number | null
  decided_at: number | null
  note: string | null
  /** A leader let it pass the milestone. */
  past_cap: Flag
}

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
  /** Ids of the people whom the comment names. */
  mentions_json: Generated<string>
}

export const actKinds = [
  'CALENDAR',
  'POLICY',
  'MILESTONES',
  'AGENCY',
  'SERVICE',
  'PERSON',
  'PASSWORD',
  'SECOND_FACTOR',
  'SIGN_IN',
] as const
export type ActKind = (typeof actKinds)[number]

/** Something done to the province itself. */
export interface ActTable {
  id: Generated<number>
  province_id: number
  kind: ActKind
  /** An agency's or a service's code, a person's id; empty where the kind says all. */
  subject: string
  at: number
  /** null = from the command line. */
  actor_id: number | null
  /** [{ field, before, after }] */
  changes_json: string
}

export type SealSource = 'key' | 'event' | 'act'

/** One link of a province's audit trail; the one at position 0 stands for its key. */
export interface SealTable {
  id: Generated<number>
  province_id: number
  position: number
  source: SealSource
  row_id: number
  mac: string
}

/** One thing that one person is told: of an event, or of all deadlines that a change of the rules moved. */
export interface NoticeTable {
  id: Generated<number>
  province_id: number
  user_id: number
  event_id: number | null
  obstacle_id: number | null
  kind: NoticeKind
  actor_id: number | null
  at: number
  read_at: number | null
  /** How many deadlines moved; 1 for all else. */
  count: number
  /** Why deadlines moved. */
  reason: string | null
}

export interface AttachmentTable {
  id: Generated<number>
  province_id: number
  obstacle_id: number
  /** Its name in the folder of files: the server's own. */
  file: string
  name: string
  mime: string
  size: number
  uploaded_by: number
  uploaded_at: number
  /** The file was not there when the server started. */
  lost: Flag
}

export interface SolutionStepTable {
  id: Generated<number>
  province_id: number
  obstacle_id: number
  place: number
  text: string
  done_at: number | null
  planned_for: string | null
}

export interface FollowerTable {
  province_id: number
  obstacle_id: number
  user_id: number
  since: number
}

/** One row: what this database is for. */
export interface InstallationTable {
  id: ColumnType<number, number, never>
  demo: Flag
}

export type ProvinceRow = Selectable<ProvinceTable>
export type UserRow = Selectable<UserTable>
export type SecondFactorRow = Selectable<SecondFactorTable>
export type AgencyRow = Selectable<AgencyTable>
export type StageChangeRow = Selectable<StageChangeTable>
export type ServiceRow = Selectable<ServiceTable>
export type MilestoneRow = Selectable<MilestoneTable>
export type ObstacleRow = Selectable<ObstacleTable>
export type DeadlineRow = Selectable<DeadlineTable>
export type WaitingRow = Selectable<WaitingTable>
export type ExtensionRow = Selectable<ExtensionTable>
export type EventRow = Selectable<EventTable>
export type ActRow = Selectable<ActTable>
export type NoticeRow = Selectable<NoticeTable>
export type AttachmentRow = Selectable<AttachmentTable>
export type SolutionStepRow = Selectable<SolutionStepTable>
