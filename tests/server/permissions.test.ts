import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acknowledgeObstacle } from '../../server/src/commands/acknowledgeObstacle.ts'
import { assignObstacle } from '../../server/src/commands/assignObstacle.ts'
import { decideExtension } from '../../server/src/commands/decideExtension.ts'
import { declareClosure } from '../../server/src/commands/declareClosure.ts'
import { defineMilestone } from '../../server/src/commands/defineMilestone.ts'
import { joinObstacle } from '../../server/src/commands/joinObstacle.ts'
import { logObstacle, type LogObstacleInput } from '../../server/src/commands/logObstacle.ts'
import { requestExtension } from '../../server/src/commands/requestExtension.ts'
import { resolveObstacle } from '../../server/src/commands/resolveObstacle.ts'
import { setDatedHours } from '../../server/src/commands/setDatedHours.ts'
import { setOfficeHours } from '../../server/src/commands/setOfficeHours.ts'
import { waitObstacle } from '../../server/src/commands/waitObstacle.ts'
import { schema } from '../../server/src/graphql/schema.ts'
import { createWorld, type Someone, type World } from '../helpers/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

/*
 * Who gets what from each operation. "official" is of the agency concerned and, where it matters, reporter and owner;
 * "neighbour" is an official of another agency, "stranger" the secretary of another province.
 */
const everybody = [
  'official',
  'secretary',
  'leader',
  'administrator',
  'viewer',
  'neighbour',
  'stranger',
  'nobody',
] as const

const [yes, no, none, hidden, out, bad, notNow] = [
  'ok',
  'FORBIDDEN',
  'null',
  'NOT_FOUND',
  'UNAUTHENTICATED',
  'INVALID',
  'NOT_ALLOWED_NOW',
] as const
type Outcome = string

/** official, secretary, leader, administrator, viewer, neighbour, stranger, nobody */
type Outcomes = [Outcome, Outcome, Outcome, Outcome, Outcome, Outcome, Outcome, Outcome]

const all: Outcomes = [yes, yes, yes, yes, yes, yes, yes, yes]
const signedIn: Outcomes = [yes, yes, yes, yes, yes, yes, yes, out]
const steering: Outcomes = [no, yes, yes, yes, no, no, yes, out]
const registrars: Outcomes = [no, yes, no, yes, no, no, yes, out]
const administrator: Outcomes = [no, no, no, yes, no, no, no, out]
const secretariat: Outcomes = [no, yes, yes, no, no, hidden, hidden, out]
const ownerOrSecretariat: Outcomes = [yes, yes, yes, no, no, hidden, hidden, out]

const policy = `{ rules: [{ targets: [{ kind: RESOLVE, amount: 5, unit: WORKING_DAYS }] }], ladder: [], warnAtPercent: [50] }`
const log = 'category: SOFTWARE, severity: HIGH, title: "کندی سامانه"'
const hours = 'hours: [{ weekday: 0, opens: "07:00", closes: "13:00" }]'

type Row = [
  operation: string,
  what: string,
  given: (() => Promise<unknown>) | null,
  document: string,
  outcomes: Outcomes,
]

