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

export type ClosureKind =
  | 'AD_HOC'
  | 'HOLIDAY';

export type CommentInput = {
  id: string | number;
  /** Up to 20 people who see the obstacle; they are told. */
  mentionIds?: Array<string | number> | null | undefined;
  text: string;
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

export type ExtensionDecision =
  | 'APPROVED'
  | 'DENIED'
  | 'PENDING';

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
  | 'WARNED';

export type ObstacleAction =
  | 'ACKNOWLEDGE'
  | 'ASSIGN'
  | 'COMMENT'
  | 'DECIDE_EXTENSION'
  | 'EDIT'
  | 'JOIN'
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
  category?: Array<Category> | null | undefined;
  /** At this instant or later. */
  dueAfter?: string | null | undefined;
  dueBefore?: string | null | undefined;
  /** A request for an extension waits for a decision. */
  extensionPending?: boolean | null | undefined;
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
  /** Full text, Persian-aware. */
  search?: string | null | undefined;
  severity?: Array<Severity> | null | undefined;
  slaState?: Array<SlaState> | null | undefined;
  status?: Array<ObstacleStatus> | null | undefined;
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
  email: string;
  password: string;
};

/** Of the next deadline; OVERDUE beats PAUSED. */
export type SlaState =
  | 'DUE_SOON'
  | 'NONE'
  | 'ON_TRACK'
  | 'OVERDUE'
  | 'PAUSED';

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

export type NoticedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type NoticedSubscription = { noticed: { id: string } };

export type ObstacleChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ObstacleChangedSubscription = { obstacleChanged: { kind: EventKind, obstacle: { id: string } } };

export type SessionQueryVariables = Exact<{ [key: string]: never; }>;


export type SessionQuery = { viewer: { id: string, name: string, role: Role, agency: { code: string, name: string } | null } | null, installation: { name: string, agencyCount: number, operatingCount: number, serviceCount: number, workingDaysLeft: number | null, demo: boolean, milestone: { id: string, name: string, dueDate: string } | null, clock: { now: string, simulated: boolean, speed: number } } };

export type WhoQueryVariables = Exact<{ [key: string]: never; }>;


export type WhoQuery = { viewer: { id: string } | null };

export type CalendarQueryVariables = Exact<{ [key: string]: never; }>;


export type CalendarQuery = { workingCalendar: { timezone: string, minutesPerDay: number, hours: Array<{ from: string | null, to: string | null, weekday: number, opens: string, closes: string }>, dates: Array<{ date: string, opens: string, closes: string, name: string }>, closures: Array<{ date: string, name: string, kind: ClosureKind }> } };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn: { viewer: { id: string } } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: boolean };

export type InboxQueryVariables = Exact<{
  after?: string | null | undefined;
  unreadOnly: boolean;
}>;


export type InboxQuery = { inbox: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, kind: NoticeKind, at: string, readAt: string | null, text: string, actor: { id: string, name: string } | null, obstacle: { id: string, ref: string, title: string } | null, event: { id: string, comment: string | null } | null } }> } };

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


export type MyWorkQuery = { open: { totalCount: number, edges: Array<{ node: { id: string, ref: string, title: string, category: Category, status: ObstacleStatus, subjectKind: SubjectKind, overdue: boolean, escalationLevel: number, displayLevel: number, commentCount: number, actions: Array<ObstacleAction>, version: number, updatedAt: string, waiting: { party: string, until: string } | null, extensions: Array<{ id: string, decision: ExtensionDecision }>, deadlines: Array<{ id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number }>, agency: { code: string, name: string } | null, affectedAgencies: Array<{ code: string }>, owner: { id: string, name: string, agency: { code: string, name: string } | null } | null, nextDeadline: { id: string, state: DeadlineState, dueAt: string, breachedAt: string | null, kind: DeadlineKind, startedAt: string, soonAt: string, remainingMinutes: number | null, totalMinutes: number, why: { pauses: Array<{ from: string, to: string | null }> } } | null } }> }, closed: { totalCount: number, edges: Array<{ node: { id: string, ref: string, title: string, deadlines: Array<{ stoppedAt: string | null, id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number }> } }> }, slaPolicy: { ladder: Array<{ level: number, afterMinutes: number, to: EscalationParty, label: string }> } };

export type LogChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type LogChoicesQuery = { agencies: Array<{ code: string, name: string }>, services: Array<{ code: string, name: string, agency: { code: string, name: string } }>, milestones: Array<{ id: string, name: string, subjectKind: SubjectKind | null }> };

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


