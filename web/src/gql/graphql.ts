/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type ActivationStage =
  | 'CONNECTED'
  | 'LOADED'
  | 'NOT_LOADED'
  | 'OPERATING'
  | 'PILOT';

export type AddAgencyInput = {
  /** Small Latin letters, digits and hyphens. */
  code: string;
  field: AgencyField;
  kind: string;
  nameEn: string;
  nameFa: string;
};

export type AddServiceInput = {
  agencyCode: string;
  /** citizen, business, investor or government. */
  audience: string;
  /** online, in-person or both. */
  channel: string;
  /** Small Latin letters, digits and hyphens. */
  code: string;
  inSingleWindow: boolean;
  nameEn: string;
  nameFa: string;
};

/** Field of work, in the order of the grid. */
export type AgencyField =
  | 'AGRICULTURE'
  | 'CULTURE'
  | 'ECONOMY'
  | 'GOVERNANCE'
  | 'HEALTH'
  | 'LAND_AND_TRANSPORT'
  | 'UTILITIES';

export type AssignObstacleInput = {
  expectedVersion?: number | null | undefined;
  id: string | number;
  note?: string | null | undefined;
  ownerId: string | number;
};

export type Category =
  | 'BUDGET'
  | 'CONNECTIVITY'
  | 'DATA_QUALITY'
  | 'HARDWARE'
  | 'INTEGRATION'
  | 'PROCESS'
  | 'PUBLIC_AWARENESS'
  | 'REGULATION'
  | 'RESISTANCE'
  | 'SOFTWARE'
  | 'STAFFING'
  | 'TRAINING';

export type ChangePasswordInput = {
  current: string;
  /** At least 10 characters. */
  next: string;
};

export type ClosureKind =
  | 'AD_HOC'
  | 'HOLIDAY';

export type CommentInput = {
  id: string | number;
  /** Up to 20 people who see the obstacle; they are told. */
  mentionIds?: Array<string | number> | null | undefined;
  text: string;
};

export type CreateUserInput = {
  /** Of officials, and of nobody else. */
  agencyCode?: string | null | undefined;
  email: string;
  name: string;
  role: Role;
};

export type DatedHoursInput = {
  date: string;
  /** Of the calendar: CONFLICT where it has changed since that was read. */
  expectedVersion?: number | null | undefined;
  hours: Array<HoursInput>;
  name: string;
};

export type DeadlineKind =
  | 'ACKNOWLEDGE'
  | 'ASSIGN'
  | 'RESOLVE'
  | 'VERIFY';

export type DeadlineState =
  | 'CANCELLED'
  | 'DONE'
  | 'PAUSED'
  | 'RUNNING';

export type DecideExtensionInput = {
  approve: boolean;
  extensionId: string | number;
  note?: string | null | undefined;
};

export type DeclareClosureInput = {
  /** Of the calendar: CONFLICT where it has changed since that was read. */
  expectedVersion?: number | null | undefined;
  from: string;
  kind?: ClosureKind | null | undefined;
  name: string;
  to: string;
};

/** What is left out stays as it is. */
export type EditAgencyInput = {
  code: string;
  /** CONFLICT where it has changed since that version was read. */
  expectedVersion?: number | null | undefined;
  field?: AgencyField | null | undefined;
  /** An active official of the agency; null: nobody. */
  focalPointId?: string | number | null | undefined;
  kind?: string | null | undefined;
  nameEn?: string | null | undefined;
  nameFa?: string | null | undefined;
  stage?: ActivationStage | null | undefined;
  /** Obligatory where the stage changes. */
  stageReason?: string | null | undefined;
};

/** What is left out stays as it is. */
export type EditMilestoneInput = {
  dueDate?: string | null | undefined;
  /** CONFLICT where it has changed since that version was read. */
  expectedVersion?: number | null | undefined;
  id: string | number;
  name?: string | null | undefined;
};

export type EditObstacleInput = {
  affectedAgencyCodes?: Array<string> | null | undefined;
  category?: Category | null | undefined;
  description?: string | null | undefined;
  expectedVersion?: number | null | undefined;
  id: string | number;
  letterDate?: string | null | undefined;
  letterNumber?: string | null | undefined;
  milestoneId?: string | number | null | undefined;
  severity?: Severity | null | undefined;
  title?: string | null | undefined;
  /** Null takes it away, as with the letter. */
  windowStep?: string | null | undefined;
};

/** What is left out stays as it is. */
export type EditServiceInput = {
  audience?: string | null | undefined;
  channel?: string | null | undefined;
  code: string;
  /** CONFLICT where it has changed since that version was read. */
  expectedVersion?: number | null | undefined;
  inSingleWindow?: boolean | null | undefined;
  nameEn?: string | null | undefined;
  nameFa?: string | null | undefined;
};

/** What is left out stays as it is. */
export type EditUserInput = {
  agencyCode?: string | null | undefined;
  /** CONFLICT where it has changed since that version was read. */
  expectedVersion?: number | null | undefined;
  id: string | number;
  name?: string | null | undefined;
  role?: Role | null | undefined;
  /** Ends the sessions at once. */
  suspended?: boolean | null | undefined;
};

export type EscalationParty =
  | 'AGENCY_HEAD'
  | 'AGENCY_MANAGER'
  | 'DEPUTY_GOVERNOR'
  | 'OWNER'
  | 'SECRETARY'
  | 'SUBCOMMITTEE'
  | 'WORKING_GROUP';

export type EventKind =
  | 'ACKNOWLEDGED'
  | 'ASSIGNED'
  | 'ATTACHED'
  | 'BREACHED'
  | 'BREACH_WITHDRAWN'
  | 'COMMENTED'
  | 'DEADLINE_MOVED'
  | 'EDITED'
  | 'ESCALATED'
  | 'EXTENSION_DECIDED'
  | 'EXTENSION_REQUESTED'
  | 'JOINED'
  | 'LEFT'
  | 'LOGGED'
  | 'MERGED'
  | 'REJECTED'
  | 'REOPENED'
  | 'RESOLVED'
  | 'RESUMED'
  | 'STARTED'
  | 'VERIFIED'
  | 'WAITING'
  | 'WARNED';

/** LAPSED: the clock ended before anybody had decided. */
export type ExtensionDecision =
  | 'APPROVED'
  | 'DENIED'
  | 'LAPSED'
  | 'PENDING';

/** An extension was requested. */
export type ExtensionFilter = {
  /** At this instant or later, or it still waits for a decision. */
  after: string;
  decision?: Array<ExtensionDecision> | null | undefined;
};

export type FollowingInput = {
  following: boolean;
  id: string | number;
};

export type HoursInput = {
  closes: string;
  opens: string;
};

export type LadderStepInput = {
  afterMinutes: number;
  label: string;
  to: EscalationParty;
};

export type LogObstacleInput = {
  affectedAgencyCodes?: Array<string> | null | undefined;
  /** Needed for AGENCY. */
  agencyCode?: string | null | undefined;
  category: Category;
  /** Up to 10,000 characters. */
  description?: string;
  /** The same key again answers with the same obstacle. */
  idempotencyKey?: string | null | undefined;
  letterDate?: string | null | undefined;
  /** Up to 60 characters. */
  letterNumber?: string | null | undefined;
  milestoneId?: string | number | null | undefined;
  /** Needed for SERVICE. */
  serviceCode?: string | null | undefined;
  severity: Severity;
  subjectKind: SubjectKind;
  /** 3 to 200 characters. */
  title: string;
  /** Of the single window only; up to 100 characters. */
  windowStep?: string | null | undefined;
};

export type MergeObstacleInput = {
  expectedVersion?: number | null | undefined;
  id: string | number;
  intoId: string | number;
};

export type MilestoneInput = {
  dueDate: string;
  name: string;
  subjectKind?: SubjectKind | null | undefined;
};

export type NoticeKind =
  | 'ASSIGNED'
  | 'BREACHED'
  | 'COMMENTED'
  | 'DEADLINES_MOVED'
  | 'ESCALATED'
  | 'EXTENSION_DECIDED'
  | 'EXTENSION_REQUESTED'
  | 'JOINED'
  | 'MENTIONED'
  | 'MERGED'
  | 'REJECTED'
  | 'REOPENED'
  | 'RESOLVED'
  | 'RESUMED'
  | 'VERIFIED'
  | 'WAITING'
  | 'WARNED';

export type ObstacleAction =
  | 'ACKNOWLEDGE'
  | 'ASSIGN'
  | 'COMMENT'
  | 'DECIDE_EXTENSION'
  | 'EDIT'
  | 'JOIN'
  | 'LEAVE'
  | 'MERGE'
  | 'REJECT'
  | 'REOPEN'
  | 'REQUEST_EXTENSION'
  | 'RESOLVE'
  | 'RESUME'
  | 'SET_STEPS'
  | 'START'
  | 'VERIFY'
  | 'WAIT';

export type ObstacleFilter = {
  /** The subject's agency or an affected one. */
  agencyCode?: Array<string> | null | undefined;
  /** Of one of those agencies. */
  agencyField?: Array<AgencyField> | null | undefined;
  category?: Array<Category> | null | undefined;
  /** At this instant or later. */
  dueAfter?: string | null | undefined;
  dueBefore?: string | null | undefined;
  extension?: ExtensionFilter | null | undefined;
  /** A request for an extension waits for a decision. */
  extensionPending?: boolean | null | undefined;
  /** By the viewer. */
  followed?: boolean | null | undefined;
  maxEscalationLevel?: number | null | undefined;
  milestoneId?: string | number | null | undefined;
  minEscalationLevel?: number | null | undefined;
  /** Owned by the viewer. */
  mine?: boolean | null | undefined;
  overdue?: boolean | null | undefined;
  ownerId?: string | number | null | undefined;
  reporterId?: string | number | null | undefined;
  /** Declared removed at this instant or later. */
  resolvedAfter?: string | null | undefined;
  resolvedBefore?: string | null | undefined;
  /** Full text, Persian-aware; of more than 1,000 hits the newest. */
  search?: string | null | undefined;
  severity?: Array<Severity> | null | undefined;
  slaState?: Array<SlaState> | null | undefined;
  status?: Array<ObstacleStatus> | null | undefined;
  stopped?: StoppedClockFilter | null | undefined;
  /** The subject's agency only. */
  subjectAgencyCode?: Array<string> | null | undefined;
  subjectKind?: Array<SubjectKind> | null | undefined;
};

export type ObstacleStatus =
  | 'ASSIGNED'
  | 'CLOSED'
  | 'IN_PROGRESS'
  | 'LOGGED'
  | 'MERGED'
  | 'REJECTED'
  | 'RESOLVED'
  | 'WAITING';

export type ObstacleStepInput = {
  expectedVersion?: number | null | undefined;
  id: string | number;
  note?: string | null | undefined;
};

/** The whole week of a range; without a range, of all the year. */
export type OfficeHoursInput = {
  /** Of the calendar: CONFLICT where it has changed since that was read. */
  expectedVersion?: number | null | undefined;
  from?: string | null | undefined;
  hours: Array<WeekdayHoursInput>;
  to?: string | null | undefined;
};

export type OverdueBy =
  | 'AGENCY'
  | 'CATEGORY'
  | 'LEVEL'
  | 'OWNER';

export type PreviewDeadlinesInput = {
  at?: string | null | undefined;
  category: Category;
  milestoneId?: string | number | null | undefined;
  severity: Severity;
  subjectKind: SubjectKind;
};

export type ReasonedStepInput = {
  expectedVersion?: number | null | undefined;
  id: string | number;
  reason: string;
};

export type RequestExtensionInput = {
  expectedVersion?: number | null | undefined;
  id: string | number;
  kind: DeadlineKind;
  reason: string;
  until: string;
};

export type ResolveObstacleInput = {
  expectedVersion?: number | null | undefined;
  id: string | number;
  solution: string;
};

export type Role =
  | 'ADMINISTRATOR'
  | 'LEADER'
  | 'OFFICIAL'
  | 'SECRETARY'
  | 'VIEWER';

export type Severity =
  | 'CRITICAL'
  | 'HIGH'
  | 'LOW'
  | 'MEDIUM';

export type SignInInput = {
  /** Of the device, or a recovery code. Where it is needed and left out: INVALID input.code REQUIRED. */
  code?: string | null | undefined;
  email: string;
  password: string;
};

export type SlaPolicyInput = {
  /** CONFLICT where it has changed since that version was read. */
  expectedVersion?: number | null | undefined;
  ladder: Array<LadderStepInput>;
  rules: Array<SlaRuleInput>;
  warnAtPercent: Array<number>;
};

export type SlaRuleInput = {
  category?: Category | null | undefined;
  severity?: Severity | null | undefined;
  subjectKind?: SubjectKind | null | undefined;
  targets: Array<SlaTargetInput>;
};

/** Of the next deadline; OVERDUE beats PAUSED. */
export type SlaState =
  | 'DUE_SOON'
  | 'NONE'
  | 'ON_TRACK'
  | 'OVERDUE'
  | 'PAUSED';

export type SlaTargetInput = {
  amount: number;
  kind: DeadlineKind;
  unit: TargetUnit;
};

export type SolutionStepInput = {
  done?: boolean;
  /** Of a step that is there already. */
  id?: string | number | null | undefined;
  plannedFor?: string | null | undefined;
  text: string;
};

export type SolutionStepsInput = {
  expectedVersion?: number | null | undefined;
  id: string | number;
  /** All of them; up to 20. */
  steps: Array<SolutionStepInput>;
};

/** A clock of this kind was stopped. */
export type StoppedClockFilter = {
  /** At this instant or later. */
  after: string;
  /** Or too late; left out: either. */
  inTime?: boolean | null | undefined;
  kind: DeadlineKind;
};

export type SubjectKind =
  | 'AGENCY'
  | 'SERVICE'
  | 'SINGLE_WINDOW';

export type TargetUnit =
  | 'CALENDAR_DAYS'
  | 'WORKING_DAYS'
  | 'WORKING_MINUTES';

export type WaitObstacleInput = {
  expectedVersion?: number | null | undefined;
  id: string | number;
  on: WaitingOn;
  party: string;
  reason: string;
  until: string;
};

export type WaitingOn =
  | 'BUDGET'
  | 'CONTRACTOR'
  | 'INVESTOR'
  | 'LEGAL_OPINION'
  | 'NATIONAL_BODY'
  | 'OTHER_AGENCY';

/** Weekday 0 is Saturday; times as "07:30", and "24:00" may close. */
export type WeekdayHoursInput = {
  closes: string;
  opens: string;
  weekday: number;
};

export type TileFragment = { code: string, name: string, field: AgencyField, stage: ActivationStage, openCount: number, overdueCount: number };

export type AgenciesQueryVariables = Exact<{ [key: string]: never; }>;