const rows: Row[] = [
  [
    'viewer',
    'who am I',
    null,
    '{ viewer { id role agency { code } } }',
    [yes, yes, yes, yes, yes, yes, yes, none],
  ],
  [
    'installation',
    'what is this',
    null,
    '{ installation { name demo demoAccounts { email } milestone { name } } }',
    all,
  ],
  ['board', 'what one sees', null, '{ board { columns { totalCount } } }', signedIn],
  [
    'obstacles',
    'what one sees',
    null,
    '{ obstacles { totalCount edges { node { id actions } } } }',
    signedIn,
  ],
  [
    'obstacle',
    'of an agency',
    logged,
    'query ($id: ID!) { obstacle(id: $id) { id } }',
    [yes, yes, yes, yes, yes, none, none, out],
  ],
  [
    'obstacle',
    'of the single window',
    singleWindow,
    'query ($id: ID!) { obstacle(id: $id) { id } }',
    [yes, yes, yes, yes, yes, yes, none, out],
  ],
  ['similarObstacles', 'what one sees', null, '{ similarObstacles(text: "کندی") { score } }', signedIn],
  ['overdueSummary', 'by agency', null, '{ overdueSummary(by: AGENCY) { key } }', signedIn],
  ['agencies', 'all', null, '{ agencies { code openCount } }', signedIn],
  ['agency', 'one', null, '{ agency(code: "gaz") { code } }', signedIn],
  ['services', 'all', null, '{ services { code } }', signedIn],
  ['people', 'all', null, '{ people { name } }', signedIn],
  ['milestones', 'all', null, '{ milestones { name totalCount } }', signedIn],
  ['slaPolicy', 'read', null, '{ slaPolicy { warnAtPercent } }', signedIn],
  ['workingCalendar', 'read', null, '{ workingCalendar { timezone } }', signedIn],
  [
    'previewDeadlines',
    'of a draft',
    null,
    '{ previewDeadlines(input: { category: SOFTWARE, severity: LOW, subjectKind: AGENCY }) { dueAt } }',
    signedIn,
  ],
  [
    'previewClosure',
    'a week',
    null,
    '{ previewClosure(input: { from: "1405-05-01", to: "1405-05-02", name: "گرما" }) { movedDeadlines } }',
    steering,
  ],
  [
    'previewSlaPolicy',
    'another',
    null,
    `{ previewSlaPolicy(input: ${policy}) { movedDeadlines } }`,
    steering,
  ],
  [
    'signIn',
    'anybody',
    null,
    'mutation { signIn(input: { email: "viewer@example.org", password: "x" }) { viewer { id agency { code } } } }',
    all,
  ],
  ['signOut', 'who is signed in', null, 'mutation { signOut }', signedIn],
  [
    'logObstacle',
    'of an agency',
    null,
    `mutation { logObstacle(input: { ${log}, subjectKind: AGENCY, agencyCode: "gaz" }) { obstacle { id } } }`,
    [yes, yes, yes, yes, no, no, yes, out],
  ],
  [
    'logObstacle',
    'of its service',
    null,
    `mutation { logObstacle(input: { ${log}, subjectKind: SERVICE, serviceCode: "gaz-01" }) { obstacle { id } } }`,
    [yes, yes, yes, yes, no, no, bad, out],
  ],
  [
    'logObstacle',
    'of the single window',
    null,
    `mutation { logObstacle(input: { ${log}, subjectKind: SINGLE_WINDOW }) { obstacle { id } } }`,
    [yes, yes, yes, yes, no, yes, yes, out],
  ],
  [
    'editObstacle',
    'an own report',
    logged,
    'mutation ($id: ID!) { editObstacle(input: { id: $id, severity: LOW }) { obstacle { id } } }',
    [yes, yes, yes, yes, no, hidden, hidden, out],
  ],
  [
    'editObstacle',
    'an own report that is assigned',
    assigned,
    'mutation ($id: ID!) { editObstacle(input: { id: $id, severity: LOW }) { obstacle { id } } }',
    [no, yes, yes, yes, no, hidden, hidden, out],
  ],
  [
    'editObstacle',
    'the report of another',
    loggedBySecretary,
    'mutation ($id: ID!) { editObstacle(input: { id: $id, severity: LOW }) { obstacle { id } } }',
    [no, yes, yes, yes, no, hidden, hidden, out],
  ],
  [
    'assignObstacle',
    'to the official',
    logged,
    'mutation ($id: ID!) { assignObstacle(input: { id: $id, ownerId: 5 }) { obstacle { id } } }',
    secretariat,
  ],
  [
    'acknowledgeObstacle',
    'owner, or for the owner',
    assigned,
    'mutation ($id: ID!) { acknowledgeObstacle(input: { id: $id, note: "تلفنی" }) { obstacle { id } } }',
    ownerOrSecretariat,
  ],
  [
    'acknowledgeObstacle',
    'for the owner without a note',
    assigned,
    'mutation ($id: ID!) { acknowledgeObstacle(input: { id: $id }) { obstacle { id } } }',
    [yes, bad, bad, no, no, hidden, hidden, out],
  ],
  [
    'startObstacle',
    'owner, or for the owner',
    assigned,
    'mutation ($id: ID!) { startObstacle(input: { id: $id, note: "تلفنی" }) { obstacle { id } } }',
    ownerOrSecretariat,
  ],
  [
    'waitObstacle',
    'for a party',
    assigned,
    'mutation ($id: ID!) { waitObstacle(input: { id: $id, on: BUDGET, party: "خزانه", reason: "تخصیص", until: "1405-04-28" }) { obstacle { id } } }',
    secretariat,
  ],
  [
    'resumeObstacle',
    'after waiting',
    waiting,
    'mutation ($id: ID!) { resumeObstacle(input: { id: $id }) { obstacle { id } } }',
    secretariat,
  ],
  [
    'resolveObstacle',
    'owner, or for the owner',
    assigned,
    'mutation ($id: ID!) { resolveObstacle(input: { id: $id, solution: "رفع شد" }) { obstacle { id } } }',
    ownerOrSecretariat,
  ],
  [
    'verifyObstacle',
    'whoever owns it not',
    resolved,
    'mutation ($id: ID!) { verifyObstacle(input: { id: $id }) { obstacle { id } } }',
    secretariat,
  ],
  [
    'verifyObstacle',
    'owned by the secretary',
    resolvedBySecretary,
    'mutation ($id: ID!) { verifyObstacle(input: { id: $id }) { obstacle { id } } }',
    [no, no, yes, no, no, hidden, hidden, out],
  ],
  [
    'reopenObstacle',
    'reporter',
    resolved,
    'mutation ($id: ID!) { reopenObstacle(input: { id: $id, reason: "برطرف نشده" }) { obstacle { id } } }',
    ownerOrSecretariat,
  ],
  [
    'rejectObstacle',
    'with a reason',
    logged,
    'mutation ($id: ID!) { rejectObstacle(input: { id: $id, reason: "مانع نیست" }) { obstacle { id } } }',
    secretariat,
  ],
  [
    'mergeObstacle',
    'into another',
    twoLogged,
    'mutation ($id: ID!, $into: ID!) { mergeObstacle(input: { id: $id, intoId: $into }) { obstacle { id } } }',
    secretariat,
  ],
  [
    'commentObstacle',
    'what one sees',
    logged,
    'mutation ($id: ID!) { commentObstacle(input: { id: $id, text: "پیگیری" }) { obstacle { id } } }',
    [yes, yes, yes, yes, no, hidden, hidden, out],
  ],
  [
    'setSolutionSteps',
    'owner, or for the owner',
    assigned,
    'mutation ($id: ID!) { setSolutionSteps(input: { id: $id, steps: [{ text: "جداسازی صف" }] }) { obstacle { id } } }',
    ownerOrSecretariat,
  ],
  ['inbox', 'the own', null, '{ inbox { totalCount edges { node { text obstacle { id } } } } }', signedIn],
  ['unreadCount', 'the own', null, '{ unreadCount }', signedIn],
  ['markNoticesRead', 'the own', null, 'mutation { markNoticesRead(all: true) }', signedIn],
  [
    'joinObstacle',
    'for the own agency',
    singleWindow,
    'mutation ($id: ID!) { joinObstacle(input: { id: $id }) { obstacle { id } } }',
    [yes, no, no, no, no, yes, hidden, out],
  ],
  [
    'joinObstacle',
    'that is its own already',
    logged,
    'mutation ($id: ID!) { joinObstacle(input: { id: $id }) { obstacle { id } } }',
    [no, no, no, no, no, hidden, hidden, out],
  ],
  [
    'leaveObstacle',
    'that the own agency has joined',
    joined,
    'mutation ($id: ID!) { leaveObstacle(input: { id: $id }) { obstacle { id } } }',
    [yes, no, no, no, no, no, hidden, out],
  ],
  [
    'leaveObstacle',
    'that the official would not see any more',
    affecting,
    'mutation ($id: ID!) { leaveObstacle(input: { id: $id }) { obstacle { id } } }',
    [no, no, no, no, no, hidden, hidden, out],
  ],
  [
    'setFollowing',
    'what one sees',
    logged,
    'mutation ($id: ID!) { setFollowing(input: { id: $id, following: true }) { obstacle { followed } } }',
    [yes, yes, yes, yes, yes, hidden, hidden, out],
  ],
  [
    'requestExtension',
    'owner, or for the owner',
    assigned,
    'mutation ($id: ID!) { requestExtension(input: { id: $id, kind: RESOLVE, until: "1405-06-01", reason: "نیاز به زمان" }) { obstacle { id } } }',
    [yes, yes, no, no, no, hidden, hidden, out],
  ],
  ['decideExtension', 'a short one', asked('1405-05-04'), decide(), secretariat],
  [
    'decideExtension',
    'a long one',
    asked('1405-06-25'),
    decide(),
    [no, no, yes, no, no, hidden, hidden, out],
  ],
  ['decideExtension', 'a second one', askedAgain, decide(), [no, no, yes, no, no, hidden, hidden, out]],
  [
    'decideExtension',
    'an own request',
    askedBySecretary,
    decide(),
    [no, no, yes, no, no, hidden, hidden, out],
  ],
  [
    'decideExtension',
    'past a milestone',
    askedPastMilestone,
    decide(),
    [no, no, yes, no, no, no, hidden, out],
  ],
  [
    'declareClosure',
    'a day',
    null,
    'mutation { declareClosure(input: { from: "1405-07-01", to: "1405-07-01", name: "طوفان" }) { movedDeadlines } }',
    steering,
  ],
  [
    'withdrawClosure',
    'a day',
    closed,
    'mutation { withdrawClosure(date: "1405-09-01") { movedDeadlines } }',
    steering,
  ],
  [
    'setSlaPolicy',
    'another',
    null,
    `mutation { setSlaPolicy(input: ${policy}) { movedDeadlines } }`,
    steering,
  ],
  [
    'defineMilestone',
    'without a subject',
    null,
    'mutation { defineMilestone(input: { name: "پایان سال", dueDate: "1405-12-29" }) { movedDeadlines } }',
    steering,
  ],
  ['people', 'suspended ones too', null, '{ people(includeSuspended: true) { name suspended } }', steering],
  [
    'createUser',
    'a viewer',
    unused,
    'mutation ($code: String!) { createUser(input: { email: $code, name: "کاربر تازه", role: VIEWER }) { temporaryPassword } }',
    administrator,
  ],
  [
    'editUser',
    'the name of another',
    null,
    'mutation { editUser(input: { id: 5, name: "کاربر" }) { user { name } } }',
    administrator,
  ],
  [
    'editUser',
    "another province's",
    null,
    'mutation { editUser(input: { id: 7, name: "کاربر" }) { user { name } } }',
    [no, no, no, hidden, no, no, no, out],
  ],
  [
    'resetPassword',
    'of another',
    null,
    'mutation { resetPassword(id: 5) { temporaryPassword } }',
    administrator,
  ],
  [
    'changePassword',
    'without the present one',
    null,
    'mutation { changePassword(input: { current: "x", next: "a long password" }) }',
    [bad, bad, bad, bad, bad, bad, bad, out],
  ],
  [
    'beginSecondFactor',
    'without the password',
    null,
    'mutation { beginSecondFactor(password: "x") { secret } }',
    [bad, bad, bad, bad, bad, bad, bad, out],
  ],
  [
    'confirmSecondFactor',
    'that was not begun',
    null,
    'mutation { confirmSecondFactor(code: "123456") { recoveryCodes } }',
    [notNow, notNow, notNow, notNow, notNow, notNow, notNow, out],
  ],
  [
    'endSecondFactor',
    'without the password',
    null,
    'mutation { endSecondFactor(password: "x", code: "123456") }',
    [bad, bad, bad, bad, bad, bad, bad, out],
  ],
  ['sessions', 'the own', null, '{ sessions { id device current } }', signedIn],
  ['endOtherSessions', 'the own', null, 'mutation { endOtherSessions }', signedIn],
  [
    'endSession',
    'that is not there',
    null,
    'mutation { endSession(id: "x") }',
    [hidden, hidden, hidden, hidden, hidden, hidden, hidden, out],
  ],
  [
    'resetSecondFactor',
    'of another',
    null,
    'mutation { resetSecondFactor(id: 5) { user { secondFactor } } }',
    administrator,
  ],
  [
    'resetSecondFactor',
    "another province's",
    null,
    'mutation { resetSecondFactor(id: 7) { user { id } } }',
    [no, no, no, hidden, no, no, no, out],
  ],
  [
    'addAgency',
    'of the own province',
    unused,
    'mutation ($slug: String!) { addAgency(input: { code: $slug, nameFa: $slug, nameEn: "New office", kind: "other", field: HEALTH }) { agency { code } } }',
    registrars,
  ],
  [
    'editAgency',
    'of the own province',
    null,
    'mutation { editAgency(input: { code: "gaz", field: UTILITIES }) { agency { field stageChanges { reason } focalPoint { name } } } }',
    registrars,
  ],
  [
    'editAgency',
    'that the stranger has not',
    null,
    'mutation { editAgency(input: { code: "sabt", field: LAND_AND_TRANSPORT }) { agency { code } } }',
    [no, yes, no, yes, no, no, hidden, out],
  ],
  [
    'addService',
    'of the own province',
    unused,
    'mutation ($slug: String!) { addService(input: { code: $slug, agencyCode: "gaz", nameFa: "خدمت نو", nameEn: "New service", audience: "citizen", channel: "both", inSingleWindow: true }) { service { code } } }',
    registrars,
  ],
  [
    'editService',
    'of the own province',
    null,
    'mutation { editService(input: { code: "gaz-01", channel: "both" }) { service { channel } } }',
    [no, yes, no, yes, no, no, hidden, out],
  ],
  [
    'setOfficeHours',
    'of a month',
    null,
    `mutation { setOfficeHours(input: { from: "1407-05-01", to: "1407-05-31", ${hours} }) { movedDeadlines } }`,
    steering,
  ],
  [
    'previewOfficeHours',
    'of a month',
    null,
    `{ previewOfficeHours(input: { from: "1407-06-01", to: "1407-06-31", ${hours} }) { movedDeadlines } }`,
    steering,
  ],
  [
    'withdrawOfficeHours',
    'of a month',
    withHours,
    'mutation { withdrawOfficeHours(from: "1407-07-01", to: "1407-07-30") { movedDeadlines } }',
    steering,
  ],
  [
    'setDatedHours',
    'of a day',
    null,
    'mutation { setDatedHours(input: { date: "1407-08-01", name: "جبران", hours: [{ opens: "08:00", closes: "12:00" }] }) { movedDeadlines } }',
    steering,
  ],
  [
    'previewDatedHours',
    'of a day',
    null,
    '{ previewDatedHours(input: { date: "1407-08-02", name: "جبران", hours: [{ opens: "08:00", closes: "12:00" }] }) { movedDeadlines } }',
    steering,
  ],
  [
    'withdrawDatedHours',
    'of a day',
    withHours,
    'mutation { withdrawDatedHours(date: "1407-08-03") { movedDeadlines } }',
    steering,
  ],
  [
    'previewDatedHoursWithdrawal',
    'of a day',
    withHours,
    '{ previewDatedHoursWithdrawal(date: "1407-08-03") { movedDeadlines } }',
    steering,
  ],
  [
    'previewWithdrawal',
    'of a closure',
    closed,
    '{ previewWithdrawal(date: "1405-09-01") { movedDeadlines } }',
    steering,
  ],
  [
    'previewMilestone',
    'without a subject',
    null,
    '{ previewMilestone(input: { name: "پایان سال", dueDate: "1405-12-29" }) { movedDeadlines } }',
    steering,
  ],
  [
    'previewMilestoneEdit',
    'of the own province',
    milestone,
    'query ($id: ID!) { previewMilestoneEdit(input: { id: $id, dueDate: "1405-12-29" }) { movedDeadlines } }',
    [no, yes, yes, yes, no, no, hidden, out],
  ],
  [
    'previewMilestoneWithdrawal',
    'of the own province',
    milestone,
    'query ($id: ID!) { previewMilestoneWithdrawal(id: $id) { movedDeadlines } }',
    [no, yes, yes, yes, no, no, hidden, out],
  ],
  [
    'editMilestone',
    'of the own province',
    milestone,
    'mutation ($id: ID!) { editMilestone(input: { id: $id, name: "پایان بهمن" }) { milestone { name } } }',
    [no, yes, yes, yes, no, no, hidden, out],
  ],
  [
    'withdrawMilestone',
    'of the own province',
    milestone,
    'mutation ($id: ID!) { withdrawMilestone(id: $id) { movedDeadlines } }',
    [no, yes, yes, yes, no, no, hidden, out],
  ],
  ['review', 'of all', null, '{ review { totalCount definitions { text } } }', signedIn],
  [
    'review',
    'of a milestone of the own province',
    milestone,
    'query ($id: ID!) { review(milestoneId: $id, subjectKind: [AGENCY]) { totalCount } }',
    [yes, yes, yes, yes, yes, yes, bad, out],
  ],
]