export type ObstacleQuery = { obstacle: { description: string, severity: Severity, solution: string | null, windowStep: string | null, letterNumber: string | null, letterDate: string | null, rejectionReason: string | null, createdAt: string, updatedAt: string, id: string, ref: string, title: string, category: Category, status: ObstacleStatus, subjectKind: SubjectKind, overdue: boolean, escalationLevel: number, displayLevel: number, commentCount: number, actions: Array<ObstacleAction>, version: number, service: { code: string, name: string } | null, affectedAgencies: Array<{ code: string, name: string }>, reporter: { id: string, name: string, agency: { code: string, name: string } | null }, milestone: { id: string, name: string } | null, deadlines: Array<{ originalDueAt: string, stoppedAt: string | null, id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number, cappedBy: { id: string, name: string, dueAt: string } | null, why: { target: { amount: number, unit: TargetUnit } | null, pauses: Array<{ from: string, to: string | null }>, extensions: Array<{ id: string, until: string }> } }>, waiting: { party: string, reason: string, since: string, until: string } | null, solutionSteps: Array<{ id: string, text: string, doneAt: string | null, plannedFor: string | null }>, attachments: Array<{ id: string, name: string, mime: string, size: number, uploadedAt: string, url: string, uploadedBy: { id: string, name: string } }>, mergedInto: { id: string, ref: string, title: string } | null, extensions: Array<{ id: string, reason: string, until: string, decision: ExtensionDecision, requestedAt: string, requestedBy: { id: string, name: string }, deadline: { id: string, kind: DeadlineKind } }>, timeline: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, kind: EventKind, at: string, comment: string | null, level: number | null, actor: { id: string, name: string } | null, deadline: { id: string, kind: DeadlineKind } | null, changes: Array<{ field: string, before: string | null, after: string | null }>, mentions: Array<{ id: string, name: string }> } }> }, agency: { code: string, name: string } | null, owner: { id: string, name: string, agency: { code: string, name: string } | null } | null, nextDeadline: { id: string, state: DeadlineState, dueAt: string, breachedAt: string | null, kind: DeadlineKind, startedAt: string, soonAt: string, remainingMinutes: number | null, totalMinutes: number, why: { pauses: Array<{ from: string, to: string | null }> } } | null } | null, slaPolicy: { ladder: Array<{ level: number, afterMinutes: number, to: EscalationParty, label: string }> } };

export type RungFragment = { level: number, afterMinutes: number, to: EscalationParty, label: string };

export type MoreEventsQueryVariables = Exact<{
  id: string | number;
  after: string;
}>;


export type MoreEventsQuery = { obstacle: { id: string, timeline: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, kind: EventKind, at: string, comment: string | null, level: number | null, actor: { id: string, name: string } | null, deadline: { id: string, kind: DeadlineKind } | null, changes: Array<{ field: string, before: string | null, after: string | null }>, mentions: Array<{ id: string, name: string }> } }> } } | null };

export type WhyThisDateQueryVariables = Exact<{
  id: string | number;
}>;


export type WhyThisDateQuery = { obstacle: { id: string, deadlines: Array<{ id: string, why: { text: string, counted: Array<{ from: string, to: string | null, minutes: number }>, skipped: Array<{ date: string, reason: string }>, pauses: Array<{ from: string, to: string | null, minutes: number }>, extensions: Array<{ id: string, until: string, decidedBy: { id: string, name: string } | null }>, cappedBy: { id: string, name: string, dueDate: string } | null } }> } | null };

export type EditChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type EditChoicesQuery = { agencies: Array<{ code: string, name: string }>, milestones: Array<{ id: string, name: string, subjectKind: SubjectKind | null }> };

export type SetSolutionStepsMutationVariables = Exact<{
  input: SolutionStepsInput;
}>;


export type SetSolutionStepsMutation = { setSolutionSteps: { obstacle: { id: string } } };

export type EditObstacleMutationVariables = Exact<{
  input: EditObstacleInput;
}>;


export type EditObstacleMutation = { editObstacle: { obstacle: { id: string } } };

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

export type RequestExtensionMutationVariables = Exact<{
  input: RequestExtensionInput;
}>;


export type RequestExtensionMutation = { step: { obstacle: { id: string, ref: string, title: string, category: Category, status: ObstacleStatus, subjectKind: SubjectKind, overdue: boolean, escalationLevel: number, displayLevel: number, commentCount: number, actions: Array<ObstacleAction>, version: number, updatedAt: string, agency: { code: string, name: string } | null, affectedAgencies: Array<{ code: string }>, owner: { id: string, name: string, agency: { code: string, name: string } | null } | null, nextDeadline: { id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number } | null } } };