export type AgenciesQuery = { agencies: Array<{ code: string, name: string, field: AgencyField, stage: ActivationStage, openCount: number, overdueCount: number, openByCategory: Array<{ category: Category, count: number }>, stageChanges: Array<{ at: string, reason: string }> }> };

export type AgencyQueryVariables = Exact<{
  code: string;
  codes?: Array<string> | string | null | undefined;
}>;


export type AgencyQuery = { agency: { code: string, name: string, field: AgencyField, stage: ActivationStage, openCount: number, overdueCount: number, focalPoint: { id: string, name: string, email: string } | null, stageChanges: Array<{ at: string, after: ActivationStage, before: ActivationStage, reason: string, by: { id: string, name: string } }>, services: Array<{ code: string, name: string, inSingleWindow: boolean }>, openByCategory: Array<{ category: Category, count: number }> } | null, obstacles: { edges: Array<{ node: { id: string, ref: string, title: string, nextDeadline: { id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number } | null } }> } };

export type BoardCountsFragment = { openCount: number, closedCount: number, totalCount: number, slaCounts: { onTrack: number, dueSoon: number, overdue: number, paused: number } };

export type BoardQueryVariables = Exact<{
  filter?: ObstacleFilter | null | undefined;
  perColumn: number;
}>;


export type BoardQuery = { board: { openCount: number, closedCount: number, totalCount: number, columns: Array<{ status: ObstacleStatus, totalCount: number, overdueCount: number, endCursor: string | null, obstacles: Array<{ id: string, ref: string, title: string, category: Category, status: ObstacleStatus, subjectKind: SubjectKind, overdue: boolean, escalationLevel: number, displayLevel: number, commentCount: number, actions: Array<ObstacleAction>, version: number, updatedAt: string, agency: { code: string, name: string } | null, affectedAgencies: Array<{ code: string }>, owner: { id: string, name: string, agency: { code: string, name: string } | null } | null, nextDeadline: { id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number } | null }> }>, slaCounts: { onTrack: number, dueSoon: number, overdue: number, paused: number } } };

export type ObstacleListQueryVariables = Exact<{
  filter?: ObstacleFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type ObstacleListQuery = { obstacles: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, ref: string, title: string, category: Category, status: ObstacleStatus, subjectKind: SubjectKind, overdue: boolean, escalationLevel: number, displayLevel: number, commentCount: number, actions: Array<ObstacleAction>, version: number, updatedAt: string, deadlines: Array<{ id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number }>, agency: { code: string, name: string } | null, affectedAgencies: Array<{ code: string }>, owner: { id: string, name: string, agency: { code: string, name: string } | null } | null, nextDeadline: { id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number } | null } }> } };

export type BoardCountsQueryVariables = Exact<{
  filter?: ObstacleFilter | null | undefined;
}>;


export type BoardCountsQuery = { board: { openCount: number, closedCount: number, totalCount: number, slaCounts: { onTrack: number, dueSoon: number, overdue: number, paused: number } } };

export type OwnersQueryVariables = Exact<{
  ids?: Array<string | number> | string | number | null | undefined;
  search?: string | null | undefined;
}>;


export type OwnersQuery = { people: Array<{ id: string, name: string }> };

export type FilterChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type FilterChoicesQuery = { agencies: Array<{ code: string, name: string }> };

export type ColumnPageQueryVariables = Exact<{
  filter?: ObstacleFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type ColumnPageQuery = { obstacles: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, ref: string, title: string, category: Category, status: ObstacleStatus, subjectKind: SubjectKind, overdue: boolean, escalationLevel: number, displayLevel: number, commentCount: number, actions: Array<ObstacleAction>, version: number, updatedAt: string, agency: { code: string, name: string } | null, affectedAgencies: Array<{ code: string }>, owner: { id: string, name: string, agency: { code: string, name: string } | null } | null, nextDeadline: { id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number } | null } }> } };

export type DueObstaclesQueryVariables = Exact<{
  filter?: ObstacleFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type DueObstaclesQuery = { obstacles: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, ref: string, title: string, overdue: boolean, nextDeadline: { id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number } | null } }> } };

export type QuickViewQueryVariables = Exact<{
  ref: string;
}>;


export type QuickViewQuery = { obstacle: { description: string, severity: Severity, id: string, ref: string, title: string, category: Category, status: ObstacleStatus, subjectKind: SubjectKind, overdue: boolean, escalationLevel: number, displayLevel: number, commentCount: number, actions: Array<ObstacleAction>, version: number, updatedAt: string, reporter: { id: string, name: string }, waiting: { party: string, reason: string, until: string } | null, extensions: Array<{ id: string, reason: string, until: string, decision: ExtensionDecision, deadline: { id: string, kind: DeadlineKind } }>, timeline: { totalCount: number, edges: Array<{ node: { id: string, kind: EventKind, at: string, comment: string | null, level: number | null, actor: { id: string, name: string } | null, deadline: { id: string, kind: DeadlineKind } | null, changes: Array<{ field: string, before: string | null, after: string | null }>, mentions: Array<{ id: string, name: string }> } }> }, agency: { code: string, name: string } | null, affectedAgencies: Array<{ code: string }>, owner: { id: string, name: string, agency: { code: string, name: string } | null } | null, nextDeadline: { id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number } | null } | null, slaPolicy: { ladder: Array<{ level: number, afterMinutes: number, to: EscalationParty, label: string }> } };

export type SheetPageQueryVariables = Exact<{
  filter?: ObstacleFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type SheetPageQuery = { obstacles: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, ref: string, title: string, category: Category, severity: Severity, status: ObstacleStatus, subjectKind: SubjectKind, displayLevel: number, escalationLevel: number, createdAt: string, agency: { code: string, name: string } | null, owner: { id: string, name: string, agency: { code: string, name: string } | null } | null, deadlines: Array<{ id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number }>, nextDeadline: { id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number } | null } }> } };

export type NoticedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type NoticedSubscription = { noticed: { id: string } };

export type ObstacleChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ObstacleChangedSubscription = { obstacleChanged: { kind: EventKind, obstacle: { id: string } } };

export type SessionQueryVariables = Exact<{ [key: string]: never; }>;


export type SessionQuery = { viewer: { id: string, name: string, role: Role, secondFactorNeeded: boolean, agency: { code: string, name: string } | null } | null, installation: { name: string, agencyCount: number, operatingCount: number, serviceCount: number, workingDaysLeft: number | null, demo: boolean, milestone: { id: string, name: string, dueDate: string } | null, clock: { now: string, simulated: boolean, speed: number } } };

export type WhoQueryVariables = Exact<{ [key: string]: never; }>;


export type WhoQuery = { viewer: { id: string } | null };

export type CalendarQueryVariables = Exact<{ [key: string]: never; }>;


export type CalendarQuery = { workingCalendar: { version: number, timezone: string, minutesPerDay: number, hours: Array<{ from: string | null, to: string | null, weekday: number, opens: string, closes: string }>, dates: Array<{ date: string, opens: string, closes: string, name: string }>, closures: Array<{ date: string, name: string, kind: ClosureKind }> } };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn: { viewer: { id: string, passwordExpiresAt: string | null } } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: boolean };

export type InboxQueryVariables = Exact<{
  after?: string | null | undefined;
  unreadOnly: boolean;
}>;


export type InboxQuery = { inbox: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ id: string, node: { id: string, kind: NoticeKind, at: string, readAt: string | null, text: string, actor: { id: string, name: string } | null, obstacle: { id: string, ref: string, title: string } | null, event: { id: string, comment: string | null } | null } }> } };

export type UnreadNoticesQueryVariables = Exact<{ [key: string]: never; }>;


export type UnreadNoticesQuery = { unreadCount: number };

export type MarkNoticesReadMutationVariables = Exact<{
  ids?: Array<string | number> | string | number | null | undefined;
  all: boolean;
}>;


export type MarkNoticesReadMutation = { markNoticesRead: number };

export type MyWorkQueryVariables = Exact<{
  open: ObstacleFilter;
  closed: ObstacleFilter;
}>;


export type MyWorkQuery = { open: { totalCount: number, edges: Array<{ id: string, node: { id: string, ref: string, title: string, category: Category, status: ObstacleStatus, subjectKind: SubjectKind, overdue: boolean, escalationLevel: number, displayLevel: number, commentCount: number, actions: Array<ObstacleAction>, version: number, updatedAt: string, waiting: { party: string, until: string } | null, extensions: Array<{ id: string, decision: ExtensionDecision }>, deadlines: Array<{ id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number }>, agency: { code: string, name: string } | null, affectedAgencies: Array<{ code: string }>, owner: { id: string, name: string, agency: { code: string, name: string } | null } | null, nextDeadline: { id: string, state: DeadlineState, dueAt: string, breachedAt: string | null, kind: DeadlineKind, startedAt: string, soonAt: string, remainingMinutes: number | null, totalMinutes: number, why: { pauses: Array<{ from: string, to: string | null }> } } | null } }> }, closed: { totalCount: number, edges: Array<{ id: string, node: { id: string, ref: string, title: string, deadlines: Array<{ stoppedAt: string | null, id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number }> } }> }, slaPolicy: { ladder: Array<{ level: number, afterMinutes: number, to: EscalationParty, label: string }> } };

export type LogChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type LogChoicesQuery = { agencies: Array<{ code: string, name: string }>, services: Array<{ code: string, name: string, agency: { code: string, name: string } }>, milestones: Array<{ id: string, name: string, dueAt: string, subjectKind: SubjectKind | null }> };

export type SimilarObstaclesQueryVariables = Exact<{
  text: string;
}>;


export type SimilarObstaclesQuery = { similarObstacles: Array<{ score: number, obstacle: { id: string, ref: string, title: string, category: Category, status: ObstacleStatus, subjectKind: SubjectKind, overdue: boolean, escalationLevel: number, displayLevel: number, commentCount: number, actions: Array<ObstacleAction>, version: number, updatedAt: string, agency: { code: string, name: string } | null, affectedAgencies: Array<{ code: string }>, owner: { id: string, name: string, agency: { code: string, name: string } | null } | null, nextDeadline: { id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number } | null } }> };

export type PreviewFragment = { kind: DeadlineKind, dueAt: string, cappedBy: { id: string, name: string } | null };

export type PreviewBySeverityQueryVariables = Exact<{
  low: PreviewDeadlinesInput;
  medium: PreviewDeadlinesInput;
  high: PreviewDeadlinesInput;
  critical: PreviewDeadlinesInput;
}>;


export type PreviewBySeverityQuery = { LOW: Array<{ kind: DeadlineKind, dueAt: string, cappedBy: { id: string, name: string } | null }>, MEDIUM: Array<{ kind: DeadlineKind, dueAt: string, cappedBy: { id: string, name: string } | null }>, HIGH: Array<{ kind: DeadlineKind, dueAt: string, cappedBy: { id: string, name: string } | null }>, CRITICAL: Array<{ kind: DeadlineKind, dueAt: string, cappedBy: { id: string, name: string } | null }> };

export type LogObstacleMutationVariables = Exact<{
  input: LogObstacleInput;
}>;


export type LogObstacleMutation = { logObstacle: { obstacle: { id: string, ref: string, deadlines: Array<{ id: string, kind: DeadlineKind, dueAt: string }> } } };

export type TrackedClockFragment = { originalDueAt: string, stoppedAt: string | null, id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number, cappedBy: { id: string, name: string, dueAt: string } | null, why: { target: { amount: number, unit: TargetUnit } | null, pauses: Array<{ from: string, to: string | null }>, extensions: Array<{ id: string, until: string }> } };

export type TimelineEventFragment = { id: string, kind: EventKind, at: string, comment: string | null, level: number | null, actor: { id: string, name: string } | null, deadline: { id: string, kind: DeadlineKind } | null, changes: Array<{ field: string, before: string | null, after: string | null }>, mentions: Array<{ id: string, name: string }> };

export type ObstacleQueryVariables = Exact<{
  ref: string;
}>;


export type ObstacleQuery = { obstacle: { followed: boolean, description: string, severity: Severity, solution: string | null, windowStep: string | null, letterNumber: string | null, letterDate: string | null, rejectionReason: string | null, createdAt: string, updatedAt: string, id: string, ref: string, title: string, category: Category, status: ObstacleStatus, subjectKind: SubjectKind, overdue: boolean, escalationLevel: number, displayLevel: number, commentCount: number, actions: Array<ObstacleAction>, version: number, owner: { suspended: boolean, id: string, name: string, agency: { code: string, name: string } | null } | null, service: { code: string, name: string } | null, affectedAgencies: Array<{ code: string, name: string }>, reporter: { id: string, name: string, agency: { code: string, name: string } | null }, milestone: { id: string, name: string } | null, deadlines: Array<{ originalDueAt: string, stoppedAt: string | null, id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number, cappedBy: { id: string, name: string, dueAt: string } | null, why: { target: { amount: number, unit: TargetUnit } | null, pauses: Array<{ from: string, to: string | null }>, extensions: Array<{ id: string, until: string }> } }>, waiting: { party: string, reason: string, since: string, until: string } | null, solutionSteps: Array<{ id: string, text: string, doneAt: string | null, plannedFor: string | null }>, attachments: Array<{ id: string, name: string, mime: string, size: number, uploadedAt: string, url: string, uploadedBy: { id: string, name: string } }>, mergedInto: { id: string, ref: string, title: string } | null, extensions: Array<{ id: string, reason: string, until: string, decision: ExtensionDecision, requestedAt: string, requestedBy: { id: string, name: string }, deadline: { id: string, kind: DeadlineKind } }>, timeline: { totalCount: number, pageInfo: { hasPreviousPage: boolean, startCursor: string | null }, edges: Array<{ node: { id: string, kind: EventKind, at: string, comment: string | null, level: number | null, actor: { id: string, name: string } | null, deadline: { id: string, kind: DeadlineKind } | null, changes: Array<{ field: string, before: string | null, after: string | null }>, mentions: Array<{ id: string, name: string }> } }> }, agency: { code: string, name: string } | null, nextDeadline: { id: string, state: DeadlineState, dueAt: string, breachedAt: string | null, kind: DeadlineKind, startedAt: string, soonAt: string, remainingMinutes: number | null, totalMinutes: number, why: { pauses: Array<{ from: string, to: string | null }> } } | null } | null, slaPolicy: { ladder: Array<{ level: number, afterMinutes: number, to: EscalationParty, label: string }> } };

export type RungFragment = { level: number, afterMinutes: number, to: EscalationParty, label: string };

export type EarlierEventsQueryVariables = Exact<{
  id: string | number;
  before: string;
}>;


export type EarlierEventsQuery = { obstacle: { id: string, timeline: { totalCount: number, pageInfo: { hasPreviousPage: boolean, startCursor: string | null }, edges: Array<{ node: { id: string, kind: EventKind, at: string, comment: string | null, level: number | null, actor: { id: string, name: string } | null, deadline: { id: string, kind: DeadlineKind } | null, changes: Array<{ field: string, before: string | null, after: string | null }>, mentions: Array<{ id: string, name: string }> } }> } } | null };

