import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countOwed, enforceDeadlines } from '../../server/src/commands/enforceDeadlines.ts'
import { defineMilestone } from '../../server/src/commands/defineMilestone.ts'
import { logObstacle } from '../../server/src/commands/logObstacle.ts'
import { isNamed } from '../../server/src/queries/atEvent.ts'
import type { ObstacleFilter } from '../../server/src/queries/filterObstacles.ts'
import { loadRules } from '../../server/src/records/Rules.ts'
import { createWorld, type World } from '../helpers/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  const draft = { title: 'نبود وب‌سرویس استعلام', category: 'INTEGRATION', severity: 'HIGH' } as const
  for (const agencyCode of ['ict', 'gaz']) {
    const input = { ...draft, subjectKind: 'AGENCY' as const, agencyCode, affectedAgencyCodes: ['sabt'] }
    await logObstacle(world.store, world.actor('secretary'), input, world.clock.now)
  }
  const milestone = { name: 'پایان تیر', dueDate: '1405-04-31' }
  await defineMilestone(world.store, world.actor('secretary'), milestone, world.clock.now)
})
afterAll(() => world.close())

const card = `id ref title actions affectedAgencies { code } agency { name } owner { name agency { name } }
  nextDeadline { dueAt } deadlines { kind } extensions { id } waiting { until } attachments { name }
  solutionSteps { text } timeline(first: 5) { totalCount edges { node { kind actor { name } } } }`
const lists = {
  board: `{ board { openCount slaCounts { overdue } columns { totalCount overdueCount obstacles { ${card} } } } }`,
  'by due date': `{ obstacles { edges { node { ${card} } } } }`,
  overdue: `{ obstacles(filter: { overdue: true }) { edges { node { id } } } }`,
  'of an agency': `{ obstacles(filter: { agencyCode: ["gaz"] }) { edges { node { id } } } }`,
  'own ones': `{ obstacles(filter: { mine: true, status: [ASSIGNED] }) { edges { node { id } } } }`,
  'board of agencies': `{ board(filter: { subjectKind: [AGENCY] }) { columns { obstacles { ref } } } }`,
  'agencies only': `{ obstacles(filter: { subjectKind: [AGENCY] }) { edges { node { id } } } }`,
  'overdue at agencies': `{ obstacles(filter: { overdue: true, subjectKind: [AGENCY, SERVICE] }) { edges { node { id } } } }`,
  newest: `{ obstacles(orderBy: NEWEST_FIRST) { edges { node { id } } } }`,
  updated: `{ obstacles(orderBy: UPDATED_FIRST) { edges { node { id } } } }`,
  severest: `{ obstacles(orderBy: SEVEREST_FIRST) { edges { node { id } } } }`,
  searched: `{ obstacles(filter: { search: "وب سرویس" }) { edges { node { id } } } }`,
  similar: `{ similarObstacles(text: "نبود وب‌سرویس") { score } }`,
  summary: `{ overdueSummary(by: AGENCY) { openCount overdueCount oldestDueAt } }`,
  agencies: `{ agencies { code openCount overdueCount openByCategory { count } stageChanges { reason } } }`,
  inbox: `{ inbox(unreadOnly: true) { edges { node { id } } } }`,
  people: `{ people(search: "a") { name } }`,
}

/** The plan of every statement that the work takes. */
async function plansOf(work: () => Promise<unknown>): Promise<string[]> {
  world.statements.length = 0
  await work()
  const plans = []
  for (const statement of new Set(world.statements)) {
    if (!/^(select|update)\b/.test(statement)) continue
    // A plan is made from the text: which values are bound makes no difference.
    const explained = sql.raw<{ detail: string }>(`explain query plan ${statement.replaceAll('?', 'null')}`)
    const details = (await explained.execute(world.db)).rows.map(({ detail }) => detail)
    const ofParts = details.flatMap((detail) => /^(?:CO-ROUTINE|MATERIALIZE) (\w+)/.exec(detail)?.[1] ?? [])
    plans.push(...details.filter((detail) => !ofParts.some((part) => detail === `SCAN ${part}`)))
  }
  return plans
}