const cells = rows.flatMap(([operation, what, given, document, outcomes]) =>
  everybody.map((who, index) => ({ operation, what, who, given, document, outcome: outcomes[index]! })),
)

describe('every operation for everybody', () => {
  test.each(cells)(
    '$operation ($what), $who: $outcome',
    async ({ operation, who, given, document, outcome }) => {
      world.clock.set('1405-04-20 10:15')
      const variables = ((await given?.()) ?? {}) as Record<string, unknown>
      const action = actionOf(operation)
      if (action && who !== 'nobody') {
        const actions = await actionsFor(who, variables.obstacleId ?? variables.id)
        expect(actions.includes(action)).toBe(outcome === yes || outcome === bad)
      }
      expect(await outcomeOf(who, document, variables)).toBe(outcome)
    },
  )

  test('none is left out', () => {
    const roots = [schema.getQueryType(), schema.getMutationType()]
    const fields = roots.flatMap((type) => Object.keys(type?.getFields() ?? {}))
    expect(new Set(rows.map(([operation]) => operation))).toEqual(new Set(fields))
    const subscriptions = Object.keys(schema.getSubscriptionType()?.getFields() ?? {})
    expect(new Set(subscriptions)).toEqual(new Set(['obstacleChanged', 'noticed']))
  })
})