export type WhyThisDateQueryVariables = Exact<{
  id: string | number;
}>;


export type WhyThisDateQuery = { obstacle: { id: string, deadlines: Array<{ id: string, why: { text: string, counted: Array<{ from: string, to: string | null, minutes: number }>, skipped: Array<{ date: string, reason: string }>, pauses: Array<{ from: string, to: string | null, minutes: number }>, extensions: Array<{ id: string, until: string, decidedBy: { id: string, name: string } | null }>, cappedBy: { id: string, name: string, dueDate: string } | null } }> } | null };

export type EditChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type EditChoicesQuery = { agencies: Array<{ code: string, name: string }>, milestones: Array<{ id: string, name: string, dueAt: string, subjectKind: SubjectKind | null }> };

export type SetSolutionStepsMutationVariables = Exact<{
  input: SolutionStepsInput;
}>;


export type SetSolutionStepsMutation = { setSolutionSteps: { obstacle: { id: string, version: number, solutionSteps: Array<{ id: string }> } } };

export type EditObstacleMutationVariables = Exact<{
  input: EditObstacleInput;
}>;


export type EditObstacleMutation = { editObstacle: { obstacle: { id: string, version: number } } };

export type ClimbFragment = { escalationLevel: number, nextDeadline: { id: string, state: DeadlineState, dueAt: string, breachedAt: string | null, why: { pauses: Array<{ from: string, to: string | null }> } } | null };

export type ClockFragment = { id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number };

export type CardFragment = { id: string, ref: string, title: string, category: Category, status: ObstacleStatus, subjectKind: SubjectKind, overdue: boolean, escalationLevel: number, displayLevel: number, commentCount: number, actions: Array<ObstacleAction>, version: number, updatedAt: string, agency: { code: string, name: string } | null, affectedAgencies: Array<{ code: string }>, owner: { id: string, name: string, agency: { code: string, name: string } | null } | null, nextDeadline: { id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number } | null };

export type AssignObstacleMutationVariables = Exact<{
  input: AssignObstacleInput;
}>;


export type AssignObstacleMutation = { step: { obstacle: { id: string, ref: string, title: string, category: Category, status: ObstacleStatus, subjectKind: SubjectKind, overdue: boolean, escalationLevel: number, displayLevel: number, commentCount: number, actions: Array<ObstacleAction>, version: number, updatedAt: string, agency: { code: string, name: string } | null, affectedAgencies: Array<{ code: string }>, owner: { id: string, name: string, agency: { code: string, name: string } | null } | null, nextDeadline: { id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number } | null } } };

export type AcknowledgeObstacleMutationVariables = Exact<{
  input: ObstacleStepInput;
}>;


export type AcknowledgeObstacleMutation = { step: { obstacle: { id: string, ref: string, title: string, category: Category, status: ObstacleStatus, subjectKind: SubjectKind, overdue: boolean, escalationLevel: number, displayLevel: number, commentCount: number, actions: Array<ObstacleAction>, version: number, updatedAt: string, agency: { code: string, name: string } | null, affectedAgencies: Array<{ code: string }>, owner: { id: string, name: string, agency: { code: string, name: string } | null } | null, nextDeadline: { id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number } | null } } };

export type StartObstacleMutationVariables = Exact<{
  input: ObstacleStepInput;
}>;


export type StartObstacleMutation = { step: { obstacle: { id: string, ref: string, title: string, category: Category, status: ObstacleStatus, subjectKind: SubjectKind, overdue: boolean, escalationLevel: number, displayLevel: number, commentCount: number, actions: Array<ObstacleAction>, version: number, updatedAt: string, agency: { code: string, name: string } | null, affectedAgencies: Array<{ code: string }>, owner: { id: string, name: string, agency: { code: string, name: string } | null } | null, nextDeadline: { id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number } | null } } };

export type WaitObstacleMutationVariables = Exact<{
  input: WaitObstacleInput;
}>;


export type WaitObstacleMutation = { step: { obstacle: { id: string, ref: string, title: string, category: Category, status: ObstacleStatus, subjectKind: SubjectKind, overdue: boolean, escalationLevel: number, displayLevel: number, commentCount: number, actions: Array<ObstacleAction>, version: number, updatedAt: string, agency: { code: string, name: string } | null, affectedAgencies: Array<{ code: string }>, owner: { id: string, name: string, agency: { code: string, name: string } | null } | null, nextDeadline: { id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number } | null } } };

export type ResumeObstacleMutationVariables = Exact<{
  input: ObstacleStepInput;
}>;


export type ResumeObstacleMutation = { step: { obstacle: { id: string, ref: string, title: string, category: Category, status: ObstacleStatus, subjectKind: SubjectKind, overdue: boolean, escalationLevel: number, displayLevel: number, commentCount: number, actions: Array<ObstacleAction>, version: number, updatedAt: string, agency: { code: string, name: string } | null, affectedAgencies: Array<{ code: string }>, owner: { id: string, name: string, agency: { code: string, name: string } | null } | null, nextDeadline: { id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number } | null } } };

export type ResolveObstacleMutationVariables = Exact<{
  input: ResolveObstacleInput;
}>;


export type ResolveObstacleMutation = { step: { obstacle: { id: string, ref: string, title: string, category: Category, status: ObstacleStatus, subjectKind: SubjectKind, overdue: boolean, escalationLevel: number, displayLevel: number, commentCount: number, actions: Array<ObstacleAction>, version: number, updatedAt: string, agency: { code: string, name: string } | null, affectedAgencies: Array<{ code: string }>, owner: { id: string, name: string, agency: { code: string, name: string } | null } | null, nextDeadline: { id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number } | null } } };

export type VerifyObstacleMutationVariables = Exact<{
  input: ObstacleStepInput;
}>;


export type VerifyObstacleMutation = { step: { obstacle: { id: string, ref: string, title: string, category: Category, status: ObstacleStatus, subjectKind: SubjectKind, overdue: boolean, escalationLevel: number, displayLevel: number, commentCount: number, actions: Array<ObstacleAction>, version: number, updatedAt: string, agency: { code: string, name: string } | null, affectedAgencies: Array<{ code: string }>, owner: { id: string, name: string, agency: { code: string, name: string } | null } | null, nextDeadline: { id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number } | null } } };

export type ReopenObstacleMutationVariables = Exact<{
  input: ReasonedStepInput;
}>;


export type ReopenObstacleMutation = { step: { obstacle: { id: string, ref: string, title: string, category: Category, status: ObstacleStatus, subjectKind: SubjectKind, overdue: boolean, escalationLevel: number, displayLevel: number, commentCount: number, actions: Array<ObstacleAction>, version: number, updatedAt: string, agency: { code: string, name: string } | null, affectedAgencies: Array<{ code: string }>, owner: { id: string, name: string, agency: { code: string, name: string } | null } | null, nextDeadline: { id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number } | null } } };

export type RejectObstacleMutationVariables = Exact<{
  input: ReasonedStepInput;
}>;


export type RejectObstacleMutation = { step: { obstacle: { id: string, ref: string, title: string, category: Category, status: ObstacleStatus, subjectKind: SubjectKind, overdue: boolean, escalationLevel: number, displayLevel: number, commentCount: number, actions: Array<ObstacleAction>, version: number, updatedAt: string, agency: { code: string, name: string } | null, affectedAgencies: Array<{ code: string }>, owner: { id: string, name: string, agency: { code: string, name: string } | null } | null, nextDeadline: { id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number } | null } } };

export type MergeObstacleMutationVariables = Exact<{
  input: MergeObstacleInput;
}>;


export type MergeObstacleMutation = { step: { obstacle: { id: string, ref: string, title: string, category: Category, status: ObstacleStatus, subjectKind: SubjectKind, overdue: boolean, escalationLevel: number, displayLevel: number, commentCount: number, actions: Array<ObstacleAction>, version: number, updatedAt: string, agency: { code: string, name: string } | null, affectedAgencies: Array<{ code: string }>, owner: { id: string, name: string, agency: { code: string, name: string } | null } | null, nextDeadline: { id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number } | null } } };

export type CommentObstacleMutationVariables = Exact<{
  input: CommentInput;
}>;


export type CommentObstacleMutation = { step: { obstacle: { id: string, ref: string, title: string, category: Category, status: ObstacleStatus, subjectKind: SubjectKind, overdue: boolean, escalationLevel: number, displayLevel: number, commentCount: number, actions: Array<ObstacleAction>, version: number, updatedAt: string, agency: { code: string, name: string } | null, affectedAgencies: Array<{ code: string }>, owner: { id: string, name: string, agency: { code: string, name: string } | null } | null, nextDeadline: { id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number } | null } } };

export type JoinObstacleMutationVariables = Exact<{
  input: ObstacleStepInput;
}>;


export type JoinObstacleMutation = { step: { obstacle: { id: string, ref: string, title: string, category: Category, status: ObstacleStatus, subjectKind: SubjectKind, overdue: boolean, escalationLevel: number, displayLevel: number, commentCount: number, actions: Array<ObstacleAction>, version: number, updatedAt: string, agency: { code: string, name: string } | null, affectedAgencies: Array<{ code: string }>, owner: { id: string, name: string, agency: { code: string, name: string } | null } | null, nextDeadline: { id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number } | null } } };

export type LeaveObstacleMutationVariables = Exact<{
  input: ObstacleStepInput;
}>;


export type LeaveObstacleMutation = { step: { obstacle: { id: string, ref: string, title: string, category: Category, status: ObstacleStatus, subjectKind: SubjectKind, overdue: boolean, escalationLevel: number, displayLevel: number, commentCount: number, actions: Array<ObstacleAction>, version: number, updatedAt: string, agency: { code: string, name: string } | null, affectedAgencies: Array<{ code: string }>, owner: { id: string, name: string, agency: { code: string, name: string } | null } | null, nextDeadline: { id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number } | null } } };

export type RequestExtensionMutationVariables = Exact<{
  input: RequestExtensionInput;
}>;


export type RequestExtensionMutation = { step: { obstacle: { id: string, ref: string, title: string, category: Category, status: ObstacleStatus, subjectKind: SubjectKind, overdue: boolean, escalationLevel: number, displayLevel: number, commentCount: number, actions: Array<ObstacleAction>, version: number, updatedAt: string, agency: { code: string, name: string } | null, affectedAgencies: Array<{ code: string }>, owner: { id: string, name: string, agency: { code: string, name: string } | null } | null, nextDeadline: { id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number } | null } } };

export type DecideExtensionMutationVariables = Exact<{
  input: DecideExtensionInput;
}>;


export type DecideExtensionMutation = { step: { obstacle: { id: string, ref: string, title: string, category: Category, status: ObstacleStatus, subjectKind: SubjectKind, overdue: boolean, escalationLevel: number, displayLevel: number, commentCount: number, actions: Array<ObstacleAction>, version: number, updatedAt: string, agency: { code: string, name: string } | null, affectedAgencies: Array<{ code: string }>, owner: { id: string, name: string, agency: { code: string, name: string } | null } | null, nextDeadline: { id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number } | null } } };

export type SetFollowingMutationVariables = Exact<{
  input: FollowingInput;
}>;


export type SetFollowingMutation = { setFollowing: { obstacle: { id: string, followed: boolean } } };

export type ObstacleSinceQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type ObstacleSinceQuery = { obstacle: { id: string, ref: string, title: string, category: Category, status: ObstacleStatus, subjectKind: SubjectKind, overdue: boolean, escalationLevel: number, displayLevel: number, commentCount: number, actions: Array<ObstacleAction>, version: number, updatedAt: string, timeline: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, kind: EventKind, at: string, comment: string | null, level: number | null, actor: { id: string, name: string } | null, deadline: { id: string, kind: DeadlineKind } | null, changes: Array<{ field: string, before: string | null, after: string | null }>, mentions: Array<{ id: string, name: string }> } }> }, agency: { code: string, name: string } | null, affectedAgencies: Array<{ code: string }>, owner: { id: string, name: string, agency: { code: string, name: string } | null } | null, nextDeadline: { id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number } | null } | null, slaPolicy: { ladder: Array<{ level: number, afterMinutes: number, to: EscalationParty, label: string }> } };

export type ObstacleByRefQueryVariables = Exact<{
  ref: string;
}>;


export type ObstacleByRefQuery = { obstacle: { id: string, title: string } | null };

export type PendingExtensionQueryVariables = Exact<{
  id: string | number;
}>;


export type PendingExtensionQuery = { obstacle: { id: string, extensions: Array<{ id: string, decision: ExtensionDecision, until: string, reason: string, requestedBy: { id: string, name: string } }> } | null };

export type PeopleQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type PeopleQuery = { people: Array<{ id: string, name: string, role: Role, agency: { code: string, name: string } | null }> };

export type MilestoneAheadFragment = { id: string, name: string, dueDate: string, workingDaysLeft: number };

export type FiguresFragment = { totalCount: number, resolvedCount: number, openCount: number, overdueCount: number, pacePerDay: number | null, paceFrom: string | null, paceTo: string | null, since: string, neededPerDay: number | null, medianResolveMinutes: number | null, medianResolveMinutesBefore: number | null, milestone: { id: string, name: string, dueDate: string, workingDaysLeft: number } | null, forecast: { low: number, high: number, confidence: number } | null, burnup: Array<{ date: string, logged: number, resolved: number }>, upcoming: Array<{ date: string, count: number, closed: boolean, reason: string | null }>, onTime: Array<{ kind: DeadlineKind, met: number, missed: number, goalPercent: number }>, extensions: { requested: number, approved: number, denied: number, pending: number }, definitions: Array<{ key: string, text: string }> };

export type ReviewQueryVariables = Exact<{
  by: OverdueBy;
  kinds: Array<SubjectKind> | SubjectKind;
}>;


export type ReviewQuery = { review: { totalCount: number, resolvedCount: number, openCount: number, overdueCount: number, pacePerDay: number | null, paceFrom: string | null, paceTo: string | null, since: string, neededPerDay: number | null, medianResolveMinutes: number | null, medianResolveMinutesBefore: number | null, milestone: { id: string, name: string, dueDate: string, workingDaysLeft: number } | null, forecast: { low: number, high: number, confidence: number } | null, burnup: Array<{ date: string, logged: number, resolved: number }>, upcoming: Array<{ date: string, count: number, closed: boolean, reason: string | null }>, onTime: Array<{ kind: DeadlineKind, met: number, missed: number, goalPercent: number }>, extensions: { requested: number, approved: number, denied: number, pending: number }, definitions: Array<{ key: string, text: string }> }, groups: Array<{ key: string, label: string, openCount: number, overdueCount: number }>, levels: Array<{ key: string, openCount: number, overdueCount: number }>, agencies: Array<{ key: string, label: string, overdueCount: number }>, everywhere: Array<{ overdueCount: number }>, slaPolicy: { ladder: Array<{ level: number, afterMinutes: number, to: EscalationParty, label: string }> } };

