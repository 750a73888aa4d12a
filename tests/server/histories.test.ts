import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dueOf, soonAt } from '@goshayesh/shared/deadline'
import { explainDeadline } from '@goshayesh/shared/explainDeadline'
import { targetFor, type DeadlineKind } from '@goshayesh/shared/policy'
import { isOpen, openStatuses, type ObstacleStatus } from '@goshayesh/shared/workflow'
import type { DeadlineRow, EventRow } from '../../server/src/database/tables.ts'
import { countBoard } from '../../server/src/queries/boardOf.ts'
import type { ObstacleFilter } from '../../server/src/queries/filterObstacles.ts'
import { countObstacles, listObstacles, obstacleOrders } from '../../server/src/queries/listObstacles.ts'
import { overdueBy, overdueSummary } from '../../server/src/queries/overdueSummary.ts'
import { moveRecords } from '../../server/src/records/moveRecords.ts'
import {
  derivedColumns,
  isClockOpen,
  termsOf,
  type Change,
  type ObstacleRecord,
} from '../../server/src/records/ObstacleRecord.ts'
import { milestoneOf, type Rules } from '../../server/src/records/Rules.ts'
import { MINUTE } from '../helpers/calendars.ts'
import { History, type Deed } from '../helpers/History.ts'
import { Office, type Who } from '../helpers/office.ts'

const STEPS = 40

let office: Office
beforeEach(async () => {
  office = await Office.open()
})
afterEach(() => office.close())

/** What holds after whatever has happened. */
describe('a history', () => {
  it.each([1, 7, 16, 33])('%i', async (seed) => {
    const history = new History(office, seed)
    const ended = new Map<number, string>()
    let latest = office.now
    for (let step = 0; step < STEPS; step++) {
      const deed = await history.goOn()
      const told = history.told.slice(-20).join('\n')
      expectAsTold(deed, told)
      const rules = await office.rules()
      const events = await office.db.selectFrom('event').selectAll().orderBy('id').execute()
      for (const record of await history.records()) {
        expect(record.obstacle, told).toMatchObject(derivedColumns(record))
        expect(openKinds(record), told).toEqual(kindsSet(rules, record))
        for (const deadline of record.deadlines.filter(isClockOpen)) expectReckoned(rules, record, deadline)
        for (const deadline of record.deadlines) expectOnRecord(events, deadline)
        expectLeftAlone(ended, record)
      }
      latest = Math.max(latest, office.now)
      // Reckoned anew under the same rules, nothing moves.
      expect(await moveRecords(office.db, rules, rules, 'CALENDAR', null, latest), told).toMatchObject({
        movedDeadlines: 0,
        withdrawnBreaches: 0,
      })
    }
    await expectFiguresOfRows('leader', {})
    // What is told by agency, officials hear of their own only.
    await expectFiguresOfRows('sabt', { subjectAgencyCode: ['sabt'] })
  })
})

/** What is offered can be done, what is not can't, and previews tell what then happens. */
function expectAsTold(deed: Deed, told: string): void {
  if (deed.kind === 'STEP')
    expect(deed.outcome, told).toMatch(
      deed.offered ? /^(done|INVALID .*)$/ : /^(FORBIDDEN|NOT_FOUND|NOT_ALLOWED_NOW)$/,
    )
  if (deed.kind !== 'RULES') return
  const { foreseen, found, breaches } = deed
  if (typeof foreseen === 'string' || typeof found === 'string') return expect(found, told).toBe(foreseen)
  expect({ ...found, newBreaches: breaches }, told).toEqual(foreseen)
}

/** The kinds of clock that run in a status. */
const kindsIn: Record<ObstacleStatus, DeadlineKind[]> = {
  LOGGED: ['ASSIGN', 'RESOLVE'],
  ASSIGNED: ['ACKNOWLEDGE', 'RESOLVE'],
  IN_PROGRESS: ['RESOLVE'],
  WAITING: ['ACKNOWLEDGE', 'RESOLVE'],
  RESOLVED: ['VERIFY'],
  CLOSED: [],
  REJECTED: [],
  MERGED: [],
}