describe('the summary and the counts of officials are those of their agency', () => {
  test('overdueSummary', async () => {
    await logged()
    await singleWindow()
    const document = '{ overdueSummary(by: AGENCY) { key openCount } agencies { code openCount } }'
    interface Sums {
      overdueSummary: { key: string; openCount: number }[]
      agencies: { code: string; openCount: number }[]
    }
    const official = await world.ask<Sums>('official', document)
    expect(official.overdueSummary.map(({ key }) => key)).toEqual(['gaz'])
    expect(official.agencies.filter(({ openCount }) => openCount > 0).map(({ code }) => code)).toEqual([
      'gaz',
    ])
    const neighbour = await world.ask<Sums>('neighbour', document)
    expect(neighbour.overdueSummary).toEqual([])
    const secretary = await world.ask<Sums>('secretary', document)
    expect(secretary.overdueSummary.map(({ key }) => key)).toContain('SINGLE_WINDOW')
  })
})

describe('obstacleChanged', () => {
  const document = 'subscription { obstacleChanged { kind obstacle { id ref } } }'

  test.each(['official', 'secretary', 'leader', 'administrator', 'viewer'] as const)(
    '%s hears of what he or she sees',
    async (who) => {
      const subscription = await world.subscribe(who, document)
      expect(subscription.refused).toEqual([])
      const next = subscription.next()
      const { id } = await logged()
      const { data, errors } = await next
      expect(errors).toEqual([])
      expect(data).toMatchObject({ obstacleChanged: { kind: 'LOGGED', obstacle: { id } } })
      await subscription.end()
    },
  )

  test('a neighbour hears of the single window only', async () => {
    const subscription = await world.subscribe('neighbour', document)
    const next = subscription.next()
    await logged()
    const { id } = await singleWindow()
    expect((await next).data).toMatchObject({ obstacleChanged: { obstacle: { id } } })
    await subscription.end()
  })

  test('a stranger hears of the own province only', async () => {
    const subscription = await world.subscribe('stranger', document)
    const next = subscription.next()
    await singleWindow()
    const id = await logObstacle(world.store, world.actor('stranger'), draft, world.clock.now)
    expect((await next).data).toMatchObject({ obstacleChanged: { obstacle: { id: String(id) } } })
    await subscription.end()
  })

  test('the filter narrows', async () => {
    const filtered = 'subscription { obstacleChanged(filter: { status: [ASSIGNED] }) { kind } }'
    const all = await world.subscribe('secretary', document)
    const told = all.next()
    const earlier = await logged()
    // What happened before is over: told later, it would be that of an obstacle that is assigned by then.
    await told
    await all.end()
    const subscription = await world.subscribe('secretary', filtered)
    const next = subscription.next()
    await logged()
    await assigned(() => Promise.resolve(earlier))
    expect((await next).data).toMatchObject({ obstacleChanged: { kind: 'ASSIGNED' } })
    await subscription.end()
  })

  test('who is signed out meanwhile hears that, and no more', async () => {
    const subscription = await world.subscribe('leader', document)
    const next = subscription.next()
    world.signOut('leader')
    await singleWindow()
    const { data, errors } = await next
    expect(data).toBeNull()
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['UNAUTHENTICATED'])
    await expect(subscription.next()).rejects.toThrow('ended')
  })

  test('ends at once when nothing happens any more', async () => {
    const subscription = await world.subscribe('secretary', document)
    const next = subscription.next()
    await subscription.end()
    await expect(next).rejects.toThrow('ended')
  })

  test('a filter that breaks a rule is refused at once', async () => {
    const filtered = 'subscription { obstacleChanged(filter: { ownerId: "x" }) { kind } }'
    const { refused } = await world.subscribe('secretary', filtered)
    expect(refused[0]?.extensions).toMatchObject({ code: 'INVALID', fields: [{ path: 'filter.ownerId' }] })
  })

  test('nobody: UNAUTHENTICATED', async () => {
    const { refused } = await world.subscribe('nobody', document)
    expect(refused.map(({ extensions }) => extensions?.code)).toEqual(['UNAUTHENTICATED'])
  })
})