export type OverdueRowsQueryVariables = Exact<{
  after?: string | null | undefined;
  agencyCode?: Array<string> | string | null | undefined;
  kinds: Array<SubjectKind> | SubjectKind;
}>;


export type OverdueRowsQuery = { obstacles: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, ref: string, title: string, category: Category, status: ObstacleStatus, subjectKind: SubjectKind, overdue: boolean, escalationLevel: number, displayLevel: number, commentCount: number, actions: Array<ObstacleAction>, version: number, updatedAt: string, agency: { code: string, name: string } | null, affectedAgencies: Array<{ code: string }>, owner: { id: string, name: string, agency: { code: string, name: string } | null } | null, nextDeadline: { id: string, state: DeadlineState, dueAt: string, breachedAt: string | null, kind: DeadlineKind, startedAt: string, soonAt: string, remainingMinutes: number | null, totalMinutes: number, why: { pauses: Array<{ from: string, to: string | null }> } } | null } }> } };

export type PendingExtensionsQueryVariables = Exact<{
  kinds: Array<SubjectKind> | SubjectKind;
}>;


export type PendingExtensionsQuery = { obstacles: { totalCount: number, edges: Array<{ node: { id: string, ref: string, title: string, category: Category, status: ObstacleStatus, subjectKind: SubjectKind, overdue: boolean, escalationLevel: number, displayLevel: number, commentCount: number, actions: Array<ObstacleAction>, version: number, updatedAt: string, extensions: Array<{ id: string, reason: string, until: string, decision: ExtensionDecision, requestedAt: string, requestedBy: { id: string, name: string }, deadline: { id: string, kind: DeadlineKind } }>, agency: { code: string, name: string } | null, affectedAgencies: Array<{ code: string }>, owner: { id: string, name: string, agency: { code: string, name: string } | null } | null, nextDeadline: { id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number } | null } }> } };

export type SettingsAgenciesQueryVariables = Exact<{ [key: string]: never; }>;


export type SettingsAgenciesQuery = { agencies: Array<{ code: string, name: string, nameFa: string, nameEn: string, field: AgencyField, stage: ActivationStage, focalPoint: { id: string, name: string } | null, services: Array<{ code: string }> }> };

export type SettingsAgencyQueryVariables = Exact<{
  code: string;
}>;


export type SettingsAgencyQuery = { agency: { code: string, version: number, name: string, nameFa: string, nameEn: string, kind: string, field: AgencyField, stage: ActivationStage, focalPoint: { id: string, name: string } | null, stageChanges: Array<{ before: ActivationStage, after: ActivationStage, reason: string, at: string, by: { id: string, name: string } }>, services: Array<{ code: string, version: number, name: string, nameFa: string, nameEn: string, audience: string, channel: string, inSingleWindow: boolean }> } | null };

export type FocalPointsQueryVariables = Exact<{
  agencyCode: string;
}>;


export type FocalPointsQuery = { people: Array<{ id: string, name: string }> };

export type AddAgencyMutationVariables = Exact<{
  input: AddAgencyInput;
}>;


export type AddAgencyMutation = { addAgency: { agency: { code: string } } };

export type EditAgencyMutationVariables = Exact<{
  input: EditAgencyInput;
}>;


export type EditAgencyMutation = { editAgency: { agency: { code: string, version: number } } };

export type AddServiceMutationVariables = Exact<{
  input: AddServiceInput;
}>;


export type AddServiceMutation = { addService: { service: { code: string } } };

export type EditServiceMutationVariables = Exact<{
  input: EditServiceInput;
}>;


export type EditServiceMutation = { editService: { service: { code: string, version: number } } };

export type MovesFragment = { movedDeadlines: number, newBreaches: number, withdrawnBreaches: number };

export type PreviewOfficeHoursQueryVariables = Exact<{
  input: OfficeHoursInput;
}>;


export type PreviewOfficeHoursQuery = { preview: { movedDeadlines: number, newBreaches: number, withdrawnBreaches: number } };

export type PreviewDatedHoursQueryVariables = Exact<{
  input: DatedHoursInput;
}>;


export type PreviewDatedHoursQuery = { preview: { movedDeadlines: number, newBreaches: number, withdrawnBreaches: number } };

export type PreviewHoursWithdrawalQueryVariables = Exact<{
  date: string;
}>;


export type PreviewHoursWithdrawalQuery = { preview: { movedDeadlines: number, newBreaches: number, withdrawnBreaches: number } };

export type PreviewClosureQueryVariables = Exact<{
  input: DeclareClosureInput;
}>;


export type PreviewClosureQuery = { preview: { movedDeadlines: number, newBreaches: number, withdrawnBreaches: number } };

export type PreviewWithdrawalQueryVariables = Exact<{
  date: string;
  to?: string | null | undefined;
  kind?: ClosureKind | null | undefined;
}>;


export type PreviewWithdrawalQuery = { preview: { movedDeadlines: number, newBreaches: number, withdrawnBreaches: number } };

export type SetOfficeHoursMutationVariables = Exact<{
  input: OfficeHoursInput;
}>;


export type SetOfficeHoursMutation = { setOfficeHours: { movedDeadlines: number, workingCalendar: { version: number } } };

export type WithdrawOfficeHoursMutationVariables = Exact<{
  from: string;
  to: string;
}>;


export type WithdrawOfficeHoursMutation = { withdrawOfficeHours: { movedDeadlines: number } };

export type SetDatedHoursMutationVariables = Exact<{
  input: DatedHoursInput;
}>;


export type SetDatedHoursMutation = { setDatedHours: { movedDeadlines: number, workingCalendar: { version: number } } };

export type WithdrawDatedHoursMutationVariables = Exact<{
  date: string;
}>;


export type WithdrawDatedHoursMutation = { withdrawDatedHours: { movedDeadlines: number } };

export type DeclareClosureMutationVariables = Exact<{
  input: DeclareClosureInput;
}>;


export type DeclareClosureMutation = { declareClosure: { movedDeadlines: number } };

export type WithdrawClosureMutationVariables = Exact<{
  date: string;
  to?: string | null | undefined;
  kind?: ClosureKind | null | undefined;
}>;


export type WithdrawClosureMutation = { withdrawClosure: { movedDeadlines: number } };

export type SettingsMilestonesQueryVariables = Exact<{ [key: string]: never; }>;


export type SettingsMilestonesQuery = { milestones: Array<{ id: string, version: number, name: string, dueDate: string, dueAt: string, subjectKind: SubjectKind | null, totalCount: number, doneCount: number, overdueCount: number, workingDaysLeft: number }> };

export type PreviewMilestoneQueryVariables = Exact<{
  input: MilestoneInput;
}>;


export type PreviewMilestoneQuery = { preview: { movedDeadlines: number, newBreaches: number, withdrawnBreaches: number } };

export type PreviewMilestoneEditQueryVariables = Exact<{
  input: EditMilestoneInput;
}>;


export type PreviewMilestoneEditQuery = { preview: { movedDeadlines: number, newBreaches: number, withdrawnBreaches: number } };

export type PreviewMilestoneWithdrawalQueryVariables = Exact<{
  id: string | number;
}>;


export type PreviewMilestoneWithdrawalQuery = { preview: { movedDeadlines: number, newBreaches: number, withdrawnBreaches: number } };

export type DefineMilestoneMutationVariables = Exact<{
  input: MilestoneInput;
}>;


export type DefineMilestoneMutation = { defineMilestone: { movedDeadlines: number, milestone: { id: string } } };

export type EditMilestoneMutationVariables = Exact<{
  input: EditMilestoneInput;
}>;


export type EditMilestoneMutation = { editMilestone: { movedDeadlines: number, milestone: { id: string, version: number } } };

export type WithdrawMilestoneMutationVariables = Exact<{
  id: string | number;
}>;


export type WithdrawMilestoneMutation = { withdrawMilestone: { movedDeadlines: number } };

export type SettingsPeopleQueryVariables = Exact<{
  search: string;
}>;


export type SettingsPeopleQuery = { people: Array<{ id: string, version: number, name: string, email: string, role: Role, suspended: boolean, secondFactor: boolean, agency: { code: string, name: string } | null }> };

export type AccountFragment = { id: string, version: number, name: string, email: string, role: Role, suspended: boolean, secondFactor: boolean, agency: { code: string, name: string } | null };

export type SettingsPersonQueryVariables = Exact<{
  id: string | number;
}>;


export type SettingsPersonQuery = { people: Array<{ id: string, version: number, name: string, email: string, role: Role, suspended: boolean, secondFactor: boolean, agency: { code: string, name: string } | null }> };

export type SettingsAgencyNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type SettingsAgencyNamesQuery = { agencies: Array<{ code: string, name: string }> };

export type CreateUserMutationVariables = Exact<{
  input: CreateUserInput;
}>;


export type CreateUserMutation = { createUser: { temporaryPassword: string, user: { id: string, version: number, name: string, email: string, role: Role, suspended: boolean, secondFactor: boolean, agency: { code: string, name: string } | null } } };

export type EditUserMutationVariables = Exact<{
  input: EditUserInput;
}>;


export type EditUserMutation = { editUser: { user: { id: string } } };

export type ResetPasswordMutationVariables = Exact<{
  id: string | number;
}>;


export type ResetPasswordMutation = { resetPassword: { temporaryPassword: string } };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { changePassword: boolean };

export type StillOwnedQueryVariables = Exact<{
  ownerId: string | number;
}>;


export type StillOwnedQuery = { obstacles: { totalCount: number } };

export type SettingsPolicyQueryVariables = Exact<{ [key: string]: never; }>;


export type SettingsPolicyQuery = { slaPolicy: { warnAtPercent: Array<number>, version: number, rules: Array<{ category: Category | null, severity: Severity | null, subjectKind: SubjectKind | null, targets: Array<{ kind: DeadlineKind, amount: number, unit: TargetUnit }> }>, ladder: Array<{ afterMinutes: number, to: EscalationParty, label: string }> } };

export type PreviewSlaPolicyQueryVariables = Exact<{
  input: SlaPolicyInput;
}>;


export type PreviewSlaPolicyQuery = { preview: { movedDeadlines: number, newBreaches: number, withdrawnBreaches: number } };

export type SetSlaPolicyMutationVariables = Exact<{
  input: SlaPolicyInput;
}>;


export type SetSlaPolicyMutation = { setSlaPolicy: { movedDeadlines: number, slaPolicy: { version: number } } };

export type OwnAccountQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnAccountQuery = { viewer: { id: string, secondFactor: boolean, passwordExpiresAt: string | null } | null };

export type BeginSecondFactorMutationVariables = Exact<{
  password: string;
}>;


export type BeginSecondFactorMutation = { beginSecondFactor: { secret: string, uri: string } };

export type ConfirmSecondFactorMutationVariables = Exact<{
  code: string;
}>;


export type ConfirmSecondFactorMutation = { confirmSecondFactor: { recoveryCodes: Array<string> } };

export type EndSecondFactorMutationVariables = Exact<{
  password: string;
  code: string;
}>;


export type EndSecondFactorMutation = { endSecondFactor: boolean };

export type ResetSecondFactorMutationVariables = Exact<{
  id: string | number;
}>;


export type ResetSecondFactorMutation = { resetSecondFactor: { user: { id: string } } };

export type OwnSessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnSessionsQuery = { sessions: Array<{ id: string, device: string | null, signedInAt: string, lastUsedAt: string, current: boolean }> };

export type EndSessionMutationVariables = Exact<{
  id: string | number;
}>;


export type EndSessionMutation = { endSession: boolean };

export type EndOtherSessionsMutationVariables = Exact<{ [key: string]: never; }>;


export type EndOtherSessionsMutation = { endOtherSessions: boolean };

export type WhomToAskQueryVariables = Exact<{
  roles: Array<Role> | Role;
}>;


export type WhomToAskQuery = { people: Array<{ id: string, name: string, email: string, role: Role }> };

export type PaletteAgenciesQueryVariables = Exact<{ [key: string]: never; }>;


export type PaletteAgenciesQuery = { agencies: Array<{ code: string, name: string }> };

export type PaletteObstaclesQueryVariables = Exact<{
  search: string;
}>;


export type PaletteObstaclesQuery = { obstacles: { edges: Array<{ node: { id: string, ref: string, title: string } }> } };

export type MyOverdueQueryVariables = Exact<{ [key: string]: never; }>;


