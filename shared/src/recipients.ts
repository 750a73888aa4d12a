import type { EventKind } from './eventKinds.ts'
import type { DeadlineKind, EscalationParty } from './policy.ts'

export const noticeKinds = [
  'ASSIGNED',
  'MENTIONED',
  'COMMENTED',
  'WARNED',
  'BREACHED',
  'ESCALATED',
  'WAITING',
  'RESUMED',
  'RESOLVED',
  'VERIFIED',
  'REOPENED',
  'EXTENSION_REQUESTED',
  'EXTENSION_DECIDED',
  'DEADLINES_MOVED',
  'JOINED',
  'REJECTED',
  'MERGED',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/**
 * Who a person is to the obstacle. ANSWERING: the owner, or the secretariat, which refers, where there is none who can
 * answer. OWNING_AGENCY and AFFECTED_AGENCIES: their officials.
 */
export type RecipientRole =
  | 'OWNER'
  | 'ANSWERING'
  | 'REPORTER'
  | 'REQUESTER'
  | 'MENTIONED'
  | 'SECRETARIAT'
  | 'LEADERS'
  | 'OWNING_AGENCY'
  | 'AFFECTED_AGENCIES'
  | 'FOLLOWERS'

export interface Recipient {
  role: RecipientRole
  kind: NoticeKind
}

/** What the choice of recipients looks at. */
export interface EventFacts {
  kind: EventKind
  /** Of the deadline that was warned of, missed or moved. */
  deadline?: DeadlineKind | undefined
  /** To whom an escalation goes. */
  party?: EscalationParty | undefined
  /** It happened by itself. */
  unasked?: boolean | undefined
  /** Why a due date moved. */
  reason?: string | null | undefined
}

/**
 * Who hears of an event, and as what. Whoever is meant by several rows hears once, by the first of them; nobody
 * hears of an own act or of an obstacle that he or she doesn't see.
 */
export function recipientsOf(event: EventFacts): Recipient[] {
  switch (event.kind) {
    case 'ASSIGNED':
      return as('ASSIGNED', 'OWNER')
    case 'WAITING':
      return as('WAITING', 'OWNER', 'FOLLOWERS')
    case 'RESUMED':
      return as('RESUMED', 'OWNER', event.unasked ? 'SECRETARIAT' : 'FOLLOWERS')
    case 'COMMENTED':
      return [...as('MENTIONED', 'MENTIONED'), ...as('COMMENTED', 'OWNER', 'REPORTER', 'FOLLOWERS')]
    case 'RESOLVED':
      return as('RESOLVED', 'OWNER', 'REPORTER', 'SECRETARIAT', 'FOLLOWERS')
    case 'REOPENED':
      return as('REOPENED', 'OWNER', 'REPORTER', 'FOLLOWERS')
    case 'JOINED':
      return as('JOINED', 'OWNER', 'REPORTER')
    case 'VERIFIED':
    case 'REJECTED':
    case 'MERGED':
      return as(event.kind, 'OWNER', 'REPORTER', 'AFFECTED_AGENCIES', 'FOLLOWERS')
    case 'EXTENSION_REQUESTED':
      return as('EXTENSION_REQUESTED', 'OWNER', 'SECRETARIAT', 'LEADERS')
    case 'EXTENSION_DECIDED':
      return as('EXTENSION_DECIDED', 'REQUESTER', 'OWNER', 'FOLLOWERS')
    case 'WARNED':
    case 'BREACHED':
      return as(event.kind, answersFor(event))
    case 'ESCALATED':
      return as('ESCALATED', ...escalatedTo(event.party), answersFor(event))
    case 'DEADLINE_MOVED':
      // All else that moves a date is told by an event of its own, or once for all dates that it moved.
      return event.reason === 'EDITED' ? as('DEADLINES_MOVED', answersFor(event)) : []
    case 'LOGGED':
    case 'EDITED':
    case 'ACKNOWLEDGED':
    case 'STARTED':
    case 'ATTACHED':
    case 'LEFT':
    case 'BREACH_WITHDRAWN':
      return []
  }
}

function as(kind: NoticeKind, ...roles: RecipientRole[]): Recipient[] {
  return roles.map((role) => ({ role, kind }))
}

/** To refer and to verify is the secretariat's, to answer and to resolve the owner's. */
function answersFor({ deadline }: EventFacts): RecipientRole {
  return deadline === 'ASSIGN' || deadline === 'VERIFY' ? 'SECRETARIAT' : 'ANSWERING'
}

function escalatedTo(party: EscalationParty | undefined): RecipientRole[] {
  switch (party) {
    case 'AGENCY_MANAGER':
    case 'AGENCY_HEAD':
      return ['OWNING_AGENCY']
    case 'SECRETARY':
      return ['SECRETARIAT']
    case 'SUBCOMMITTEE':
    case 'WORKING_GROUP':
    case 'DEPUTY_GOVERNOR':
      return ['LEADERS']
    case 'OWNER':
    case undefined:
      return []
  }
}