async function outcomeOf(
  who: Someone,
  document: string,
  variables: Record<string, unknown>,
): Promise<Outcome> {
  const { data, errors } = await world.execute(who, document, variables)
  if (errors[0]) return String(errors[0].extensions?.code)
  return Object.values(data ?? {}).every((value) => value === null) ? none : yes
}

/** The action of Obstacle.actions that the operation stands for. */
function actionOf(operation: string): string | null {
  if (operation === 'logObstacle') return null
  if (operation === 'setSolutionSteps') return 'SET_STEPS'
  const [, verb, thing] = /^([a-z]+)(Obstacle|Extension)$/.exec(operation) ?? []
  if (verb === undefined) return null
  return thing === 'Extension' ? `${verb.toUpperCase()}_EXTENSION` : verb.toUpperCase()
}

async function actionsFor(who: Someone, id: unknown): Promise<string[]> {
  const { obstacle } = await world.ask<{ obstacle: { actions: string[] } | null }>(
    who,
    'query ($id: ID!) { obstacle(id: $id) { actions } }',
    { id },
  )
  return obstacle?.actions ?? []
}

const draft: LogObstacleInput = {
  title: 'کندی سامانه',
  subjectKind: 'SINGLE_WINDOW',
  category: 'SOFTWARE',
  severity: 'HIGH',
}