export type MyOverdueQuery = { obstacles: { totalCount: number } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const TileFragmentDoc = new TypedDocumentString(`
    fragment Tile on Agency {
  code
  name
  field
  stage
  openCount
  overdueCount
}
    `, {"fragmentName":"Tile"}) as unknown as TypedDocumentString<TileFragment, unknown>;
export const BoardCountsFragmentDoc = new TypedDocumentString(`
    fragment BoardCounts on Board {
  openCount
  closedCount
  totalCount
  slaCounts {
    onTrack
    dueSoon
    overdue
    paused
  }
}
    `, {"fragmentName":"BoardCounts"}) as unknown as TypedDocumentString<BoardCountsFragment, unknown>;
export const PreviewFragmentDoc = new TypedDocumentString(`
    fragment Preview on DeadlinePreview {
  kind
  dueAt
  cappedBy {
    id
    name
  }
}
    `, {"fragmentName":"Preview"}) as unknown as TypedDocumentString<PreviewFragment, unknown>;
export const ClockFragmentDoc = new TypedDocumentString(`
    fragment Clock on Deadline {
  id
  kind
  state
  startedAt
  dueAt
  soonAt
  breachedAt
  remainingMinutes
  totalMinutes
}
    `, {"fragmentName":"Clock"}) as unknown as TypedDocumentString<ClockFragment, unknown>;
export const TrackedClockFragmentDoc = new TypedDocumentString(`
    fragment TrackedClock on Deadline {
  ...Clock
  originalDueAt
  stoppedAt
  cappedBy {
    id
    name
    dueAt
  }
  why {
    target {
      amount
      unit
    }
    pauses {
      from
      to
    }
    extensions {
      id
      until
    }
  }
}
    fragment Clock on Deadline {
  id
  kind
  state
  startedAt
  dueAt
  soonAt
  breachedAt
  remainingMinutes
  totalMinutes
}`, {"fragmentName":"TrackedClock"}) as unknown as TypedDocumentString<TrackedClockFragment, unknown>;
export const TimelineEventFragmentDoc = new TypedDocumentString(`
    fragment TimelineEvent on Event {
  id
  kind
  at
  actor {
    id
    name
  }
  comment
  level
  deadline {
    id
    kind
  }
  changes {
    field
    before
    after
  }
  mentions {
    id
    name
  }
}
    `, {"fragmentName":"TimelineEvent"}) as unknown as TypedDocumentString<TimelineEventFragment, unknown>;
export const RungFragmentDoc = new TypedDocumentString(`
    fragment Rung on LadderStep {
  level
  afterMinutes
  to
  label
}
    `, {"fragmentName":"Rung"}) as unknown as TypedDocumentString<RungFragment, unknown>;
export const ClimbFragmentDoc = new TypedDocumentString(`
    fragment Climb on Obstacle {
  escalationLevel
  nextDeadline {
    id
    state
    dueAt
    breachedAt
    why {
      pauses {
        from
        to
      }
    }
  }
}
    `, {"fragmentName":"Climb"}) as unknown as TypedDocumentString<ClimbFragment, unknown>;
export const CardFragmentDoc = new TypedDocumentString(`
    fragment Card on Obstacle {
  id
  ref
  title
  category
  status
  subjectKind
  agency {
    code
    name
  }
  affectedAgencies {
    code
  }
  owner {
    id
    name
    agency {
      code
      name
    }
  }
  nextDeadline {
    ...Clock
  }
  overdue
  escalationLevel
  displayLevel
  commentCount
  actions
  version
  updatedAt
}
    fragment Clock on Deadline {
  id
  kind
  state
  startedAt
  dueAt
  soonAt
  breachedAt
  remainingMinutes
  totalMinutes
}`, {"fragmentName":"Card"}) as unknown as TypedDocumentString<CardFragment, unknown>;
export const MilestoneAheadFragmentDoc = new TypedDocumentString(`
    fragment MilestoneAhead on Milestone {
  id
  name
  dueDate
  workingDaysLeft
}
    `, {"fragmentName":"MilestoneAhead"}) as unknown as TypedDocumentString<MilestoneAheadFragment, unknown>;
export const FiguresFragmentDoc = new TypedDocumentString(`
    fragment Figures on Review {
  milestone {
    ...MilestoneAhead
  }
  totalCount
  resolvedCount
  openCount
  overdueCount
  pacePerDay
  paceFrom
  paceTo
  since
  neededPerDay
  forecast {
    low
    high
    confidence
  }
  burnup {
    date
    logged
    resolved
  }
  upcoming {
    date
    count
    closed
    reason
  }
  onTime {
    kind
    met
    missed
    goalPercent
  }
  medianResolveMinutes
  medianResolveMinutesBefore
  extensions {
    requested
    approved
    denied
    pending
  }
  definitions {
    key
    text
  }
}
    fragment MilestoneAhead on Milestone {
  id
  name
  dueDate
  workingDaysLeft
}`, {"fragmentName":"Figures"}) as unknown as TypedDocumentString<FiguresFragment, unknown>;
export const MovesFragmentDoc = new TypedDocumentString(`
    fragment Moves on ChangePreview {
  movedDeadlines
  newBreaches
  withdrawnBreaches
}
    `, {"fragmentName":"Moves"}) as unknown as TypedDocumentString<MovesFragment, unknown>;
export const AccountFragmentDoc = new TypedDocumentString(`
    fragment Account on User {
  id
  version
  name
  email
  role
  suspended
  secondFactor
  agency {
    code
    name
  }
}
    `, {"fragmentName":"Account"}) as unknown as TypedDocumentString<AccountFragment, unknown>;
export const AgenciesDocument = new TypedDocumentString(`
    query Agencies {
  agencies {
    ...Tile
    openByCategory {
      category
      count
    }
    stageChanges {
      at
      reason
    }
  }
}
    fragment Tile on Agency {
  code
  name
  field
  stage
  openCount
  overdueCount
}`) as unknown as TypedDocumentString<AgenciesQuery, AgenciesQueryVariables>;
export const AgencyDocument = new TypedDocumentString(`
    query Agency($code: String!, $codes: [String!]) {
  agency(code: $code) {
    ...Tile
    focalPoint {
      id
      name
      email
    }
    stageChanges {
      at
      after
      before
      reason
      by {
        id
        name
      }
    }
    services {
      code
      name
      inSingleWindow
    }
    openByCategory {
      category
      count
    }
  }
  obstacles(
    filter: {agencyCode: $codes, status: [LOGGED, ASSIGNED, IN_PROGRESS, WAITING, RESOLVED]}
    orderBy: DUE_FIRST
    first: 5
  ) {
    edges {
      node {
        id
        ref
        title
        nextDeadline {
          ...Clock
        }
      }
    }
  }
}
    fragment Tile on Agency {
  code
  name
  field
  stage
  openCount
  overdueCount
}
fragment Clock on Deadline {
  id
  kind
  state
  startedAt
  dueAt
  soonAt
  breachedAt
  remainingMinutes
  totalMinutes
}`) as unknown as TypedDocumentString<AgencyQuery, AgencyQueryVariables>;
export const BoardDocument = new TypedDocumentString(`
    query Board($filter: ObstacleFilter, $perColumn: Int!) {
  board(filter: $filter, perColumn: $perColumn) {
    ...BoardCounts
    columns {
      status
      totalCount
      overdueCount
      endCursor
      obstacles {
        ...Card
      }
    }
  }
}
    fragment BoardCounts on Board {
  openCount
  closedCount
  totalCount
  slaCounts {
    onTrack
    dueSoon
    overdue
    paused
  }
}
fragment Clock on Deadline {
  id
  kind
  state
  startedAt
  dueAt
  soonAt
  breachedAt
  remainingMinutes
  totalMinutes
}
fragment Card on Obstacle {
  id
  ref
  title
  category
  status
  subjectKind
  agency {
    code
    name
  }
  affectedAgencies {
    code
  }
  owner {
    id
    name
    agency {
      code
      name
    }
  }
  nextDeadline {
    ...Clock
  }
  overdue
  escalationLevel
  displayLevel
  commentCount
  actions
  version
  updatedAt
}`) as unknown as TypedDocumentString<BoardQuery, BoardQueryVariables>;
export const ObstacleListDocument = new TypedDocumentString(`
    query ObstacleList($filter: ObstacleFilter, $after: String) {
  obstacles(filter: $filter, orderBy: DUE_FIRST, first: 50, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        ...Card
        deadlines {
          ...Clock
        }
      }
    }
  }
}
    fragment Clock on Deadline {
  id
  kind
  state
  startedAt
  dueAt
  soonAt
  breachedAt
  remainingMinutes
  totalMinutes
}
fragment Card on Obstacle {
  id
  ref
  title
  category
  status
  subjectKind
  agency {
    code
    name
  }
  affectedAgencies {
    code
  }
  owner {
    id
    name
    agency {
      code
      name
    }
  }
  nextDeadline {
    ...Clock
  }
  overdue
  escalationLevel
  displayLevel
  commentCount
  actions
  version
  updatedAt
}`) as unknown as TypedDocumentString<ObstacleListQuery, ObstacleListQueryVariables>;
export const BoardCountsDocument = new TypedDocumentString(`
    query BoardCounts($filter: ObstacleFilter) {
  board(filter: $filter, perColumn: 1) {
    ...BoardCounts
  }
}
    fragment BoardCounts on Board {
  openCount
  closedCount
  totalCount
  slaCounts {
    onTrack
    dueSoon
    overdue
    paused
  }
}`) as unknown as TypedDocumentString<BoardCountsQuery, BoardCountsQueryVariables>;
export const OwnersDocument = new TypedDocumentString(`
    query Owners($ids: [ID!], $search: String) {
  people(ids: $ids, search: $search, first: 12) {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<OwnersQuery, OwnersQueryVariables>;
export const FilterChoicesDocument = new TypedDocumentString(`
    query FilterChoices {
  agencies {
    code
    name
  }
}
    `) as unknown as TypedDocumentString<FilterChoicesQuery, FilterChoicesQueryVariables>;
export const ColumnPageDocument = new TypedDocumentString(`
    query ColumnPage($filter: ObstacleFilter, $after: String) {
  obstacles(filter: $filter, orderBy: DUE_FIRST, first: 100, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        ...Card
      }
    }
  }
}
    fragment Clock on Deadline {
  id
  kind
  state
  startedAt
  dueAt
  soonAt
  breachedAt
  remainingMinutes
  totalMinutes
}
fragment Card on Obstacle {
  id
  ref
  title
  category
  status
  subjectKind
  agency {
    code
    name
  }
  affectedAgencies {
    code
  }
  owner {
    id
    name
    agency {
      code
      name
    }
  }
  nextDeadline {
    ...Clock
  }
  overdue
  escalationLevel
  displayLevel
  commentCount
  actions
  version
  updatedAt
}`) as unknown as TypedDocumentString<ColumnPageQuery, ColumnPageQueryVariables>;
export const DueObstaclesDocument = new TypedDocumentString(`
    query DueObstacles($filter: ObstacleFilter, $after: String) {
  obstacles(filter: $filter, orderBy: DUE_FIRST, first: 100, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        ref
        title
        overdue
        nextDeadline {
          ...Clock
        }
      }
    }
  }
}
    fragment Clock on Deadline {
  id
  kind
  state
  startedAt
  dueAt
  soonAt
  breachedAt
  remainingMinutes
  totalMinutes
}`) as unknown as TypedDocumentString<DueObstaclesQuery, DueObstaclesQueryVariables>;
export const QuickViewDocument = new TypedDocumentString(`
    query QuickView($ref: String!) {
  obstacle(ref: $ref) {
    ...Card
    description
    severity
    reporter {
      id
      name
    }
    waiting {
      party
      reason
      until
    }
    extensions {
      id
      reason
      until
      decision
      deadline {
        id
        kind
      }
    }
    timeline(last: 4) {
      totalCount
      edges {
        node {
          ...TimelineEvent
        }
      }
    }
  }
  slaPolicy {
    ladder {
      ...Rung
    }
  }
}
    fragment TimelineEvent on Event {
  id
  kind
  at
  actor {
    id
    name
  }
  comment
  level
  deadline {
    id
    kind
  }
  changes {
    field
    before
    after
  }
  mentions {
    id
    name
  }
}
fragment Rung on LadderStep {
  level
  afterMinutes
  to
  label
}
fragment Clock on Deadline {
  id
  kind
  state
  startedAt
  dueAt
  soonAt
  breachedAt
  remainingMinutes
  totalMinutes
}
fragment Card on Obstacle {
  id
  ref
  title
  category
  status
  subjectKind
  agency {
    code
    name
  }
  affectedAgencies {
    code
  }
  owner {
    id
    name
    agency {
      code
      name
    }
  }
  nextDeadline {
    ...Clock
  }
  overdue
  escalationLevel
  displayLevel
  commentCount
  actions
  version
  updatedAt
}`) as unknown as TypedDocumentString<QuickViewQuery, QuickViewQueryVariables>;
export const SheetPageDocument = new TypedDocumentString(`
    query SheetPage($filter: ObstacleFilter, $after: String) {
  obstacles(filter: $filter, orderBy: DUE_FIRST, first: 100, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        ref
        title
        category
        severity
        status
        subjectKind
        agency {
          code
          name
        }
        owner {
          id
          name
          agency {
            code
            name
          }
        }
        deadlines {
          ...Clock
        }
        nextDeadline {
          ...Clock
        }
        displayLevel
        escalationLevel
        createdAt
      }
    }
  }
}
    fragment Clock on Deadline {
  id
  kind
  state
  startedAt
  dueAt
  soonAt
  breachedAt
  remainingMinutes
  totalMinutes
}`) as unknown as TypedDocumentString<SheetPageQuery, SheetPageQueryVariables>;
export const NoticedDocument = new TypedDocumentString(`
    subscription Noticed {
  noticed {
    id
  }
}
    `) as unknown as TypedDocumentString<NoticedSubscription, NoticedSubscriptionVariables>;
export const ObstacleChangedDocument = new TypedDocumentString(`
    subscription ObstacleChanged {
  obstacleChanged {
    kind
    obstacle {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ObstacleChangedSubscription, ObstacleChangedSubscriptionVariables>;
export const SessionDocument = new TypedDocumentString(`
    query Session {
  viewer {
    id
    name
    role
    secondFactorNeeded
    agency {
      code
      name
    }
  }
  installation {
    name
    agencyCount
    operatingCount
    serviceCount
    workingDaysLeft
    demo
    milestone {
      id
      name
      dueDate
    }
    clock {
      now
      simulated
      speed
    }
  }
}
    `) as unknown as TypedDocumentString<SessionQuery, SessionQueryVariables>;
export const WhoDocument = new TypedDocumentString(`
    query Who {
  viewer {
    id
  }
}
    `) as unknown as TypedDocumentString<WhoQuery, WhoQueryVariables>;
export const CalendarDocument = new TypedDocumentString(`
    query Calendar {
  workingCalendar {
    version
    timezone
    minutesPerDay
    hours {
      from
      to
      weekday
      opens
      closes
    }
    dates {
      date
      opens
      closes
      name
    }
    closures {
      date
      name
      kind
    }
  }
}
    `) as unknown as TypedDocumentString<CalendarQuery, CalendarQueryVariables>;
export const SignInDocument = new TypedDocumentString(`
    mutation SignIn($input: SignInInput!) {
  signIn(input: $input) {
    viewer {
      id
      passwordExpiresAt
    }
  }
}
    `) as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
export const SignOutDocument = new TypedDocumentString(`
    mutation SignOut {
  signOut
}
    `) as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;
export const InboxDocument = new TypedDocumentString(`
    query Inbox($after: String, $unreadOnly: Boolean!) {
  inbox(first: 30, after: $after, unreadOnly: $unreadOnly) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      id: cursor
      node {
        id
        kind
        at
        readAt
        text
        actor {
          id
          name
        }
        obstacle {
          id
          ref
          title
        }
        event {
          id
          comment
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<InboxQuery, InboxQueryVariables>;
export const UnreadNoticesDocument = new TypedDocumentString(`
    query UnreadNotices {
  unreadCount
}
    `) as unknown as TypedDocumentString<UnreadNoticesQuery, UnreadNoticesQueryVariables>;
export const MarkNoticesReadDocument = new TypedDocumentString(`
    mutation MarkNoticesRead($ids: [ID!], $all: Boolean!) {
  markNoticesRead(ids: $ids, all: $all)
}
    `) as unknown as TypedDocumentString<MarkNoticesReadMutation, MarkNoticesReadMutationVariables>;
export const MyWorkDocument = new TypedDocumentString(`
    query MyWork($open: ObstacleFilter!, $closed: ObstacleFilter!) {
  open: obstacles(filter: $open, orderBy: DUE_FIRST, first: 100) {
    totalCount
    edges {
      id: cursor
      node {
        ...Card
        ...Climb
        waiting {
          party
          until
        }
        extensions {
          id
          decision
        }
        deadlines {
          ...Clock
        }
      }
    }
  }
  closed: obstacles(filter: $closed, orderBy: UPDATED_FIRST, first: 6) {
    totalCount
    edges {
      id: cursor
      node {
        id
        ref
        title
        deadlines {
          ...Clock
          stoppedAt
        }
      }
    }
  }
  slaPolicy {
    ladder {
      ...Rung
    }
  }
}
    fragment Rung on LadderStep {
  level
  afterMinutes
  to
  label
}
fragment Climb on Obstacle {
  escalationLevel
  nextDeadline {
    id
    state
    dueAt
    breachedAt
    why {
      pauses {
        from
        to
      }
    }
  }
}
fragment Clock on Deadline {
  id
  kind
  state
  startedAt
  dueAt
  soonAt
  breachedAt
  remainingMinutes
  totalMinutes
}
fragment Card on Obstacle {
  id
  ref
  title
  category
  status
  subjectKind
  agency {
    code
    name
  }
  affectedAgencies {
    code
  }
  owner {
    id
    name
    agency {
      code
      name
    }
  }
  nextDeadline {
    ...Clock
  }
  overdue
  escalationLevel
  displayLevel
  commentCount
  actions
  version
  updatedAt
}`) as unknown as TypedDocumentString<MyWorkQuery, MyWorkQueryVariables>;
export const LogChoicesDocument = new TypedDocumentString(`
    query LogChoices {
  agencies {
    code
    name
  }
  services {
    code
    name
    agency {
      code
      name
    }
  }
  milestones {
    id
    name
    dueAt
    subjectKind
  }
}
    `) as unknown as TypedDocumentString<LogChoicesQuery, LogChoicesQueryVariables>;
export const SimilarObstaclesDocument = new TypedDocumentString(`
    query SimilarObstacles($text: String!) {
  similarObstacles(text: $text, first: 3) {
    score
    obstacle {
      ...Card
    }
  }
}
    fragment Clock on Deadline {
  id
  kind
  state
  startedAt
  dueAt
  soonAt
  breachedAt
  remainingMinutes
  totalMinutes
}
fragment Card on Obstacle {
  id
  ref
  title
  category
  status
  subjectKind
  agency {
    code
    name
  }
  affectedAgencies {
    code
  }
  owner {
    id
    name
    agency {
      code
      name
    }
  }
  nextDeadline {
    ...Clock
  }
  overdue
  escalationLevel
  displayLevel
  commentCount
  actions
  version
  updatedAt
}`) as unknown as TypedDocumentString<SimilarObstaclesQuery, SimilarObstaclesQueryVariables>;
export const PreviewBySeverityDocument = new TypedDocumentString(`
    query PreviewBySeverity($low: PreviewDeadlinesInput!, $medium: PreviewDeadlinesInput!, $high: PreviewDeadlinesInput!, $critical: PreviewDeadlinesInput!) {
  LOW: previewDeadlines(input: $low) {
    ...Preview
  }
  MEDIUM: previewDeadlines(input: $medium) {
    ...Preview
  }
  HIGH: previewDeadlines(input: $high) {
    ...Preview
  }
  CRITICAL: previewDeadlines(input: $critical) {
    ...Preview
  }
}
    fragment Preview on DeadlinePreview {
  kind
  dueAt
  cappedBy {
    id
    name
  }
}`) as unknown as TypedDocumentString<PreviewBySeverityQuery, PreviewBySeverityQueryVariables>;
export const LogObstacleDocument = new TypedDocumentString(`
    mutation LogObstacle($input: LogObstacleInput!) {
  logObstacle(input: $input) {
    obstacle {
      id
      ref
      deadlines {
        id
        kind
        dueAt
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LogObstacleMutation, LogObstacleMutationVariables>;
export const ObstacleDocument = new TypedDocumentString(`
    query Obstacle($ref: String!) {
  obstacle(ref: $ref) {
    ...Card
    owner {
      suspended
    }
    followed
    ...Climb
    description
    severity
    service {
      code
      name
    }
    affectedAgencies {
      code
      name
    }
    reporter {
      id
      name
      agency {
        code
        name
      }
    }
    milestone {
      id
      name
    }
    deadlines {
      ...TrackedClock
    }
    waiting {
      party
      reason
      since
      until
    }
    solution
    windowStep
    letterNumber
    letterDate
    solutionSteps {
      id
      text
      doneAt
      plannedFor
    }
    attachments {
      id
      name
      mime
      size
      uploadedAt
      uploadedBy {
        id
        name
      }
      url
    }
    rejectionReason
    mergedInto {
      id
      ref
      title
    }
    extensions {
      id
      reason
      until
      decision
      requestedAt
      requestedBy {
        id
        name
      }
      deadline {
        id
        kind
      }
    }
    timeline(last: 100) {
      totalCount
      pageInfo {
        hasPreviousPage
        startCursor
      }
      edges {
        node {
          ...TimelineEvent
        }
      }
    }
    createdAt
    updatedAt
  }
  slaPolicy {
    ladder {
      ...Rung
    }
  }
}
    fragment TrackedClock on Deadline {
  ...Clock
  originalDueAt
  stoppedAt
  cappedBy {
    id
    name
    dueAt
  }
  why {
    target {
      amount
      unit
    }
    pauses {
      from
      to
    }
    extensions {
      id
      until
    }
  }
}
fragment TimelineEvent on Event {
  id
  kind
  at
  actor {
    id
    name
  }
  comment
  level
  deadline {
    id
    kind
  }
  changes {
    field
    before
    after
  }
  mentions {
    id
    name
  }
}
fragment Rung on LadderStep {
  level
  afterMinutes
  to
  label
}
fragment Climb on Obstacle {
  escalationLevel
  nextDeadline {
    id
    state
    dueAt
    breachedAt
    why {
      pauses {
        from
        to
      }
    }
  }
}
fragment Clock on Deadline {
  id
  kind
  state
  startedAt
  dueAt
  soonAt
  breachedAt
  remainingMinutes
  totalMinutes
}
fragment Card on Obstacle {
  id
  ref
  title
  category
  status
  subjectKind
  agency {
    code
    name
  }
  affectedAgencies {
    code
  }
  owner {
    id
    name
    agency {
      code
      name
    }
  }
  nextDeadline {
    ...Clock
  }
  overdue
  escalationLevel
  displayLevel
  commentCount
  actions
  version
  updatedAt
}`) as unknown as TypedDocumentString<ObstacleQuery, ObstacleQueryVariables>;
export const EarlierEventsDocument = new TypedDocumentString(`
    query EarlierEvents($id: ID!, $before: String!) {
  obstacle(id: $id) {
    id
    timeline(last: 100, before: $before) {
      totalCount
      pageInfo {
        hasPreviousPage
        startCursor
      }
      edges {
        node {
          ...TimelineEvent
        }
      }
    }
  }
}
    fragment TimelineEvent on Event {
  id
  kind
  at
  actor {
    id
    name
  }
  comment
  level
  deadline {
    id
    kind
  }
  changes {
    field
    before
    after
  }
  mentions {
    id
    name
  }
}`) as unknown as TypedDocumentString<EarlierEventsQuery, EarlierEventsQueryVariables>;
export const WhyThisDateDocument = new TypedDocumentString(`
    query WhyThisDate($id: ID!) {
  obstacle(id: $id) {
    id
    deadlines {
      id
      why {
        text
        counted {
          from
          to
          minutes
        }
        skipped {
          date
          reason
        }
        pauses {
          from
          to
          minutes
        }
        extensions {
          id
          until
          decidedBy {
            id
            name
          }
        }
        cappedBy {
          id
          name
          dueDate
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WhyThisDateQuery, WhyThisDateQueryVariables>;
export const EditChoicesDocument = new TypedDocumentString(`
    query EditChoices {
  agencies {
    code
    name
  }
  milestones {
    id
    name
    dueAt
    subjectKind
  }
}
    `) as unknown as TypedDocumentString<EditChoicesQuery, EditChoicesQueryVariables>;
export const SetSolutionStepsDocument = new TypedDocumentString(`
    mutation SetSolutionSteps($input: SolutionStepsInput!) {
  setSolutionSteps(input: $input) {
    obstacle {
      id
      version
      solutionSteps {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SetSolutionStepsMutation, SetSolutionStepsMutationVariables>;
export const EditObstacleDocument = new TypedDocumentString(`
    mutation EditObstacle($input: EditObstacleInput!) {
  editObstacle(input: $input) {
    obstacle {
      id
      version
    }
  }
}
    `) as unknown as TypedDocumentString<EditObstacleMutation, EditObstacleMutationVariables>;
export const AssignObstacleDocument = new TypedDocumentString(`
    mutation AssignObstacle($input: AssignObstacleInput!) {
  step: assignObstacle(input: $input) {
    obstacle {
      ...Card
    }
  }
}
    fragment Clock on Deadline {
  id
  kind
  state
  startedAt
  dueAt
  soonAt
  breachedAt
  remainingMinutes
  totalMinutes
}
fragment Card on Obstacle {
  id
  ref
  title
  category
  status
  subjectKind
  agency {
    code
    name
  }
  affectedAgencies {
    code
  }
  owner {
    id
    name
    agency {
      code
      name
    }
  }
  nextDeadline {
    ...Clock
  }
  overdue
  escalationLevel
  displayLevel
  commentCount
  actions
  version
  updatedAt
}`) as unknown as TypedDocumentString<AssignObstacleMutation, AssignObstacleMutationVariables>;
export const AcknowledgeObstacleDocument = new TypedDocumentString(`
    mutation AcknowledgeObstacle($input: ObstacleStepInput!) {
  step: acknowledgeObstacle(input: $input) {
    obstacle {
      ...Card
    }
  }
}
    fragment Clock on Deadline {
  id
  kind
  state
  startedAt
  dueAt
  soonAt
  breachedAt
  remainingMinutes
  totalMinutes
}
fragment Card on Obstacle {
  id
  ref
  title
  category
  status
  subjectKind
  agency {
    code
    name
  }
  affectedAgencies {
    code
  }
  owner {
    id
    name
    agency {
      code
      name
    }
  }
  nextDeadline {
    ...Clock
  }
  overdue
  escalationLevel
  displayLevel
  commentCount
  actions
  version
  updatedAt
}`) as unknown as TypedDocumentString<AcknowledgeObstacleMutation, AcknowledgeObstacleMutationVariables>;
export const StartObstacleDocument = new TypedDocumentString(`
    mutation StartObstacle($input: ObstacleStepInput!) {
  step: startObstacle(input: $input) {
    obstacle {
      ...Card
    }
  }
}
    fragment Clock on Deadline {
  id
  kind
  state
  startedAt
  dueAt
  soonAt
  breachedAt
  remainingMinutes
  totalMinutes
}
fragment Card on Obstacle {
  id
  ref
  title
  category
  status
  subjectKind
  agency {
    code
    name
  }
  affectedAgencies {
    code
  }
  owner {
    id
    name
    agency {
      code
      name
    }
  }
  nextDeadline {
    ...Clock
  }
  overdue
  escalationLevel
  displayLevel
  commentCount
  actions
  version
  updatedAt
}`) as unknown as TypedDocumentString<StartObstacleMutation, StartObstacleMutationVariables>;
export const WaitObstacleDocument = new TypedDocumentString(`
    mutation WaitObstacle($input: WaitObstacleInput!) {
  step: waitObstacle(input: $input) {
    obstacle {
      ...Card
    }
  }
}
    fragment Clock on Deadline {
  id
  kind
  state
  startedAt
  dueAt
  soonAt
  breachedAt
  remainingMinutes
  totalMinutes
}
fragment Card on Obstacle {
  id
  ref
  title
  category
  status
  subjectKind
  agency {
    code
    name
  }
  affectedAgencies {
    code
  }
  owner {
    id
    name
    agency {
      code
      name
    }
  }
  nextDeadline {
    ...Clock
  }
  overdue
  escalationLevel
  displayLevel
  commentCount
  actions
  version
  updatedAt
}`) as unknown as TypedDocumentString<WaitObstacleMutation, WaitObstacleMutationVariables>;
export const ResumeObstacleDocument = new TypedDocumentString(`
    mutation ResumeObstacle($input: ObstacleStepInput!) {
  step: resumeObstacle(input: $input) {
    obstacle {
      ...Card
    }
  }
}
    fragment Clock on Deadline {
  id
  kind
  state
  startedAt
  dueAt
  soonAt
  breachedAt
  remainingMinutes
  totalMinutes
}
fragment Card on Obstacle {
  id
  ref
  title
  category
  status
  subjectKind
  agency {
    code
    name
  }
  affectedAgencies {
    code
  }
  owner {
    id
    name
    agency {
      code
      name
    }
  }
  nextDeadline {
    ...Clock
  }
  overdue
  escalationLevel
  displayLevel
  commentCount
  actions
  version
  updatedAt
}`) as unknown as TypedDocumentString<ResumeObstacleMutation, ResumeObstacleMutationVariables>;
export const ResolveObstacleDocument = new TypedDocumentString(`
    mutation ResolveObstacle($input: ResolveObstacleInput!) {
  step: resolveObstacle(input: $input) {
    obstacle {
      ...Card
    }
  }
}
    fragment Clock on Deadline {
  id
  kind
  state
  startedAt
  dueAt
  soonAt
  breachedAt
  remainingMinutes
  totalMinutes
}
fragment Card on Obstacle {
  id
  ref
  title
  category
  status
  subjectKind
  agency {
    code
    name
  }
  affectedAgencies {
    code
  }
  owner {
    id
    name
    agency {
      code
      name
    }
  }
  nextDeadline {
    ...Clock
  }
  overdue
  escalationLevel
  displayLevel
  commentCount
  actions
  version
  updatedAt
}`) as unknown as TypedDocumentString<ResolveObstacleMutation, ResolveObstacleMutationVariables>;
export const VerifyObstacleDocument = new TypedDocumentString(`
    mutation VerifyObstacle($input: ObstacleStepInput!) {
  step: verifyObstacle(input: $input) {
    obstacle {
      ...Card
    }
  }
}
    fragment Clock on Deadline {
  id
  kind
  state
  startedAt
  dueAt
  soonAt
  breachedAt
  remainingMinutes
  totalMinutes
}
fragment Card on Obstacle {
  id
  ref
  title
  category
  status
  subjectKind
  agency {
    code
    name
  }
  affectedAgencies {
    code
  }
  owner {
    id
    name
    agency {
      code
      name
    }
  }
  nextDeadline {
    ...Clock
  }
  overdue
  escalationLevel
  displayLevel
  commentCount
  actions
  version
  updatedAt
}`) as unknown as TypedDocumentString<VerifyObstacleMutation, VerifyObstacleMutationVariables>;
export const ReopenObstacleDocument = new TypedDocumentString(`
    mutation ReopenObstacle($input: ReasonedStepInput!) {
  step: reopenObstacle(input: $input) {
    obstacle {
      ...Card
    }
  }
}
    fragment Clock on Deadline {
  id
  kind
  state
  startedAt
  dueAt
  soonAt
  breachedAt
  remainingMinutes
  totalMinutes
}
fragment Card on Obstacle {
  id
  ref
  title
  category
  status
  subjectKind
  agency {
    code
    name
  }
  affectedAgencies {
    code
  }
  owner {
    id
    name
    agency {
      code
      name
    }
  }
  nextDeadline {
    ...Clock
  }
  overdue
  escalationLevel
  displayLevel
  commentCount
  actions
  version
  updatedAt
}`) as unknown as TypedDocumentString<ReopenObstacleMutation, ReopenObstacleMutationVariables>;
export const RejectObstacleDocument = new TypedDocumentString(`
    mutation RejectObstacle($input: ReasonedStepInput!) {
  step: rejectObstacle(input: $input) {
    obstacle {
      ...Card
    }
  }
}
    fragment Clock on Deadline {
  id
  kind
  state
  startedAt
  dueAt
  soonAt
  breachedAt
  remainingMinutes
  totalMinutes
}
fragment Card on Obstacle {
  id
  ref
  title
  category
  status
  subjectKind
  agency {
    code
    name
  }
  affectedAgencies {
    code
  }
  owner {
    id
    name
    agency {
      code
      name
    }
  }
  nextDeadline {
    ...Clock
  }
  overdue
  escalationLevel
  displayLevel
  commentCount
  actions
  version
  updatedAt
}`) as unknown as TypedDocumentString<RejectObstacleMutation, RejectObstacleMutationVariables>;
export const MergeObstacleDocument = new TypedDocumentString(`
    mutation MergeObstacle($input: MergeObstacleInput!) {
  step: mergeObstacle(input: $input) {
    obstacle {
      ...Card
    }
  }
}
    fragment Clock on Deadline {
  id
  kind
  state
  startedAt
  dueAt
  soonAt
  breachedAt
  remainingMinutes
  totalMinutes
}
fragment Card on Obstacle {
  id
  ref
  title
  category
  status
  subjectKind
  agency {
    code
    name
  }
  affectedAgencies {
    code
  }
  owner {
    id
    name
    agency {
      code
      name
    }
  }
  nextDeadline {
    ...Clock
  }
  overdue
  escalationLevel
  displayLevel
  commentCount
  actions
  version
  updatedAt
}`) as unknown as TypedDocumentString<MergeObstacleMutation, MergeObstacleMutationVariables>;
export const CommentObstacleDocument = new TypedDocumentString(`
    mutation CommentObstacle($input: CommentInput!) {
  step: commentObstacle(input: $input) {
    obstacle {
      ...Card
    }
  }
}
    fragment Clock on Deadline {
  id
  kind
  state
  startedAt
  dueAt
  soonAt
  breachedAt
  remainingMinutes
  totalMinutes
}
fragment Card on Obstacle {
  id
  ref
  title
  category
  status
  subjectKind
  agency {
    code
    name
  }
  affectedAgencies {
    code
  }
  owner {
    id
    name
    agency {
      code
      name
    }
  }
  nextDeadline {
    ...Clock
  }
  overdue
  escalationLevel
  displayLevel
  commentCount
  actions
  version
  updatedAt
}`) as unknown as TypedDocumentString<CommentObstacleMutation, CommentObstacleMutationVariables>;
export const JoinObstacleDocument = new TypedDocumentString(`
    mutation JoinObstacle($input: ObstacleStepInput!) {
  step: joinObstacle(input: $input) {
    obstacle {
      ...Card
    }
  }
}
    fragment Clock on Deadline {
  id
  kind
  state
  startedAt
  dueAt
  soonAt
  breachedAt
  remainingMinutes
  totalMinutes
}
fragment Card on Obstacle {
  id
  ref
  title
  category
  status
  subjectKind
  agency {
    code
    name
  }
  affectedAgencies {
    code
  }
  owner {
    id
    name
    agency {
      code
      name
    }
  }
  nextDeadline {
    ...Clock
  }
  overdue
  escalationLevel
  displayLevel
  commentCount
  actions
  version
  updatedAt
}`) as unknown as TypedDocumentString<JoinObstacleMutation, JoinObstacleMutationVariables>;
export const LeaveObstacleDocument = new TypedDocumentString(`
    mutation LeaveObstacle($input: ObstacleStepInput!) {
  step: leaveObstacle(input: $input) {
    obstacle {
      ...Card
    }
  }
}
    fragment Clock on Deadline {
  id
  kind
  state
  startedAt
  dueAt
  soonAt
  breachedAt
  remainingMinutes
  totalMinutes
}
fragment Card on Obstacle {
  id
  ref
  title
  category
  status
  subjectKind
  agency {
    code
    name
  }
  affectedAgencies {
    code
  }
  owner {
    id
    name
    agency {
      code
      name
    }
  }
  nextDeadline {
    ...Clock
  }
  overdue
  escalationLevel
  displayLevel
  commentCount
  actions
  version
  updatedAt
}`) as unknown as TypedDocumentString<LeaveObstacleMutation, LeaveObstacleMutationVariables>;
export const RequestExtensionDocument = new TypedDocumentString(`
    mutation RequestExtension($input: RequestExtensionInput!) {
  step: requestExtension(input: $input) {
    obstacle {
      ...Card
    }
  }
}
    fragment Clock on Deadline {
  id
  kind
  state
  startedAt
  dueAt
  soonAt
  breachedAt
  remainingMinutes
  totalMinutes
}
fragment Card on Obstacle {
  id
  ref
  title
  category
  status
  subjectKind
  agency {
    code
    name
  }
  affectedAgencies {
    code
  }
  owner {
    id
    name
    agency {
      code
      name
    }
  }
  nextDeadline {
    ...Clock
  }
  overdue
  escalationLevel
  displayLevel
  commentCount
  actions
  version
  updatedAt
}`) as unknown as TypedDocumentString<RequestExtensionMutation, RequestExtensionMutationVariables>;
export const DecideExtensionDocument = new TypedDocumentString(`
    mutation DecideExtension($input: DecideExtensionInput!) {
  step: decideExtension(input: $input) {
    obstacle {
      ...Card
    }
  }
}
    fragment Clock on Deadline {
  id
  kind
  state
  startedAt
  dueAt
  soonAt
  breachedAt
  remainingMinutes
  totalMinutes
}
fragment Card on Obstacle {
  id
  ref
  title
  category
  status
  subjectKind
  agency {
    code
    name
  }
  affectedAgencies {
    code
  }
  owner {
    id
    name
    agency {
      code
      name
    }
  }
  nextDeadline {
    ...Clock
  }
  overdue
  escalationLevel
  displayLevel
  commentCount
  actions
  version
  updatedAt
}`) as unknown as TypedDocumentString<DecideExtensionMutation, DecideExtensionMutationVariables>;
export const SetFollowingDocument = new TypedDocumentString(`
    mutation SetFollowing($input: FollowingInput!) {
  setFollowing(input: $input) {
    obstacle {
      id
      followed
    }
  }
}
    `) as unknown as TypedDocumentString<SetFollowingMutation, SetFollowingMutationVariables>;
export const ObstacleSinceDocument = new TypedDocumentString(`
    query ObstacleSince($id: ID!, $after: String) {
  obstacle(id: $id) {
    ...Card
    timeline(first: 100, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...TimelineEvent
        }
      }
    }
  }
  slaPolicy {
    ladder {
      ...Rung
    }
  }
}
    fragment TimelineEvent on Event {
  id
  kind
  at
  actor {
    id
    name
  }
  comment
  level
  deadline {
    id
    kind
  }
  changes {
    field
    before
    after
  }
  mentions {
    id
    name
  }
}
fragment Rung on LadderStep {
  level
  afterMinutes
  to
  label
}
fragment Clock on Deadline {
  id
  kind
  state
  startedAt
  dueAt
  soonAt
  breachedAt
  remainingMinutes
  totalMinutes
}
fragment Card on Obstacle {
  id
  ref
  title
  category
  status
  subjectKind
  agency {
    code
    name
  }
  affectedAgencies {
    code
  }
  owner {
    id
    name
    agency {
      code
      name
    }
  }
  nextDeadline {
    ...Clock
  }
  overdue
  escalationLevel
  displayLevel
  commentCount
  actions
  version
  updatedAt
}`) as unknown as TypedDocumentString<ObstacleSinceQuery, ObstacleSinceQueryVariables>;
export const ObstacleByRefDocument = new TypedDocumentString(`
    query ObstacleByRef($ref: String!) {
  obstacle(ref: $ref) {
    id
    title
  }
}
    `) as unknown as TypedDocumentString<ObstacleByRefQuery, ObstacleByRefQueryVariables>;
export const PendingExtensionDocument = new TypedDocumentString(`
    query PendingExtension($id: ID!) {
  obstacle(id: $id) {
    id
    extensions {
      id
      decision
      until
      reason
      requestedBy {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PendingExtensionQuery, PendingExtensionQueryVariables>;
export const PeopleDocument = new TypedDocumentString(`
    query People($search: String) {
  people(search: $search, first: 12) {
    id
    name
    role
    agency {
      code
      name
    }
  }
}
    `) as unknown as TypedDocumentString<PeopleQuery, PeopleQueryVariables>;
export const ReviewDocument = new TypedDocumentString(`
    query Review($by: OverdueBy!, $kinds: [SubjectKind!]!) {
  review(subjectKind: $kinds) {
    ...Figures
  }
  groups: overdueSummary(by: $by, subjectKind: $kinds) {
    key
    label
    openCount
    overdueCount
  }
  levels: overdueSummary(by: LEVEL, subjectKind: $kinds) {
    key
    openCount
    overdueCount
  }
  agencies: overdueSummary(by: AGENCY, subjectKind: $kinds) {
    key
    label
    overdueCount
  }
  everywhere: overdueSummary(by: LEVEL) {
    overdueCount
  }
  slaPolicy {
    ladder {
      ...Rung
    }
  }
}
    fragment Rung on LadderStep {
  level
  afterMinutes
  to
  label
}
fragment MilestoneAhead on Milestone {
  id
  name
  dueDate
  workingDaysLeft
}
fragment Figures on Review {
  milestone {
    ...MilestoneAhead
  }
  totalCount
  resolvedCount
  openCount
  overdueCount
  pacePerDay
  paceFrom
  paceTo
  since
  neededPerDay
  forecast {
    low
    high
    confidence
  }
  burnup {
    date
    logged
    resolved
  }
  upcoming {
    date
    count
    closed
    reason
  }
  onTime {
    kind
    met
    missed
    goalPercent
  }
  medianResolveMinutes
  medianResolveMinutesBefore
  extensions {
    requested
    approved
    denied
    pending
  }
  definitions {
    key
    text
  }
}`) as unknown as TypedDocumentString<ReviewQuery, ReviewQueryVariables>;
export const OverdueRowsDocument = new TypedDocumentString(`
    query OverdueRows($after: String, $agencyCode: [String!], $kinds: [SubjectKind!]!) {
  obstacles(
    filter: {overdue: true, subjectAgencyCode: $agencyCode, subjectKind: $kinds}
    orderBy: DUE_FIRST
    first: 100
    after: $after
  ) {
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        ...Card
        ...Climb
      }
    }
  }
}
    fragment Climb on Obstacle {
  escalationLevel
  nextDeadline {
    id
    state
    dueAt
    breachedAt
    why {
      pauses {
        from
        to
      }
    }
  }
}
fragment Clock on Deadline {
  id
  kind
  state
  startedAt
  dueAt
  soonAt
  breachedAt
  remainingMinutes
  totalMinutes
}
fragment Card on Obstacle {
  id
  ref
  title
  category
  status
  subjectKind
  agency {
    code
    name
  }
  affectedAgencies {
    code
  }
  owner {
    id
    name
    agency {
      code
      name
    }
  }
  nextDeadline {
    ...Clock
  }
  overdue
  escalationLevel
  displayLevel
  commentCount
  actions
  version
  updatedAt
}`) as unknown as TypedDocumentString<OverdueRowsQuery, OverdueRowsQueryVariables>;
export const PendingExtensionsDocument = new TypedDocumentString(`
    query PendingExtensions($kinds: [SubjectKind!]!) {
  obstacles(
    filter: {extensionPending: true, subjectKind: $kinds}
    orderBy: DUE_FIRST
    first: 100
  ) {
    totalCount
    edges {
      node {
        ...Card
        extensions {
          id
          reason
          until
          decision
          requestedAt
          requestedBy {
            id
            name
          }
          deadline {
            id
            kind
          }
        }
      }
    }
  }
}
    fragment Clock on Deadline {
  id
  kind
  state
  startedAt
  dueAt
  soonAt
  breachedAt
  remainingMinutes
  totalMinutes
}
fragment Card on Obstacle {
  id
  ref
  title
  category
  status
  subjectKind
  agency {
    code
    name
  }
  affectedAgencies {
    code
  }
  owner {
    id
    name
    agency {
      code
      name
    }
  }
  nextDeadline {
    ...Clock
  }
  overdue
  escalationLevel
  displayLevel
  commentCount
  actions
  version
  updatedAt
}`) as unknown as TypedDocumentString<PendingExtensionsQuery, PendingExtensionsQueryVariables>;
export const SettingsAgenciesDocument = new TypedDocumentString(`
    query SettingsAgencies {
  agencies {
    code
    name
    nameFa
    nameEn
    field
    stage
    focalPoint {
      id
      name
    }
    services {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<SettingsAgenciesQuery, SettingsAgenciesQueryVariables>;
export const SettingsAgencyDocument = new TypedDocumentString(`
    query SettingsAgency($code: String!) {
  agency(code: $code) {
    code
    version
    name
    nameFa
    nameEn
    kind
    field
    stage
    focalPoint {
      id
      name
    }
    stageChanges {
      before
      after
      reason
      at
      by {
        id
        name
      }
    }
    services {
      code
      version
      name
      nameFa
      nameEn
      audience
      channel
      inSingleWindow
    }
  }
}
    `) as unknown as TypedDocumentString<SettingsAgencyQuery, SettingsAgencyQueryVariables>;
export const FocalPointsDocument = new TypedDocumentString(`
    query FocalPoints($agencyCode: String!) {
  people(agencyCode: $agencyCode, roles: [OFFICIAL], first: 100) {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<FocalPointsQuery, FocalPointsQueryVariables>;
export const AddAgencyDocument = new TypedDocumentString(`
    mutation AddAgency($input: AddAgencyInput!) {
  addAgency(input: $input) {
    agency {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<AddAgencyMutation, AddAgencyMutationVariables>;
export const EditAgencyDocument = new TypedDocumentString(`
    mutation EditAgency($input: EditAgencyInput!) {
  editAgency(input: $input) {
    agency {
      code
      version
    }
  }
}
    `) as unknown as TypedDocumentString<EditAgencyMutation, EditAgencyMutationVariables>;
export const AddServiceDocument = new TypedDocumentString(`
    mutation AddService($input: AddServiceInput!) {
  addService(input: $input) {
    service {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<AddServiceMutation, AddServiceMutationVariables>;
export const EditServiceDocument = new TypedDocumentString(`
    mutation EditService($input: EditServiceInput!) {
  editService(input: $input) {
    service {
      code
      version
    }
  }
}
    `) as unknown as TypedDocumentString<EditServiceMutation, EditServiceMutationVariables>;
export const PreviewOfficeHoursDocument = new TypedDocumentString(`
    query PreviewOfficeHours($input: OfficeHoursInput!) {
  preview: previewOfficeHours(input: $input) {
    ...Moves
  }
}
    fragment Moves on ChangePreview {
  movedDeadlines
  newBreaches
  withdrawnBreaches
}`) as unknown as TypedDocumentString<PreviewOfficeHoursQuery, PreviewOfficeHoursQueryVariables>;
export const PreviewDatedHoursDocument = new TypedDocumentString(`
    query PreviewDatedHours($input: DatedHoursInput!) {
  preview: previewDatedHours(input: $input) {
    ...Moves
  }
}
    fragment Moves on ChangePreview {
  movedDeadlines
  newBreaches
  withdrawnBreaches
}`) as unknown as TypedDocumentString<PreviewDatedHoursQuery, PreviewDatedHoursQueryVariables>;
export const PreviewHoursWithdrawalDocument = new TypedDocumentString(`
    query PreviewHoursWithdrawal($date: JalaliDate!) {
  preview: previewDatedHoursWithdrawal(date: $date) {
    ...Moves
  }
}
    fragment Moves on ChangePreview {
  movedDeadlines
  newBreaches
  withdrawnBreaches
}`) as unknown as TypedDocumentString<PreviewHoursWithdrawalQuery, PreviewHoursWithdrawalQueryVariables>;
export const PreviewClosureDocument = new TypedDocumentString(`
    query PreviewClosure($input: DeclareClosureInput!) {
  preview: previewClosure(input: $input) {
    ...Moves
  }
}
    fragment Moves on ChangePreview {
  movedDeadlines
  newBreaches
  withdrawnBreaches
}`) as unknown as TypedDocumentString<PreviewClosureQuery, PreviewClosureQueryVariables>;
export const PreviewWithdrawalDocument = new TypedDocumentString(`
    query PreviewWithdrawal($date: JalaliDate!, $to: JalaliDate, $kind: ClosureKind) {
  preview: previewWithdrawal(date: $date, to: $to, kind: $kind) {
    ...Moves
  }
}
    fragment Moves on ChangePreview {
  movedDeadlines
  newBreaches
  withdrawnBreaches
}`) as unknown as TypedDocumentString<PreviewWithdrawalQuery, PreviewWithdrawalQueryVariables>;
export const SetOfficeHoursDocument = new TypedDocumentString(`
    mutation SetOfficeHours($input: OfficeHoursInput!) {
  setOfficeHours(input: $input) {
    movedDeadlines
    workingCalendar {
      version
    }
  }
}
    `) as unknown as TypedDocumentString<SetOfficeHoursMutation, SetOfficeHoursMutationVariables>;
export const WithdrawOfficeHoursDocument = new TypedDocumentString(`
    mutation WithdrawOfficeHours($from: JalaliDate!, $to: JalaliDate!) {
  withdrawOfficeHours(from: $from, to: $to) {
    movedDeadlines
  }
}
    `) as unknown as TypedDocumentString<WithdrawOfficeHoursMutation, WithdrawOfficeHoursMutationVariables>;
export const SetDatedHoursDocument = new TypedDocumentString(`
    mutation SetDatedHours($input: DatedHoursInput!) {
  setDatedHours(input: $input) {
    movedDeadlines
    workingCalendar {
      version
    }
  }
}
    `) as unknown as TypedDocumentString<SetDatedHoursMutation, SetDatedHoursMutationVariables>;
export const WithdrawDatedHoursDocument = new TypedDocumentString(`
    mutation WithdrawDatedHours($date: JalaliDate!) {
  withdrawDatedHours(date: $date) {
    movedDeadlines
  }
}
    `) as unknown as TypedDocumentString<WithdrawDatedHoursMutation, WithdrawDatedHoursMutationVariables>;
export const DeclareClosureDocument = new TypedDocumentString(`
    mutation DeclareClosure($input: DeclareClosureInput!) {
  declareClosure(input: $input) {
    movedDeadlines
  }
}
    `) as unknown as TypedDocumentString<DeclareClosureMutation, DeclareClosureMutationVariables>;
export const WithdrawClosureDocument = new TypedDocumentString(`
    mutation WithdrawClosure($date: JalaliDate!, $to: JalaliDate, $kind: ClosureKind) {
  withdrawClosure(date: $date, to: $to, kind: $kind) {
    movedDeadlines
  }
}
    `) as unknown as TypedDocumentString<WithdrawClosureMutation, WithdrawClosureMutationVariables>;
export const SettingsMilestonesDocument = new TypedDocumentString(`
    query SettingsMilestones {
  milestones {
    id
    version
    name
    dueDate
    dueAt
    subjectKind
    totalCount
    doneCount
    overdueCount
    workingDaysLeft
  }
}
    `) as unknown as TypedDocumentString<SettingsMilestonesQuery, SettingsMilestonesQueryVariables>;
export const PreviewMilestoneDocument = new TypedDocumentString(`
    query PreviewMilestone($input: MilestoneInput!) {
  preview: previewMilestone(input: $input) {
    ...Moves
  }
}
    fragment Moves on ChangePreview {
  movedDeadlines
  newBreaches
  withdrawnBreaches
}`) as unknown as TypedDocumentString<PreviewMilestoneQuery, PreviewMilestoneQueryVariables>;
export const PreviewMilestoneEditDocument = new TypedDocumentString(`
    query PreviewMilestoneEdit($input: EditMilestoneInput!) {
  preview: previewMilestoneEdit(input: $input) {
    ...Moves
  }
}
    fragment Moves on ChangePreview {
  movedDeadlines
  newBreaches
  withdrawnBreaches
}`) as unknown as TypedDocumentString<PreviewMilestoneEditQuery, PreviewMilestoneEditQueryVariables>;
export const PreviewMilestoneWithdrawalDocument = new TypedDocumentString(`
    query PreviewMilestoneWithdrawal($id: ID!) {
  preview: previewMilestoneWithdrawal(id: $id) {
    ...Moves
  }
}
    fragment Moves on ChangePreview {
  movedDeadlines
  newBreaches
  withdrawnBreaches
}`) as unknown as TypedDocumentString<PreviewMilestoneWithdrawalQuery, PreviewMilestoneWithdrawalQueryVariables>;
export const DefineMilestoneDocument = new TypedDocumentString(`
    mutation DefineMilestone($input: MilestoneInput!) {
  defineMilestone(input: $input) {
    movedDeadlines
    milestone {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<DefineMilestoneMutation, DefineMilestoneMutationVariables>;
export const EditMilestoneDocument = new TypedDocumentString(`
    mutation EditMilestone($input: EditMilestoneInput!) {
  editMilestone(input: $input) {
    movedDeadlines
    milestone {
      id
      version
    }
  }
}
    `) as unknown as TypedDocumentString<EditMilestoneMutation, EditMilestoneMutationVariables>;
export const WithdrawMilestoneDocument = new TypedDocumentString(`
    mutation WithdrawMilestone($id: ID!) {
  withdrawMilestone(id: $id) {
    movedDeadlines
  }
}
    `) as unknown as TypedDocumentString<WithdrawMilestoneMutation, WithdrawMilestoneMutationVariables>;
export const SettingsPeopleDocument = new TypedDocumentString(`
    query SettingsPeople($search: String!) {
  people(search: $search, first: 100, includeSuspended: true) {
    ...Account
  }
}
    fragment Account on User {
  id
  version
  name
  email
  role
  suspended
  secondFactor
  agency {
    code
    name
  }
}`) as unknown as TypedDocumentString<SettingsPeopleQuery, SettingsPeopleQueryVariables>;
export const SettingsPersonDocument = new TypedDocumentString(`
    query SettingsPerson($id: ID!) {
  people(ids: [$id]) {
    ...Account
  }
}
    fragment Account on User {
  id
  version
  name
  email
  role
  suspended
  secondFactor
  agency {
    code
    name
  }
}`) as unknown as TypedDocumentString<SettingsPersonQuery, SettingsPersonQueryVariables>;
export const SettingsAgencyNamesDocument = new TypedDocumentString(`
    query SettingsAgencyNames {
  agencies {
    code
    name
  }
}
    `) as unknown as TypedDocumentString<SettingsAgencyNamesQuery, SettingsAgencyNamesQueryVariables>;
export const CreateUserDocument = new TypedDocumentString(`
    mutation CreateUser($input: CreateUserInput!) {
  createUser(input: $input) {
    temporaryPassword
    user {
      ...Account
    }
  }
}
    fragment Account on User {
  id
  version
  name
  email
  role
  suspended
  secondFactor
  agency {
    code
    name
  }
}`) as unknown as TypedDocumentString<CreateUserMutation, CreateUserMutationVariables>;
export const EditUserDocument = new TypedDocumentString(`
    mutation EditUser($input: EditUserInput!) {
  editUser(input: $input) {
    user {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<EditUserMutation, EditUserMutationVariables>;
export const ResetPasswordDocument = new TypedDocumentString(`
    mutation ResetPassword($id: ID!) {
  resetPassword(id: $id) {
    temporaryPassword
  }
}
    `) as unknown as TypedDocumentString<ResetPasswordMutation, ResetPasswordMutationVariables>;
export const ChangePasswordDocument = new TypedDocumentString(`
    mutation ChangePassword($input: ChangePasswordInput!) {
  changePassword(input: $input)
}
    `) as unknown as TypedDocumentString<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const StillOwnedDocument = new TypedDocumentString(`
    query StillOwned($ownerId: ID!) {
  obstacles(
    filter: {ownerId: $ownerId, status: [ASSIGNED, IN_PROGRESS, WAITING]}
    first: 1
  ) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<StillOwnedQuery, StillOwnedQueryVariables>;
export const SettingsPolicyDocument = new TypedDocumentString(`
    query SettingsPolicy {
  slaPolicy {
    rules {
      category
      severity
      subjectKind
      targets {
        kind
        amount
        unit
      }
    }
    ladder {
      afterMinutes
      to
      label
    }
    warnAtPercent
    version
  }
}
    `) as unknown as TypedDocumentString<SettingsPolicyQuery, SettingsPolicyQueryVariables>;
export const PreviewSlaPolicyDocument = new TypedDocumentString(`
    query PreviewSlaPolicy($input: SlaPolicyInput!) {
  preview: previewSlaPolicy(input: $input) {
    ...Moves
  }
}
    fragment Moves on ChangePreview {
  movedDeadlines
  newBreaches
  withdrawnBreaches
}`) as unknown as TypedDocumentString<PreviewSlaPolicyQuery, PreviewSlaPolicyQueryVariables>;
export const SetSlaPolicyDocument = new TypedDocumentString(`
    mutation SetSlaPolicy($input: SlaPolicyInput!) {
  setSlaPolicy(input: $input) {
    movedDeadlines
    slaPolicy {
      version
    }
  }
}
    `) as unknown as TypedDocumentString<SetSlaPolicyMutation, SetSlaPolicyMutationVariables>;
export const OwnAccountDocument = new TypedDocumentString(`
    query OwnAccount {
  viewer {
    id
    secondFactor
    passwordExpiresAt
  }
}
    `) as unknown as TypedDocumentString<OwnAccountQuery, OwnAccountQueryVariables>;
export const BeginSecondFactorDocument = new TypedDocumentString(`
    mutation BeginSecondFactor($password: String!) {
  beginSecondFactor(password: $password) {
    secret
    uri
  }
}
    `) as unknown as TypedDocumentString<BeginSecondFactorMutation, BeginSecondFactorMutationVariables>;
export const ConfirmSecondFactorDocument = new TypedDocumentString(`
    mutation ConfirmSecondFactor($code: String!) {
  confirmSecondFactor(code: $code) {
    recoveryCodes
  }
}
    `) as unknown as TypedDocumentString<ConfirmSecondFactorMutation, ConfirmSecondFactorMutationVariables>;
export const EndSecondFactorDocument = new TypedDocumentString(`
    mutation EndSecondFactor($password: String!, $code: String!) {
  endSecondFactor(password: $password, code: $code)
}
    `) as unknown as TypedDocumentString<EndSecondFactorMutation, EndSecondFactorMutationVariables>;
export const ResetSecondFactorDocument = new TypedDocumentString(`
    mutation ResetSecondFactor($id: ID!) {
  resetSecondFactor(id: $id) {
    user {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ResetSecondFactorMutation, ResetSecondFactorMutationVariables>;
export const OwnSessionsDocument = new TypedDocumentString(`
    query OwnSessions {
  sessions {
    id
    device
    signedInAt
    lastUsedAt
    current
  }
}
    `) as unknown as TypedDocumentString<OwnSessionsQuery, OwnSessionsQueryVariables>;
export const EndSessionDocument = new TypedDocumentString(`
    mutation EndSession($id: ID!) {
  endSession(id: $id)
}
    `) as unknown as TypedDocumentString<EndSessionMutation, EndSessionMutationVariables>;
export const EndOtherSessionsDocument = new TypedDocumentString(`
    mutation EndOtherSessions {
  endOtherSessions
}
    `) as unknown as TypedDocumentString<EndOtherSessionsMutation, EndOtherSessionsMutationVariables>;
export const WhomToAskDocument = new TypedDocumentString(`
    query WhomToAsk($roles: [Role!]!) {
  people(roles: $roles, first: 100) {
    id
    name
    email
    role
  }
}
    `) as unknown as TypedDocumentString<WhomToAskQuery, WhomToAskQueryVariables>;
export const PaletteAgenciesDocument = new TypedDocumentString(`
    query PaletteAgencies {
  agencies {
    code
    name
  }
}
    `) as unknown as TypedDocumentString<PaletteAgenciesQuery, PaletteAgenciesQueryVariables>;
export const PaletteObstaclesDocument = new TypedDocumentString(`
    query PaletteObstacles($search: String!) {
  obstacles(filter: {search: $search}, first: 6) {
    edges {
      node {
        id
        ref
        title
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PaletteObstaclesQuery, PaletteObstaclesQueryVariables>;
export const MyOverdueDocument = new TypedDocumentString(`
    query MyOverdue {
  obstacles(filter: {mine: true, overdue: true}, first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<MyOverdueQuery, MyOverdueQueryVariables>;