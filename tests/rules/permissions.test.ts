import { describe, expect, it, test } from 'vitest'
import {
  actsForOwner,
  may,
  mayDecideExtension,
  mayInProvince,
  mayLog,
  mayOwn,
  provinceActions,
  roles,
  sees,
  type ObstacleFacts,
  type Viewer,
} from '@goshayesh/shared/permissions'
import { obstacleActions, type ObstacleAction } from '@goshayesh/shared/workflow'

const person = (role: Viewer['role'], agencyCode: string | null = null, id = 9): Viewer => ({
  id,
  role,
  agencyCode,
})
const people = {
  owner: person('OFFICIAL', 'ict', 1),
  reporter: person('OFFICIAL', 'gaz', 2),
  colleague: person('OFFICIAL', 'ict', 3),
  affected: person('OFFICIAL', 'sabt', 4),
  outsider: person('OFFICIAL', 'maliat', 5),
  secretary: person('SECRETARY'),
  leader: person('LEADER'),
  administrator: person('ADMINISTRATOR'),
  viewer: person('VIEWER'),
}
type Who = keyof typeof people

const obstacle: ObstacleFacts = {
  status: 'LOGGED',
  subjectKind: 'AGENCY',
  agencyCode: 'ict',
  affectedAgencyCodes: ['sabt'],
  reporterId: 2,
  reporterAgencyCode: 'gaz',
  ownerId: 1,
  ownerAgencyCode: 'ict',
}

/* Who may, of all above; everybody else may not. The outsider sees the single window only. */
const table: Record<ObstacleAction, Who[]> = {
  EDIT: ['reporter', 'secretary', 'leader', 'administrator'],
  ASSIGN: ['secretary', 'leader'],
  ACKNOWLEDGE: ['owner', 'secretary', 'leader'],
  START: ['owner', 'secretary', 'leader'],
  WAIT: ['secretary', 'leader'],
  RESUME: ['secretary', 'leader'],
  RESOLVE: ['owner', 'secretary', 'leader'],
  VERIFY: ['secretary', 'leader'],
  REOPEN: ['reporter', 'secretary', 'leader'],
  REJECT: ['secretary', 'leader'],
  MERGE: ['secretary', 'leader'],
  COMMENT: ['owner', 'reporter', 'colleague', 'affected', 'secretary', 'leader', 'administrator'],
  JOIN: ['reporter'],
  LEAVE: [],
  REQUEST_EXTENSION: ['owner', 'secretary'],
  DECIDE_EXTENSION: ['secretary', 'leader'],
  SET_STEPS: ['owner', 'secretary', 'leader'],
}
const cells = obstacleActions.flatMap((action) =>
  (Object.keys(people) as Who[]).map((who): [ObstacleAction, Who, boolean] => [
    action,
    who,
    table[action].includes(who),
  ]),
)

describe('an obstacle of an agency', () => {
  it.each(cells)('%s by %s: %s', (action, who, expected) =>
    expect(may(people[who], action, obstacle)).toBe(expected),
  )
})
describe('of the single window, an outsider', () => {
  const shared: ObstacleFacts = { ...obstacle, subjectKind: 'SINGLE_WINDOW', agencyCode: null }
  it.each(obstacleActions)('%s', (action) => {
    expect(may(people.outsider, action, shared)).toBe(action === 'COMMENT' || action === 'JOIN')
  })
})

describe('the exceptions', () => {
  const inWindow = { subjectKind: 'SINGLE_WINDOW', agencyCode: null } as const
  it.each<[string, Viewer, ObstacleAction, Partial<ObstacleFacts>, boolean]>([
    ['the reporter edits while it is logged only', people.reporter, 'EDIT', { status: 'ASSIGNED' }, false],
    ['the secretary edits later, too', people.secretary, 'EDIT', { status: 'IN_PROGRESS' }, true],
    ['a secretary who owns it does not verify it', people.secretary, 'VERIFY', { ownerId: 9 }, false],
    ['a leader who owns it does not verify it', people.leader, 'VERIFY', { ownerId: 9 }, false],
    ['the owner does not verify it', people.owner, 'VERIFY', {}, false],
    [
      'an owner elsewhere sees and answers it',
      person('OFFICIAL', 'maliat', 1),
      'ACKNOWLEDGE',
      { ownerAgencyCode: null },
      true,
    ],
    ['an agency joins once', people.affected, 'JOIN', inWindow, false],
    ['the subject’s agency has it already', people.colleague, 'JOIN', {}, false],
    [
      'the agency that removes it is not one of those affected',
      people.outsider,
      'JOIN',
      { ...inWindow, ownerAgencyCode: people.outsider.agencyCode },
      false,
    ],
    ['the agency that has reported it may have it, too', people.reporter, 'JOIN', inWindow, true],
    [
      'an agency leaves what it sees anyway',
      people.affected,
      'LEAVE',
      { subjectKind: 'SINGLE_WINDOW', agencyCode: null },
      true,
    ],
    ['an agency leaves what it reported', people.affected, 'LEAVE', { reporterAgencyCode: 'sabt' }, true],
    ['nobody leaves what is not joined', people.reporter, 'LEAVE', { subjectKind: 'SINGLE_WINDOW' }, false],
    ['an official without an agency joins nothing', person('OFFICIAL', null, 2), 'JOIN', {}, false],
  ])('%s', (_, viewer, action, change, expected) =>
    expect(may(viewer, action, { ...obstacle, ...change })).toBe(expected),
  )
})

