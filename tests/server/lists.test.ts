import { categories, severities } from '@goshayesh/shared/policy'
import { factsOf } from '../../server/src/records/ObstacleRecord.ts'
import { loadRecords } from '../../server/src/records/loadRecords.ts'
import { milestoneColumn } from '../../server/src/queries/milestoneColumn.ts'
import { slaStateColumn, slaStateOf } from '../../server/src/queries/slaState.ts'
import { loadRules, milestoneOf } from '../../server/src/records/Rules.ts'
import { visibleObstacles } from '../../server/src/queries/visibleObstacles.ts'
import { sees } from '@goshayesh/shared/permissions'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assignObstacle } from '../../server/src/commands/assignObstacle.ts'
import { commentObstacle } from '../../server/src/commands/commentObstacle.ts'
import { logObstacle } from '../../server/src/commands/logObstacle.ts'
import { mergeObstacle } from '../../server/src/commands/mergeObstacle.ts'
import { requestExtension } from '../../server/src/commands/requestExtension.ts'
import { waitObstacle } from '../../server/src/commands/waitObstacle.ts'
import { defineMilestone } from '../../server/src/commands/defineMilestone.ts'
import { at, randomOf } from '../helpers/calendars.ts'
import { expectSameCost } from '../helpers/expectSameCost.ts'
import { createWorld, type Someone, type World } from '../helpers/world.ts'

let world: World
const COUNT = 60

beforeAll(async () => {
  world = await createWorld()
  const { store, clock } = world
  const [official, secretary] = [world.actor('official'), world.actor('secretary')]
  await world.db
    .updateTable('agency')
    .set({ field: 'UTILITIES' })
    .where('code', 'in', ['gaz', 'ict'])
    .execute()
  await defineMilestone(
    store,
    secretary,
    { name: 'پایان تیر', dueDate: '1405-04-31', subjectKind: 'SINGLE_WINDOW' },
    clock.now,
  )
  for (let n = 0; n < COUNT; n++) {
    clock.now += 60_000
    await logOne(n)
  }
  clock.set('1405-04-21 09:00')
  for (let id = 1; id <= COUNT; id += 2) {
    await assignObstacle(store, secretary, { id, ownerId: official.id }, clock.now)
    await commentObstacle(store, secretary, { id, text: 'پیگیری شود' }, clock.now)
    const until = '1405-06-20'
    await requestExtension(store, official, { id, kind: 'RESOLVE', until, reason: 'نیاز به زمان' }, clock.now)
    if (id % 3 === 0) {
      const wait = { id, on: 'BUDGET' as const, party: 'خزانه', reason: 'تخصیص اعتبار', until: '1405-04-28' }
      await waitObstacle(store, secretary, wait, clock.now)
    }
  }
  await mergeObstacle(store, secretary, { id: 2, intoId: 4 }, clock.now)
  await logObstacle(store, world.actor('stranger'), { ...draft, subjectKind: 'SINGLE_WINDOW' }, clock.now)
})
afterAll(() => world.close())

const people = ['administrator', 'secretary', 'leader', 'viewer', 'official', 'neighbour'] as const
const draft = { title: 'کندی سامانه', category: 'SOFTWARE' as const, severity: 'HIGH' as const }
const subjects = [
  { subjectKind: 'SINGLE_WINDOW' as const },
  { subjectKind: 'AGENCY' as const, agencyCode: 'gaz' },
  { subjectKind: 'AGENCY' as const, agencyCode: 'sabt', affectedAgencyCodes: ['ict', 'gaz'] },
  { subjectKind: 'SERVICE' as const, serviceCode: 'ict-01' },
  { subjectKind: 'AGENCY' as const, agencyCode: 'sabt' },
]

function logOne(n: number) {
  const who = (['secretary', 'leader', 'administrator'] as const)[n % 3]!
  const input = {
    ...draft,
    ...subjects[n % subjects.length]!,
    title: `کندی سامانه شماره ${n}`,
    category: categories[n % categories.length]!,
    severity: severities[n % severities.length]!,
  }
  return logObstacle(world.store, world.actor(who), input, world.clock.now)
}