async function logged() {
  const input = { ...draft, subjectKind: 'AGENCY' as const, agencyCode: 'gaz' }
  return { id: String(await logObstacle(world.store, world.actor('official'), input, world.clock.now)) }
}

async function loggedBySecretary() {
  const input = { ...draft, subjectKind: 'AGENCY' as const, agencyCode: 'gaz' }
  return { id: String(await logObstacle(world.store, world.actor('secretary'), input, world.clock.now)) }
}

async function singleWindow() {
  return { id: String(await logObstacle(world.store, world.actor('secretary'), draft, world.clock.now)) }
}

async function joined() {
  const { id } = await singleWindow()
  await joinObstacle(world.store, world.actor('official'), { id: Number(id) }, world.clock.now)
  return { id }
}

async function affecting() {
  const input = { ...draft, subjectKind: 'AGENCY' as const, agencyCode: 'sabt', affectedAgencyCodes: ['gaz'] }
  return { id: String(await logObstacle(world.store, world.actor('secretary'), input, world.clock.now)) }
}

async function twoLogged() {
  return { ...(await logged()), into: (await logged()).id }
}

async function assigned(given = logged) {
  const { id } = await given()
  const input = { id: Number(id), ownerId: world.actor('official').id }
  await assignObstacle(world.store, world.actor('secretary'), input, world.clock.now)
  return { id }
}