describe('sees', () => {
  it.each<[Who, boolean]>([
    ['owner', true],
    ['reporter', true],
    ['colleague', true],
    ['affected', true],
    ['outsider', false],
    ['secretary', true],
    ['leader', true],
    ['administrator', true],
    ['viewer', true],
  ])('%s: %s', (who, expected) => expect(sees(people[who], obstacle)).toBe(expected))
  it.each<[string, Partial<ObstacleFacts>, boolean]>([
    ['its own', { agencyCode: 'maliat' }, true],
    ['what affects it', { affectedAgencyCodes: ['maliat'] }, true],
    ['what a colleague reported', { reporterAgencyCode: 'maliat' }, true],
    ['what a colleague owns', { ownerAgencyCode: 'maliat' }, true],
    ['the single window', { subjectKind: 'SINGLE_WINDOW' }, true],
    ['nothing else', {}, false],
  ])('an agency: %s', (_, change, expected) =>
    expect(sees(people.outsider, { ...obstacle, ...change })).toBe(expected),
  )
  test('no agency is not the same as no agency', () => {
    const orphan = {
      ...obstacle,
      agencyCode: null,
      reporterAgencyCode: null,
      ownerAgencyCode: null,
      affectedAgencyCodes: [],
    }
    expect(sees(person('OFFICIAL', null, 7), orphan)).toBe(false)
  })
})

describe('deciding on an extension', () => {
  const plain = { requestedById: 1, approvedBefore: 0, workingDays: 5, pastMilestone: false }
  it.each<[string, Partial<typeof plain>, secretary: boolean, leader: boolean]>([
    ['the first, five days', {}, true, true],
    ['the first, six days', { workingDays: 6 }, false, true],
    ['the second', { approvedBefore: 1 }, false, true],
    ['past a milestone', { pastMilestone: true }, false, true],
    ['the own request', { requestedById: 9 }, false, false],
  ])('%s', (_, change, secretary, leader) => {
    expect(mayDecideExtension(people.secretary, { ...plain, ...change })).toBe(secretary)
    expect(mayDecideExtension(people.leader, { ...plain, ...change })).toBe(leader)
    for (const role of ['OFFICIAL', 'ADMINISTRATOR', 'VIEWER'] as const)
      expect(mayDecideExtension(person(role, null, 8), { ...plain, ...change })).toBe(false)
  })
})

describe('in the province', () => {
  const steering = ['SECRETARY', 'LEADER', 'ADMINISTRATOR']
  const allowed: Record<(typeof provinceActions)[number], string[]> = {
    LOG: ['OFFICIAL', ...steering],
    DECLARE_CLOSURE: steering,
    SET_SLA_POLICY: steering,
    DEFINE_MILESTONE: steering,
    EDIT_REGISTRY: ['SECRETARY', 'ADMINISTRATOR'],
    EDIT_PEOPLE: ['ADMINISTRATOR'],
    SEE_SUSPENDED: steering,
  }
  const cells = provinceActions.flatMap((action) =>
    roles.map((role) => [action, role, allowed[action].includes(role)] as const),
  )
  it.each(cells)('%s by %s: %s', (action, role, expected) =>
    expect(mayInProvince(person(role), action)).toBe(expected),
  )

  it.each<[Viewer, 'SINGLE_WINDOW' | 'AGENCY' | 'SERVICE', string | null, boolean]>([
    [people.owner, 'SINGLE_WINDOW', null, true],
    [people.owner, 'AGENCY', 'ict', true],
    [people.owner, 'SERVICE', 'ict', true],
    [people.owner, 'AGENCY', 'gaz', false],
    [people.owner, 'SERVICE', 'gaz', false],
    [person('OFFICIAL'), 'AGENCY', null, false],
    [people.secretary, 'AGENCY', 'gaz', true],
    [people.administrator, 'SERVICE', 'gaz', true],
    [people.viewer, 'SINGLE_WINDOW', null, false],
  ])('%o logs %s of %s: %s', (viewer, subjectKind, agencyCode, expected) =>
    expect(mayLog(viewer, { subjectKind, agencyCode })).toBe(expected),
  )

  it.each(roles)('%s can own', (role) =>
    expect(mayOwn({ role })).toBe(['OFFICIAL', 'SECRETARY', 'LEADER'].includes(role)),
  )
})

test('whoever is not the owner acts on the owner’s behalf', () => {
  expect(actsForOwner(people.owner, obstacle)).toBe(false)
  expect(actsForOwner(people.secretary, obstacle)).toBe(true)
  expect(actsForOwner(people.secretary, { ...obstacle, ownerId: null })).toBe(true)
})