const everything = `
  id ref title status slaState overdue displayLevel actions commentCount version createdAt updatedAt
  agency { name services { name agency { nameEn } } openCount overdueCount }
  service { code agency { name } }
  affectedAgencies { code openCount }
  reporter { name agency { name } }
  owner { name email agency { name openCount } }
  milestone { name totalCount doneCount overdueCount workingDaysLeft }
  deadlines { kind state dueAt remainingMinutes pausedMinutes totalMinutes soonAt cappedBy { name }
    why { text target { amount } counted { minutes } skipped { date reason } pauses { minutes } extensions { id } } }
  nextDeadline { kind }
  waiting { party until }
  mergedInto { ref owner { name } }
  extensions { requestedBy { name } decidedBy { name } deadline { kind } decision }
  timeline(first: 5) { totalCount edges { cursor node { kind at actor { name } deadline { kind } changes { field } } } }
`

describe('the cost of a list', () => {
  const rows: [what: string, document: string][] = [
    [
      'obstacles',
      `query ($n: Int!) { obstacles(first: $n) { totalCount edges { node { ${everything} } } } }`,
    ],
    [
      'board',
      `query ($n: Int!) { board(perColumn: $n) { slaCounts { onTrack } columns { totalCount obstacles { ${everything} } } } }`,
    ],
    [
      'similar',
      `query ($n: Int!) { similarObstacles(text: "کندی سامانه", first: $n) { score obstacle { ${everything} } } }`,
    ],
  ]
  test.each(rows)('%s: as many statements for 50 rows as for 5', async (_what, document) => {
    const counted: string[][] = []
    // What is remembered from then on is looked up by the first.
    for (const n of [50, 5, 50]) {
      world.statements.length = 0
      await world.ask('secretary', document, { n })
      counted.push([...world.statements])
    }
    expect(counted[0]?.length).toBeLessThan(30)
    expectSameCost(counted[2] ?? [], counted[1] ?? [])
  })
})

interface Page {
  obstacles: {
    totalCount: number
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string }
    edges: {
      node: { id: string; nextDeadline: { dueAt: string } | null; updatedAt: string; severity: string }
    }[]
  }
}

const page = `query ($orderBy: ObstacleOrder, $first: Int, $after: String, $last: Int, $before: String) {
  obstacles(orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { node { id severity updatedAt nextDeadline { dueAt } } } } }`

describe('pages', () => {
  const orders = ['DUE_FIRST', 'NEWEST_FIRST', 'UPDATED_FIRST', 'SEVEREST_FIRST']
  test.each(orders)('%s: forward and backward pages are the list, each row once', async (orderBy) => {
    const whole = (await world.ask<Page>('secretary', page, { orderBy, first: 100 })).obstacles
    const ids = whole.edges.map(({ node }) => node.id)
    expect(ids.length).toBe(COUNT)
    expect(new Set(ids).size).toBe(COUNT)
    expect(whole.totalCount).toBe(COUNT)
    const forward: string[] = []
    for (let after: string | null = null; ;) {
      const { obstacles }: Page = await world.ask<Page>('secretary', page, { orderBy, first: 7, after })
      forward.push(...obstacles.edges.map(({ node }) => node.id))
      if (!obstacles.pageInfo.hasNextPage) break
      after = obstacles.pageInfo.endCursor
    }
    expect(forward).toEqual(ids)
    const backward: string[] = []
    for (let before: string | null = null; ;) {
      const { obstacles }: Page = await world.ask<Page>('secretary', page, { orderBy, last: 7, before })
      backward.unshift(...obstacles.edges.map(({ node }) => node.id))
      if (!obstacles.pageInfo.hasPreviousPage) break
      before = obstacles.pageInfo.startCursor
    }
    expect(backward).toEqual(ids)
  })

  test('orders mean what they say', async () => {
    const list = async (orderBy: string) =>
      (await world.ask<Page>('secretary', page, { orderBy, first: 100 })).obstacles.edges.map(
        ({ node }) => node,
      )
    const dues = (await list('DUE_FIRST')).map(({ nextDeadline }) => nextDeadline?.dueAt ?? '9')
    expect(dues).toEqual(dues.toSorted())
    const ids = (await list('NEWEST_FIRST')).map(({ id }) => Number(id))
    expect(ids).toEqual(ids.toSorted((a, b) => b - a))
    const updates = (await list('UPDATED_FIRST')).map(({ updatedAt }) => updatedAt)
    expect(updates).toEqual(updates.toSorted().toReversed())
    const ranks = (await list('SEVEREST_FIRST')).map(({ severity }) =>
      severities.findIndex((s) => s === severity),
    )
    expect(ranks).toEqual(ranks.toSorted((a, b) => b - a))
  })
})

