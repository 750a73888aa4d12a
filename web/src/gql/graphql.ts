/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

export type EventKind =
  | 'ACKNOWLEDGED'
  | 'ASSIGNED'
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
  | 'START'
  | 'VERIFY'
  | 'WAIT';

export type ObstacleFilter = {
  agencyCode?: Array<string> | null | undefined;
  category?: Array<Category> | null | undefined;
  dueBefore?: string | null | undefined;
  milestoneId?: string | number | null | undefined;
  minEscalationLevel?: number | null | undefined;
  mine?: boolean | null | undefined;
  overdue?: boolean | null | undefined;
  ownerId?: string | number | null | undefined;
  reporterId?: string | number | null | undefined;
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

export type SlaState =
  | 'DUE_SOON'
  | 'NONE'
  | 'ON_TRACK'
  | 'OVERDUE'
  | 'PAUSED';

export type SubjectKind =
  | 'AGENCY'
  | 'SERVICE'
  | 'SINGLE_WINDOW';

export type BoardQueryVariables = Exact<{
  filter?: ObstacleFilter | null | undefined;
  perColumn: number;
}>;


export type BoardQuery = { board: { openCount: number, closedCount: number, totalCount: number, slaCounts: { onTrack: number, dueSoon: number, overdue: number, paused: number }, columns: Array<{ status: ObstacleStatus, totalCount: number, overdueCount: number, obstacles: Array<{ id: string, ref: string, title: string, category: Category, status: ObstacleStatus, subjectKind: SubjectKind, overdue: boolean, escalationLevel: number, displayLevel: number, commentCount: number, actions: Array<ObstacleAction>, version: number, agency: { code: string, name: string } | null, affectedAgencies: Array<{ code: string }>, owner: { id: string, name: string } | null, nextDeadline: { id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number } | null }> }> } };

export type ObstacleListQueryVariables = Exact<{
  filter?: ObstacleFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type ObstacleListQuery = { obstacles: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, ref: string, title: string, category: Category, status: ObstacleStatus, subjectKind: SubjectKind, overdue: boolean, escalationLevel: number, displayLevel: number, commentCount: number, actions: Array<ObstacleAction>, version: number, deadlines: Array<{ id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number }>, agency: { code: string, name: string } | null, affectedAgencies: Array<{ code: string }>, owner: { id: string, name: string } | null, nextDeadline: { id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number } | null } }> }, board: { openCount: number, totalCount: number, slaCounts: { onTrack: number, dueSoon: number, overdue: number, paused: number } } };

export type FilterChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type FilterChoicesQuery = { agencies: Array<{ code: string, name: string }> };

export type ObstacleChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ObstacleChangedSubscription = { obstacleChanged: { kind: EventKind, obstacle: { id: string } } };

export type SessionQueryVariables = Exact<{ [key: string]: never; }>;


export type SessionQuery = { viewer: { id: string, name: string, role: Role, agency: { code: string, name: string } | null } | null, installation: { name: string, agencyCount: number, operatingCount: number, serviceCount: number, workingDaysLeft: number | null, demo: boolean, milestone: { id: string, name: string, dueDate: string } | null, clock: { now: string, simulated: boolean, speed: number } } };

export type CalendarQueryVariables = Exact<{ [key: string]: never; }>;


export type CalendarQuery = { workingCalendar: { timezone: string, minutesPerDay: number, hours: Array<{ from: string | null, to: string | null, weekday: number, opens: string, closes: string }>, dates: Array<{ date: string, opens: string, closes: string, name: string }>, closures: Array<{ date: string, name: string, kind: ClosureKind }> } };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn: { viewer: { id: string } } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: boolean };

export type ClockFragment = { id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number };

export type CardFragment = { id: string, ref: string, title: string, category: Category, status: ObstacleStatus, subjectKind: SubjectKind, overdue: boolean, escalationLevel: number, displayLevel: number, commentCount: number, actions: Array<ObstacleAction>, version: number, agency: { code: string, name: string } | null, affectedAgencies: Array<{ code: string }>, owner: { id: string, name: string } | null, nextDeadline: { id: string, kind: DeadlineKind, state: DeadlineState, startedAt: string, dueAt: string, soonAt: string, breachedAt: string | null, remainingMinutes: number | null, totalMinutes: number } | null };

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
export const BoardDocument = new TypedDocumentString(`
    query Board($filter: ObstacleFilter, $perColumn: Int!) {
  board(filter: $filter, perColumn: $perColumn) {
    openCount
    closedCount
    totalCount
    slaCounts {
      onTrack
      dueSoon
      overdue
      paused
    }
    columns {
      status
      totalCount
      overdueCount
      obstacles {
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
  board(filter: $filter, perColumn: 0) {
    openCount
    totalCount
    slaCounts {
      onTrack
      dueSoon
      overdue
      paused
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
}`) as unknown as TypedDocumentString<ObstacleListQuery, ObstacleListQueryVariables>;
export const FilterChoicesDocument = new TypedDocumentString(`
    query FilterChoices {
  agencies {
    code
    name
  }
}
    `) as unknown as TypedDocumentString<FilterChoicesQuery, FilterChoicesQueryVariables>;
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
export const MyOverdueDocument = new TypedDocumentString(`
    query MyOverdue {
  obstacles(filter: {mine: true, overdue: true}, first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<MyOverdueQuery, MyOverdueQueryVariables>;