async function waiting() {
  const { id } = await assigned()
  await acknowledgeObstacle(world.store, world.actor('official'), { id: Number(id) }, world.clock.now)
  const wait = { on: 'BUDGET' as const, party: 'خزانه', reason: 'تخصیص اعتبار', until: '1405-04-28' }
  await waitObstacle(world.store, world.actor('secretary'), { id: Number(id), ...wait }, world.clock.now)
  return { id }
}

async function resolved() {
  const { id } = await assigned()
  const input = { id: Number(id), solution: 'رفع شد' }
  await resolveObstacle(world.store, world.actor('official'), input, world.clock.now)
  return { id }
}

async function resolvedBySecretary() {
  const { id } = await logged()
  const [secretary, leader] = [world.actor('secretary'), world.actor('leader')]
  await assignObstacle(world.store, leader, { id: Number(id), ownerId: secretary.id }, world.clock.now)
  await resolveObstacle(world.store, secretary, { id: Number(id), solution: 'رفع شد' }, world.clock.now)
  return { id }
}

function decide() {
  return 'mutation ($id: ID!) { decideExtension(input: { extensionId: $id, approve: true }) { obstacle { id } } }'
}

function asked(until: string, who: 'official' | 'secretary' = 'official', given = logged) {
  return async () => {
    const { id } = await assigned(given)
    const input = { id: Number(id), kind: 'RESOLVE' as const, until, reason: 'نیاز به زمان' }
    await requestExtension(world.store, world.actor(who), input, world.clock.now)
    return { id: await newestExtension(), obstacleId: id }
  }
}