describe('visibility', () => {
  let scattered: World
  beforeAll(async () => {
    scattered = await scatter()
  })
  afterAll(() => scattered.close())

  const everybody = [...people, 'stranger'] as const
  test.each(everybody)('%s: the condition of lists and the rule of steps are one', async (who) => {
    const viewer = scattered.actor(who)
    const ids = (await scattered.db.selectFrom('obstacle').select('id').execute()).map(({ id }) => id)
    const records = await loadRecords(scattered.db, viewer.provinceId, ids)
    for (const agencyCode of [viewer.agencyCode, null]) {
      const person = { ...viewer, agencyCode }
      const byRule = [...records].filter(([, record]) => sees(person, factsOf(record))).map(([id]) => id)
      for (const each of [false, true]) {
        const query = visibleObstacles(scattered.db, person, { each }).select('obstacle.id')
        const byCondition = (await query.execute()).map(({ id }) => id)
        expect(byCondition.toSorted(ascending)).toEqual(byRule.toSorted(ascending))
      }
      expect(byRule.length).toBeGreaterThan(0)
    }
  })
})

/** Obstacles of every subject with reporters, owners and affected agencies at random, in two provinces. */
async function scatter(): Promise<World> {
  const scattered = await createWorld()
  const { store, db, clock } = scattered
  const random = randomOf(1405)
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]!
  const drafts = Array.from({ length: 80 }, () => ({ ...draft, ...pick(subjects) }))
  const logged = drafts.map((input) => logObstacle(store, scattered.actor('secretary'), input, clock.now))
  for (const id of await Promise.all(logged)) {
    const [reporter, owner] = [scattered.actor(pick(people)), scattered.actor(pick(people))]
    await db
      .updateTable('obstacle')
      .set({
        reporter_id: reporter.id,
        reporter_agency_code: reporter.agencyCode,
        ...(random() < 0.5 ? {} : { owner_id: owner.id, owner_agency_code: owner.agencyCode }),
      })
      .where('id', '=', id)
      .execute()
  }
  const elsewhere = { ...draft, subjectKind: 'AGENCY' as const, agencyCode: 'gaz' }
  await logObstacle(store, scattered.actor('stranger'), elsewhere, clock.now)
  return scattered
}

function ascending(a: number, b: number): number {
  return a - b
}