export type DecideExtensionMutationVariables = Exact<{
  input: DecideExtensionInput;
}>;


export type DecideExtensionMutation = { step: { obstacle: { id: string, ref: string, title: string, category: Category, status: ObstacleStatus, subjectKind: SubjectKind, overdue: boolean, escalationLevel: number, displayLevel: number, commentCount: number, actions: Array<ObstacleAction>, version: number, updatedAt: string, agency: { code: string, name: string } | null, affectedAgencies: Array<{ code: string }>, owner: { id: string, name: string, agency: { code: string, name: string } | null } | null, nextDeadline: { id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number } | null } } };

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

export type ReviewQueryVariables = Exact<{
  by: OverdueBy;
}>;


export type ReviewQuery = { groups: Array<{ key: string, label: string, openCount: number, overdueCount: number }>, levels: Array<{ key: string, openCount: number, overdueCount: number }>, milestones: Array<{ id: string, name: string, dueDate: string, dueAt: string, workingDaysLeft: number, totalCount: number, doneCount: number, overdueCount: number }>, slaPolicy: { ladder: Array<{ level: number, afterMinutes: number, to: EscalationParty, label: string }> } };

export type OverdueRowsQueryVariables = Exact<{
  after?: string | null | undefined;
  agencyCode?: Array<string> | string | null | undefined;
}>;


export type OverdueRowsQuery = { obstacles: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, ref: string, title: string, category: Category, status: ObstacleStatus, subjectKind: SubjectKind, overdue: boolean, escalationLevel: number, displayLevel: number, commentCount: number, actions: Array<ObstacleAction>, version: number, updatedAt: string, agency: { code: string, name: string } | null, affectedAgencies: Array<{ code: string }>, owner: { id: string, name: string, agency: { code: string, name: string } | null } | null, nextDeadline: { id: string, state: DeadlineState, dueAt: string, breachedAt: string | null, kind: DeadlineKind, startedAt: string, soonAt: string, remainingMinutes: number | null, totalMinutes: number, why: { pauses: Array<{ from: string, to: string | null }> } } | null } }> } };

export type PendingExtensionsQueryVariables = Exact<{ [key: string]: never; }>;


export type PendingExtensionsQuery = { obstacles: { edges: Array<{ node: { id: string, ref: string, extensions: Array<{ id: string, decision: ExtensionDecision, until: string, requestedAt: string, requestedBy: { id: string, name: string } }> } }> } };

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
    timeline(first: 100) {
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
    timeline(first: 100) {
      totalCount
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
export const MoreEventsDocument = new TypedDocumentString(`
    query MoreEvents($id: ID!, $after: String!) {
  obstacle(id: $id) {
    id
    timeline(first: 100, after: $after) {
      totalCount
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
}`) as unknown as TypedDocumentString<MoreEventsQuery, MoreEventsQueryVariables>;
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
    subjectKind
  }
}
    `) as unknown as TypedDocumentString<EditChoicesQuery, EditChoicesQueryVariables>;
export const SetSolutionStepsDocument = new TypedDocumentString(`
    mutation SetSolutionSteps($input: SolutionStepsInput!) {
  setSolutionSteps(input: $input) {
    obstacle {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<SetSolutionStepsMutation, SetSolutionStepsMutationVariables>;
export const EditObstacleDocument = new TypedDocumentString(`
    mutation EditObstacle($input: EditObstacleInput!) {
  editObstacle(input: $input) {
    obstacle {
      id
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
    query Review($by: OverdueBy!) {
  groups: overdueSummary(by: $by) {
    key
    label
    openCount
    overdueCount
  }
  levels: overdueSummary(by: LEVEL) {
    key
    openCount
    overdueCount
  }
  milestones {
    id
    name
    dueDate
    dueAt
    workingDaysLeft
    totalCount
    doneCount
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
}`) as unknown as TypedDocumentString<ReviewQuery, ReviewQueryVariables>;
export const OverdueRowsDocument = new TypedDocumentString(`
    query OverdueRows($after: String, $agencyCode: [String!]) {
  obstacles(
    filter: {overdue: true, agencyCode: $agencyCode}
    orderBy: DUE_FIRST
    first: 100
    after: $after
  ) {
    totalCount
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
    query PendingExtensions {
  obstacles(
    filter: {status: [ASSIGNED, IN_PROGRESS, WAITING]}
    orderBy: DUE_FIRST
    first: 100
  ) {
    edges {
      node {
        id
        ref
        extensions {
          id
          decision
          until
          requestedAt
          requestedBy {
            id
            name
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PendingExtensionsQuery, PendingExtensionsQueryVariables>;
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