const LARGE =
  'obstacle|own|affected|deadline|event|notice|waiting|extension|obstacle_agency|attachment|solution_step|follower|session'
/** Read in their order, a page of it. */
const ORDERED = /USING INDEX (sqlite_autoindex_obstacle_1|obstacle_(by_(due|update|severity)|overdue)) /
/** Reads a large table from end to end, or a province's rows one by one where the index alone doesn't tell. */
function isWasteful(plan: string): boolean {
  if (new RegExp(`^SCAN (${LARGE})\\b`).test(plan)) return true
  const ofProvince = new RegExp(`^SEARCH (${LARGE}) USING INDEX .*\\(province_id=\\?\\)`)
  return ofProvince.test(plan) && !ORDERED.test(plan)
}

async function forgetCounts(): Promise<void> {
  await world.db
    .updateTable('province')
    .set((eb) => ({ last_number: eb('last_number', '+', 1) }))
    .execute()
}

describe.each(Object.entries(lists))('%s', (_name, document) => {
  test.each(['secretary', 'official'] as const)('for the %s', async (who) => {
    const plans = await plansOf(() => world.ask(who, document))
    expect(plans.length).toBeGreaterThan(0)
    expect(plans.filter(isWasteful)).toEqual([])
  })
})

const counts = {
  'of a board': `{ board { openCount closedCount totalCount slaCounts { overdue } columns { overdueCount } } }`,
  'of a board of agencies': `{ board(filter: { subjectKind: [AGENCY] }) { openCount closedCount totalCount } }`,
  'of what is overdue': `{ obstacles(filter: { overdue: true }) { totalCount } }`,
  'of an agency': `{ obstacles(filter: { agencyCode: ["gaz"] }) { totalCount } }`,
  'of milestones': `{ milestones { totalCount doneCount } }`,
  'of agencies': `{ agencies { openCount overdueCount openByCategory { count } } }`,
}
describe.each(Object.entries(counts))('counts %s', (_what, document) => {
  test.each(['secretary', 'official'] as const)('for the %s', async (who) => {
    await forgetCounts()
    const plans = await plansOf(() => world.ask(who, document))
    expect(plans.filter((plan) => /^SEARCH (obstacle|own) /.test(plan))).not.toEqual([])
    expect(plans.filter(isWasteful)).toEqual([])
  })
})

const ofObstacles = Object.entries({ ...lists, ...counts }).filter(([, document]) =>
  /obstacles|board|similar|milestones|agencies/i.test(document),
)
test.each(ofObstacles)(
  "an official's own obstacles are known from indexes alone: %s",
  async (_what, document) => {
    await forgetCounts()
    const plans = await plansOf(() => world.ask('official', document))
    const own = plans.filter((plan) => /^SEARCH (own|affected) /.test(plan))
    expect(own).not.toEqual([])
    expect(own.filter((plan) => !/ USING COVERING INDEX .* AND /.test(plan))).toEqual([])
  },
)

test('what waits for a decision is gathered, and no other looked through', async () => {
  const pending = '{ obstacles(filter: { extensionPending: true }) { edges { node { id } } } }'
  const plans = await plansOf(() => world.ask('leader', pending))
  const gathered =
    'SEARCH extension USING COVERING INDEX extension_by_decision (province_id=? AND decision=?)'
  expect(plans).toContain(gathered)
  expect(plans.filter((plan) => /^(SEARCH|SCAN) obstacle\b(?!.*rowid=)/.test(plan))).toEqual([])
})