describe('filters', () => {
  const count = async (who: Someone, filter: object) => {
    const document = 'query ($filter: ObstacleFilter) { obstacles(filter: $filter, first: 1) { totalCount } }'
    const { obstacles } = await world.ask<Page>(who, document, { filter })
    return obstacles.totalCount
  }
  const rows: [who: Someone, filter: object, count: number][] = [
    ['secretary', {}, 60],
    ['secretary', { status: ['LOGGED'] }, 29],
    ['secretary', { status: ['MERGED'] }, 1],
    ['secretary', { status: ['WAITING'] }, 10],
    ['secretary', { status: [] }, 0],
    ['secretary', { subjectKind: ['SINGLE_WINDOW'] }, 12],
    ['secretary', { agencyCode: ['ict'] }, 24],
    ['secretary', { agencyCode: ['gaz', 'ict'] }, 36],
    ['secretary', { subjectAgencyCode: ['ict'] }, 12],
    ['secretary', { subjectAgencyCode: [] }, 0],
    ['secretary', { agencyField: ['UTILITIES'] }, 36],
    ['secretary', { agencyField: ['CULTURE', 'HEALTH'] }, 0],
    ['secretary', { severity: ['CRITICAL'], category: ['INTEGRATION'] }, 5],
    ['secretary', { ownerId: '5' }, 30],
    ['secretary', { mine: true }, 0],
    ['official', { mine: true }, 30],
    ['secretary', { reporterId: '2' }, 20],
    ['secretary', { milestoneId: '1' }, 12],
    ['secretary', { slaState: ['PAUSED'] }, 0],
    ['secretary', { slaState: ['NONE'] }, 1],
    ['secretary', { slaState: ['ON_TRACK', 'DUE_SOON', 'OVERDUE', 'PAUSED', 'NONE'] }, 60],
    ['secretary', { minEscalationLevel: 1 }, 0],
    ['secretary', { minEscalationLevel: 0, maxEscalationLevel: 0 }, 60],
    ['secretary', { maxEscalationLevel: -1 }, 0],
    ['secretary', { extension: { after: '2120-01-01T00:00:00Z' } }, 30],
    ['secretary', { extension: { after: '2020-01-01T00:00:00Z', decision: ['APPROVED', 'DENIED'] } }, 0],
    ['stranger', { extension: { after: '2020-01-01T00:00:00Z' } }, 0],
    ['secretary', { stopped: { kind: 'ASSIGN', after: '2020-01-01T00:00:00Z' } }, 30],
    ['secretary', { stopped: { kind: 'ASSIGN', after: '2020-01-01T00:00:00Z', inTime: true } }, 30],
    ['secretary', { stopped: { kind: 'ASSIGN', after: '2020-01-01T00:00:00Z', inTime: false } }, 0],
    ['secretary', { stopped: { kind: 'ASSIGN', after: '2120-01-01T00:00:00Z' } }, 0],
    ['secretary', { stopped: { kind: 'RESOLVE', after: '2020-01-01T00:00:00Z' } }, 0],
    ['secretary', { extensionPending: true }, 30],
    ['secretary', { extensionPending: false }, 30],
    ['official', { extensionPending: true, status: ['WAITING'] }, 10],
    ['stranger', { extensionPending: true }, 0],
    ['secretary', { resolvedBefore: '2120-01-01T00:00:00Z' }, 0],
    ['secretary', { resolvedAfter: '2020-01-01T00:00:00Z' }, 0],
    ['secretary', { dueBefore: '2020-01-01T00:00:00Z' }, 0],
    ['secretary', { dueAfter: '2020-01-01T00:00:00Z' }, 59],
    ['secretary', { dueAfter: '2020-01-01T00:00:00Z', dueBefore: '2020-01-02T00:00:00Z' }, 0],
    ['secretary', { dueAfter: '2120-01-01T00:00:00Z' }, 0],
    ['stranger', {}, 1],
    ['stranger', { ownerId: '5' }, 0],
  ]
  test.each(rows)('%s %j: %i', async (who, filter, expected) => {
    expect(await count(who, filter)).toBe(expected)
  })
})

test('the board counts what it holds', async () => {
  const document = `{ board(perColumn: 100) { openCount closedCount totalCount
    slaCounts { onTrack dueSoon overdue paused } columns { status totalCount obstacles { id status } } } }`
  interface Board {
    board: {
      openCount: number
      closedCount: number
      totalCount: number
      slaCounts: Record<string, number>
      columns: { status: string; totalCount: number; obstacles: { id: string; status: string }[] }[]
    }
  }
  const { board } = await world.ask<Board>('secretary', document)
  expect(board.columns.map(({ status }) => status)).toEqual([
    'LOGGED',
    'ASSIGNED',
    'IN_PROGRESS',
    'WAITING',
    'RESOLVED',
  ])
  for (const { status, totalCount, obstacles } of board.columns) {
    expect(obstacles.length).toBe(totalCount)
    expect(obstacles.every((obstacle) => obstacle.status === status)).toBe(true)
  }
  expect([board.openCount, board.closedCount, board.totalCount]).toEqual([59, 0, 60])
  expect(Object.values(board.slaCounts).reduce((sum, count) => sum + count, 0)).toBe(59)
})