/** Those of them that the rules, a milestone or an extension set, but the one to answer where the owner has. */
function kindsSet(rules: Rules, record: ObstacleRecord): DeadlineKind[] {
  const { status, assigned_at, acknowledged_at, category, severity, subject_kind } = record.obstacle
  return kindsIn[status].filter((kind) => {
    if (kind === 'ACKNOWLEDGE' && acknowledged_at !== null) return false
    const clock = record.deadlines.findLast((deadline) => deadline.kind === kind)
    const isEarlierOwners = kind === 'ACKNOWLEDGE' && clock?.started_at !== assigned_at
    return (
      targetFor(rules.policy, { category, severity, subjectKind: subject_kind }, kind) !== null ||
      (kind === 'RESOLVE' && milestoneOf(rules, record.obstacle) !== null) ||
      (clock !== undefined && !isEarlierOwners && termsOf(rules, record, clock).grant !== null)
    )
  })
}

function openKinds({ deadlines }: ObstacleRecord): DeadlineKind[] {
  return deadlines
    .filter(isClockOpen)
    .map(({ kind }) => kind)
    .sort()
}

/** All that a clock shows follows from its terms, and so does what is told of it. */
function expectReckoned(rules: Rules, record: ObstacleRecord, deadline: DeadlineRow): void {
  const { calendar } = rules
  const terms = termsOf(rules, record, deadline)
  expect(dueOf(calendar, terms)).toEqual({ dueAt: deadline.due_at, cappedBy: deadline.capped_by })
  expect(deadline.soon_at).toBe(soonAt(calendar, terms, deadline.due_at))
  const { counted, countedMs } = explainDeadline(calendar, terms, deadline.due_at, office.now)
  expect(counted.reduce((sum, { workingMs }) => sum + workingMs, 0)).toBe(countedMs)
  const { target, grant } = terms
  if (target?.unit === 'WORKING_MINUTES' && grant === null && deadline.capped_by === null)
    expect(countedMs).toBe(target.amount * MINUTE)
}

/** The events of a clock lead from its first due date to the present one, and tell whether it is missed and how far it climbed. */
function expectOnRecord(events: EventRow[], deadline: DeadlineRow): void {
  let due: string | null = new Date(deadline.original_due_at).toISOString()
  let breaches = 0
  let level = 0
  for (const event of events.filter(({ deadline_id }) => deadline_id === deadline.id)) {
    const [change] = JSON.parse(event.changes_json) as Change[]
    if (event.kind === 'BREACHED') breaches++
    if (event.kind === 'ESCALATED') level = event.level ?? 0
    if (event.kind === 'BREACH_WITHDRAWN') [breaches, level] = [breaches - 1, 0]
    if (event.kind !== 'DEADLINE_MOVED' || !change) continue
    // A clock that is set, again or later than the others, comes from none.
    expect([due, null]).toContain(change.before)
    due = change.after
  }
  if (isClockOpen(deadline)) expect(due).toBe(new Date(deadline.due_at).toISOString())
  expect({ breaches, level }).toEqual({
    breaches: deadline.breached_at === null ? 0 : 1,
    level: deadline.level,
  })
}

/** What is counted is what lists hold, and each row is on one page, once. */
async function expectFiguresOfRows(who: Who, counted: ObstacleFilter): Promise<void> {
  const { db, now, people } = office
  const sight = { viewer: people[who], rules: await office.rules(), now }
  const open = await countObstacles(db, sight, { ...counted, status: openStatuses })
  const overdue = await countObstacles(db, sight, { ...counted, overdue: true })
  for (const by of overdueBy) {
    const groups = await overdueSummary(db, sight.viewer, by)
    const sum = (name: 'openCount' | 'overdueCount') => groups.reduce((all, group) => all + group[name], 0)
    expect([sum('openCount'), sum('overdueCount')], by).toEqual([open, overdue])
  }
  const board = await countBoard(db, sight, counted)
  expect(board.reduce((all, { count }) => all + count, 0)).toBe(open)
  for (const orderBy of obstacleOrders) {
    const ids: number[] = []
    for (let after: string | undefined, more = true; more;) {
      const page = await listObstacles(db, sight, counted, { orderBy, first: 3, after })
      ids.push(...page.rows.map(({ id }) => id))
      after = page.rows.at(-1)?.cursor
      more = page.hasNextPage
    }
    expect(new Set(ids).size, orderBy).toBe(ids.length)
    expect(ids).toHaveLength(await countObstacles(db, sight, counted))
  }
}

/** Once an obstacle has ended, only comments come. */
function expectLeftAlone(ended: Map<number, string>, { obstacle, ...parts }: ObstacleRecord): void {
  if (isOpen(obstacle.status)) return
  const text = JSON.stringify({
    ...parts,
    obstacle: { ...obstacle, comment_count: 0, updated_at: 0, stamp: 0 },
  })
  expect(ended.get(obstacle.id) ?? text).toBe(text)
  ended.set(obstacle.id, text)
}