test('at an event nothing is gathered but of its own obstacle', async () => {
  const event = await world.db
    .selectFrom('event')
    .selectAll()
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow()
  const viewer = world.actor('official')
  const sight = { viewer, rules: await loadRules(world.db, viewer.provinceId), now: world.clock.now }
  const filter: ObstacleFilter = {
    search: 'وب سرویس',
    agencyCode: ['gaz', 'ict'],
    agencyField: ['ECONOMY'],
    followed: false,
    stopped: { kind: 'RESOLVE', after: 0 },
    extension: { after: 0 },
  }
  const plans = await plansOf(async () => isNamed(world.db, event, filter, sight))
  // Agencies are few.
  const looked = plans.filter((plan) => /^(SEARCH|SCAN) (?!agency\b)/.test(plan))
  expect(looked.length).toBeGreaterThan(6)
  expect(looked.filter((plan) => !/\b(rowid|obstacle_id)=\?|:M1=|:=M1/.test(plan))).toEqual([])
})

test.each([
  ['by agency', '{ overdueSummary(by: AGENCY) { openCount overdueCount oldestDueAt } }'],
  ['by category', '{ overdueSummary(by: CATEGORY) { openCount overdueCount oldestDueAt } }'],
  ['by level', '{ overdueSummary(by: LEVEL) { openCount overdueCount oldestDueAt } }'],
])('what is open is counted from an index alone: %s', async (_what, document) => {
  await forgetCounts()
  const plans = await plansOf(() => world.ask('leader', document))
  const counts = plans.filter((plan) =>
    /^SEARCH obstacle USING (COVERING )?INDEX obstacle_by_(?!soon)/.test(plan),
  )
  expect(counts).not.toEqual([])
  expect(counts.filter((plan) => !plan.includes('COVERING'))).toEqual([])
})

test('a statement is planned once: SQLite sees no bare parameter', async () => {
  world.statements.length = 0
  for (const document of Object.values(lists)) await world.ask('official', document)
  expect(world.statements.filter((text) => text.includes('?')).length).toBeGreaterThan(20)
  expect(world.statements.filter((text) => /(?<!\+)\?/.test(text))).toEqual([])
})

test('what is logged is written once', async () => {
  world.statements.length = 0
  const input = {
    title: 'کندی شبکه',
    subjectKind: 'SINGLE_WINDOW',
    category: 'SOFTWARE',
    severity: 'LOW',
  } as const
  await logObstacle(world.store, world.actor('secretary'), input, world.clock.now)
  const written = world.statements.flatMap((text) => /^(?:insert into|update) "(\w+)"/.exec(text)?.[1] ?? [])
  expect(written).toEqual(['province', 'obstacle', 'deadline', 'event', 'seal'])
})

test.each([
  ['SCAN obstacle', true],
  ['SEARCH obstacle USING INDEX obstacle_by_reporter (province_id=?)', true],
  ['SEARCH obstacle USING INDEX obstacle_by_due (province_id=?)', false],
  ['SEARCH obstacle USING COVERING INDEX obstacle_by_reporter (province_id=?)', false],
  ['SEARCH obstacle USING INTEGER PRIMARY KEY (rowid=?)', false],
])('%s: %s', (plan, expected) => expect(isWasteful(plan)).toBe(expected))

test('a step and the enforcer', async () => {
  const { id } = await world.db.selectFrom('obstacle').select('id').executeTakeFirstOrThrow()
  const step = `mutation { rejectObstacle(input: { id: ${id}, reason: "تکراری" }) { obstacle { status } } }`
  const plans = [
    ...(await plansOf(() => world.ask('secretary', step))),
    ...(await plansOf(() => countOwed(world.db, world.clock.now, 100))),
    ...(await plansOf(() => enforceDeadlines(world.store, world.clock.now + 30 * 86_400_000, 50))),
  ]
  expect(plans.length).toBeGreaterThan(0)
  expect(plans.filter(isWasteful)).toEqual([])
  expect(plans).toContainEqual(expect.stringMatching(/^SEARCH user .*role=\?/))
  expect(plans).not.toContainEqual(expect.stringMatching(/^SEARCH user .*\(province_id=\?\)/))
})