describe('columns that say in SQL what rules say in code', () => {
  const moments = [
    '1405-04-20 08:00',
    '1405-04-21 09:00',
    '1405-04-23 14:00',
    '1405-05-01 08:00',
    '1405-12-01 08:00',
  ]
  test.each(moments)('SLA states at %s', async (moment) => {
    const now = at(moment)
    const rows = await world.db
      .selectFrom('obstacle')
      .selectAll()
      .select(slaStateColumn(now).as('state'))
      .execute()
    expect(rows.map(({ state }) => state)).toEqual(rows.map((row) => slaStateOf(row, now)))
  })

  test('milestones', async () => {
    const { provinceId } = world.actor('secretary')
    const known = await loadRules(world.db, provinceId)
    const [end] = known.milestones
    const milestones = [
      { ...end!, id: 90, due_at: at('1405-04-20 10:30'), subject_kind: 'AGENCY' as const },
      { ...end!, id: 91, due_at: at('1405-04-20 10:45'), subject_kind: null },
      ...known.milestones,
      { ...end!, id: 92, due_at: at('1405-06-01'), subject_kind: 'SERVICE' as const },
      { ...end!, id: 93, due_at: at('1405-07-01'), subject_kind: 'SINGLE_WINDOW' as const },
    ]
    for (const rules of [known, { ...known, milestones }, { ...known, milestones: [] }]) {
      const rows = await world.db
        .selectFrom('obstacle')
        .selectAll()
        .select(milestoneColumn(rules).as('belongs_to'))
        .execute()
      expect(rows.map(({ belongs_to }) => belongs_to)).toEqual(
        rows.map((row) => milestoneOf(rules, row)?.id ?? null),
      )
    }
  })
})

test('a milestone counts those that belong to it', async () => {
  const document = '{ milestones { name totalCount doneCount overdueCount workingDaysLeft } }'
  const { milestones } = await world.ask<{ milestones: object[] }>('secretary', document)
  expect(milestones).toEqual([
    { name: 'پایان تیر', totalCount: 12, doneCount: 0, overdueCount: 0, workingDaysLeft: 9 },
  ])
})

test('an agency tells what stands in its way, but never resistance', async () => {
  interface Sums {
    agencies: { openCount: number; openByCategory: { category: string; count: number }[] }[]
  }
  const { agencies } = await world.ask<Sums>(
    'secretary',
    '{ agencies { openCount openByCategory { category count } } }',
  )
  for (const { openCount, openByCategory } of agencies) {
    const told = openByCategory.reduce((sum, { count }) => sum + count, 0)
    expect(told).toBeGreaterThan(0)
    expect(told).toBeLessThan(openCount)
    expect(openByCategory.map(({ category }) => category)).not.toContain('RESISTANCE')
  }
})

test('an overdue summary keeps to the kinds asked for', async () => {
  const document =
    '{ one: overdueSummary(by: LEVEL, subjectKind: [SINGLE_WINDOW]) { openCount } all: overdueSummary(by: LEVEL) { openCount } }'
  const summary = await world.ask<Record<string, object[]>>('secretary', document)
  expect(summary).toEqual({ one: [{ openCount: 12 }], all: [{ openCount: 59 }] })
})

test('an agency counts what touches it', async () => {
  const document = '{ agencies { code openCount overdueCount } overdueSummary(by: AGENCY) { key openCount } }'
  interface Sums {
    agencies: { code: string; openCount: number }[]
    overdueSummary: { key: string; openCount: number }[]
  }
  const { agencies, overdueSummary } = await world.ask<Sums>('secretary', document)
  expect(Object.fromEntries(agencies.map(({ code, openCount }) => [code, openCount]))).toEqual({
    gaz: 24,
    ict: 24,
    sabt: 24,
  })
  expect(Object.fromEntries(overdueSummary.map(({ key, openCount }) => [key, openCount]))).toEqual({
    gaz: 11,
    ict: 12,
    sabt: 24,
    SINGLE_WINDOW: 12,
  })
})