function askedBySecretary() {
  return asked('1405-05-04', 'secretary')()
}

async function askedAgain() {
  const { id, obstacleId } = await asked('1405-05-04')()
  const decision = { extensionId: Number(id), approve: true }
  await decideExtension(world.store, world.actor('leader'), decision, world.clock.now)
  const input = {
    id: Number(obstacleId),
    kind: 'RESOLVE' as const,
    until: '1405-05-06',
    reason: 'نیاز به زمان',
  }
  await requestExtension(world.store, world.actor('official'), input, world.clock.now)
  return { id: await newestExtension(), obstacleId }
}

async function askedPastMilestone() {
  const milestones = await world.db
    .selectFrom('milestone')
    .select('id')
    .where('subject_kind', 'is not', null)
    .execute()
  if (milestones.length === 0) {
    const input = { name: 'پایان تیر', dueDate: '1405-04-31', subjectKind: 'SINGLE_WINDOW' as const }
    await defineMilestone(world.store, world.actor('secretary'), input, world.clock.now)
  }
  return asked('1405-05-03', 'official', singleWindow)()
}

async function newestExtension(): Promise<string> {
  const row = await world.db
    .selectFrom('extension')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return String(row.id)
}

async function closed() {
  for (const who of ['secretary', 'stranger'] as const) {
    const input = { from: '1405-09-01', to: '1405-09-01', name: 'برف' }
    await declareClosure(world.store, world.actor(who), input, world.clock.now)
  }
}

let used = 0

/** A code that nobody has, as an address too. */
function unused() {
  used++
  return Promise.resolve({ code: `new-${used}@example.org`, slug: `new-${used}` })
}

/** Both provinces have hours of a range and of a date. */
async function withHours() {
  const span = { opens: '08:00', closes: '12:00' }
  const week = { from: '1407-07-01', to: '1407-07-30', hours: [{ weekday: 0, ...span }] }
  const day = { date: '1407-08-03', name: 'جبران', hours: [span] }
  for (const who of ['secretary', 'stranger'] as const) {
    await setOfficeHours(world.store, world.actor(who), week, world.clock.now)
    await setDatedHours(world.store, world.actor(who), day, world.clock.now)
  }
}

async function milestone() {
  const input = { name: 'پایان آذر', dueDate: '1405-09-30' }
  const { milestoneId } = await defineMilestone(world.store, world.actor('leader'), input, world.clock.now)
  return { id: String(milestoneId) }
}
