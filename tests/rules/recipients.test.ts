import { expect, it, test } from 'vitest'
import { eventKinds } from '@goshayesh/shared/eventKinds'
import { recipientsOf, type EventFacts } from '@goshayesh/shared/recipients'

/** Who hears, in the order in which it counts, and as what where that is not the event's own kind. */
const rows: [EventFacts['kind'], Partial<EventFacts>, string[]][] = [
  ['LOGGED', {}, []],
  ['EDITED', {}, []],
  ['ASSIGNED', {}, ['OWNER']],
  ['ACKNOWLEDGED', {}, []],
  ['STARTED', {}, []],
  ['WAITING', {}, ['OWNER', 'FOLLOWERS']],
  ['RESUMED', {}, ['OWNER', 'FOLLOWERS']],
  ['RESUMED', { unasked: true }, ['OWNER', 'SECRETARIAT']],
  ['RESOLVED', {}, ['OWNER', 'REPORTER', 'SECRETARIAT', 'FOLLOWERS']],
  ['VERIFIED', {}, ['OWNER', 'REPORTER', 'AFFECTED_AGENCIES', 'FOLLOWERS']],
  ['REOPENED', {}, ['OWNER', 'REPORTER', 'FOLLOWERS']],
  ['REJECTED', {}, ['OWNER', 'REPORTER', 'AFFECTED_AGENCIES', 'FOLLOWERS']],
  ['MERGED', {}, ['OWNER', 'REPORTER', 'AFFECTED_AGENCIES', 'FOLLOWERS']],
  ['COMMENTED', {}, ['MENTIONED as MENTIONED', 'OWNER', 'REPORTER', 'FOLLOWERS']],
  ['ATTACHED', {}, []],
  ['JOINED', {}, ['OWNER', 'REPORTER']],
  ['LEFT', {}, []],
  ['EXTENSION_REQUESTED', {}, ['OWNER', 'SECRETARIAT', 'LEADERS']],
  ['EXTENSION_DECIDED', {}, ['REQUESTER', 'OWNER', 'FOLLOWERS']],
  ['WARNED', { deadline: 'ASSIGN' }, ['SECRETARIAT']],
  ['WARNED', { deadline: 'ACKNOWLEDGE' }, ['ANSWERING']],
  ['WARNED', { deadline: 'RESOLVE' }, ['ANSWERING']],
  ['WARNED', { deadline: 'VERIFY' }, ['SECRETARIAT']],
  ['BREACHED', { deadline: 'RESOLVE' }, ['ANSWERING']],
  ['BREACHED', { deadline: 'VERIFY' }, ['SECRETARIAT']],
  ['BREACH_WITHDRAWN', { deadline: 'RESOLVE' }, []],
  ['ESCALATED', { deadline: 'RESOLVE', party: 'OWNER' }, ['ANSWERING']],
  ['ESCALATED', { deadline: 'RESOLVE', party: 'AGENCY_MANAGER' }, ['OWNING_AGENCY', 'ANSWERING']],
  ['ESCALATED', { deadline: 'RESOLVE', party: 'AGENCY_HEAD' }, ['OWNING_AGENCY', 'ANSWERING']],
  ['ESCALATED', { deadline: 'RESOLVE', party: 'SECRETARY' }, ['SECRETARIAT', 'ANSWERING']],
  ['ESCALATED', { deadline: 'RESOLVE', party: 'SUBCOMMITTEE' }, ['LEADERS', 'ANSWERING']],
  ['ESCALATED', { deadline: 'RESOLVE', party: 'WORKING_GROUP' }, ['LEADERS', 'ANSWERING']],
  ['ESCALATED', { deadline: 'VERIFY', party: 'DEPUTY_GOVERNOR' }, ['LEADERS', 'SECRETARIAT']],
  ['DEADLINE_MOVED', { deadline: 'RESOLVE', reason: 'EDITED' }, ['ANSWERING as DEADLINES_MOVED']],
  ['DEADLINE_MOVED', { deadline: 'RESOLVE', reason: 'CALENDAR' }, []],
  ['DEADLINE_MOVED', { deadline: 'RESOLVE', reason: 'POLICY' }, []],
  ['DEADLINE_MOVED', { deadline: 'RESOLVE', reason: 'MILESTONE' }, []],
  ['DEADLINE_MOVED', { deadline: 'RESOLVE', reason: 'EXTENSION' }, []],
  ['DEADLINE_MOVED', { deadline: 'RESOLVE', reason: 'RESUMED' }, []],
]

it.each(rows)('%s %j: %j', (kind, facts, expected) => {
  const heard = recipientsOf({ kind, ...facts }).map((recipient) =>
    recipient.kind === kind ? recipient.role : `${recipient.role} as ${recipient.kind}`,
  )
  expect(heard).toEqual(expected)
})

test('no event is left out', () => {
  expect(new Set(rows.map(([kind]) => kind))).toEqual(new Set(eventKinds))
})