test('the installation tells anybody what it is, and whom to try the demo as', async () => {
  const document = `{ installation { name agencyCount operatingCount serviceCount workingDaysLeft demo
    milestone { name } clock { simulated speed } demoAccounts { email role } } }`
  const { installation } = await world.ask<{ installation: object }>('nobody', document, {}, 'en')
  expect(installation).toEqual({
    name: 'Golestan Province',
    agencyCount: 3,
    operatingCount: 2,
    serviceCount: 3,
    workingDaysLeft: 9,
    demo: true,
    milestone: { name: 'پایان تیر' },
    clock: { simulated: true, speed: 1 },
    demoAccounts: [
      { email: 'administrator@example.org', role: 'ADMINISTRATOR' },
      { email: 'secretary@example.org', role: 'SECRETARY' },
      { email: 'leader@example.org', role: 'LEADER' },
      { email: 'viewer@example.org', role: 'VIEWER' },
      { email: 'official@example.org', role: 'OFFICIAL' },
    ],
  })
  const { now } = world.clock
  world.clock.set('1405-05-01 00:00')
  expect(await world.ask('nobody', '{ installation { workingDaysLeft milestone { name } } }')).toEqual({
    installation: { workingDaysLeft: null, milestone: null },
  })
  world.clock.now = now
  await world.db.updateTable('installation').set({ demo: 0 }).execute()
  const real = await world.ask<object>('nobody', '{ installation { demo demoAccounts { email } } }')
  expect(real).toEqual({ installation: { demo: false, demoAccounts: [] } })
})

test('a column of the board goes on as a list', async () => {
  interface Column {
    status: string
    totalCount: number
    endCursor: string | null
    obstacles: { id: string }[]
  }
  const { board } = await world.ask<{ board: { columns: Column[] } }>(
    'secretary',
    '{ board(perColumn: 3) { columns { status totalCount endCursor obstacles { id } } } }',
  )
  for (const { status, totalCount, endCursor, obstacles } of board.columns) {
    expect(endCursor === null).toBe(obstacles.length === 0)
    const rest = await world.ask<Page>(
      'secretary',
      `query ($filter: ObstacleFilter, $after: String) {
        obstacles(filter: $filter, first: 100, after: $after) { edges { node { id } } } }`,
      { filter: { status: [status] }, after: endCursor },
    )
    const ids = [...obstacles.map(({ id }) => id), ...rest.obstacles.edges.map(({ node }) => node.id)]
    expect(new Set(ids).size).toBe(totalCount)
    expect(ids.length).toBe(totalCount)
  }
})

test('a timeline: forward and backward pages are the history, each event once', async () => {
  const { obstacles } = await world.ask<Page>('secretary', page, { orderBy: 'NEWEST_FIRST', first: 1 })
  const id = obstacles.edges[0]?.node.id
  for (let n = 0; n < 8; n++) {
    const input = { id: Number(id), text: `پیگیری ${n}` }
    await commentObstacle(world.store, world.actor('secretary'), input, world.clock.now)
  }
  interface Events {
    obstacle: { timeline: Pick<Page['obstacles'], 'pageInfo'> & { edges: { node: { id: string } }[] } }
  }
  const events = `query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
    obstacle(id: $id) { timeline(first: $first, after: $after, last: $last, before: $before) {
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { node { id } } } } }`
  const read = async (variables: object) => {
    const { timeline } = (await world.ask<Events>('secretary', events, { id, ...variables })).obstacle
    return { ...timeline.pageInfo, ids: timeline.edges.map((edge) => edge.node.id) }
  }
  const whole = await read({ first: 100 })
  expect(whole.ids.length).toBeGreaterThan(8)
  expect(await read({ last: 100 })).toEqual(whole)
  const start = await read({ first: 3 })
  const next = await read({ first: 3, after: start.endCursor })
  expect([...start.ids, ...next.ids]).toEqual(whole.ids.slice(0, 6))
  expect([start.hasPreviousPage, start.hasNextPage, next.hasPreviousPage]).toEqual([false, true, true])
  const end = await read({ last: 3 })
  const earlier = await read({ last: 3, before: end.startCursor })
  expect([...earlier.ids, ...end.ids]).toEqual(whole.ids.slice(-6))
  expect([end.hasNextPage, end.hasPreviousPage, earlier.hasNextPage]).toEqual([false, true, true])
})
