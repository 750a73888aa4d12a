import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { assignObstacle } from '../../server/src/commands/assignObstacle.ts'
import { calendarAfter } from '../../server/src/commands/changeCalendar.ts'
import { closureChange, declareClosure } from '../../server/src/commands/declareClosure.ts'
import { defineMilestone } from '../../server/src/commands/defineMilestone.ts'
import { rejectObstacle } from '../../server/src/commands/rejectObstacle.ts'
import { resolveObstacle } from '../../server/src/commands/resolveObstacle.ts'
import { verifyObstacle } from '../../server/src/commands/verifyObstacle.ts'
import { waitObstacle } from '../../server/src/commands/waitObstacle.ts'
import { closureWithdrawal, withdrawClosure } from '../../server/src/commands/withdrawClosure.ts'
import { moveRecords } from '../../server/src/records/moveRecords.ts'
import { expectKnownAsStored } from '../helpers/expectKnownAsStored.ts'
import { Office, refusalOf, shown } from '../helpers/office.ts'

let office: Office
beforeEach(async () => {
  office = await Office.open()
})
afterEach(() => office.close())

const name = 'گرمای شدید هوا'
const solution = 'وب‌سرویس راه‌اندازی شد'
const days = (from: string, to = from) => ({ from: `1405-${from}`, to: `1405-${to}`, name })
const declare = (from: string, to = from) => office.do(declareClosure, 'secretary', days(from, to))
const withdraw = (date: string, to = date) =>
  office.do(withdrawClosure, 'secretary', { date: `1405-${date}`, to: `1405-${to}` })

async function preview(from: string, to = from) {
  const rules = await office.rules()
  const next = calendarAfter(rules, closureChange(days(from, to)), office.now)
  return moveRecords(office.db, rules, next, 'CALENDAR', null, office.now)
}

async function previewWithdrawal(from: string, to: string) {
  const rules = await office.rules()
  const change = closureWithdrawal({ date: `1405-${from}`, to: `1405-${to}` })
  return moveRecords(office.db, rules, calendarAfter(rules, change, office.now), 'CALENDAR', null, office.now)
}

async function dues(): Promise<string[]> {
  const rows = await office.db.selectFrom('deadline').selectAll().orderBy('id').execute()
  // What was breached is breached anew when its due date comes back: from then on.
  const owed = (row: (typeof rows)[number]) => (row.kind === 'ASSIGN' ? '' : row.next_at)
  return rows.map((row) =>
    [row.obstacle_id, row.kind, row.state, row.due_at, row.soon_at, owed(row)].join(' '),
  )
}

/** One of each: logged, in progress, waiting, paused and resumed, resolved, capped, and three that are over. */
async function manyStates(): Promise<void> {
  const milestone = { name: 'پایان تیر', dueDate: '1405-04-31', subjectKind: 'SINGLE_WINDOW' as const }
  await office.at('04-17 09:00').do(defineMilestone, 'secretary', milestone)
  await office.log()
  await office.log({ subjectKind: 'SINGLE_WINDOW', agencyCode: null, severity: 'LOW' })
  await office.inProgress({ severity: 'CRITICAL' })
  const waiting = await office.inProgress()
  const resolved = await office.inProgress({ severity: 'MEDIUM' })
  const closed = await office.inProgress()
  const rejected = await office.log()
  office.at('04-18 09:13:27.123')
  await office.log({ severity: 'CRITICAL' })
  const wait = { on: 'BUDGET', party: 'سازمان برنامه', reason: 'تخصیص', until: '1405-04-24' } as const
  await office.do(waitObstacle, 'secretary', { id: waiting, ...wait })
  await office.do(resolveObstacle, 'ict', { id: resolved, solution })
  await office.do(resolveObstacle, 'ict', { id: closed, solution })
  await office.do(verifyObstacle, 'secretary', { id: closed })
  await office.do(rejectObstacle, 'secretary', { id: rejected, reason: 'تکراری است' })
  await office.live('04-20 10:15')
}

describe('a closure', () => {
  test('moves what runs and nothing else, and tells how many', async () => {
    const id = await office.log()
    expect(await declare('04-21')).toBe(2)
    expect(await office.clockText(id, 'ASSIGN')).toBe('RUNNING 04-22 14:30')
    expect(await office.clockText(id)).toBe('RUNNING 05-04 14:30')
    expect((await office.clock(id)).original_due_at).toBe(
      (await office.rules()).calendar.closeOn('1405-05-03'),
    )
    expect((await office.story(id)).slice(1)).toEqual([
      'DEADLINE_MOVED ASSIGN CALENDAR 04-20 10:15',
      'DEADLINE_MOVED RESOLVE CALENDAR 04-20 10:15',
    ])
  })
  test('is seen on a clock that its milestone holds, though all that was told meanwhile is a warning', async () => {
    const milestone = { name: 'پایان تیر', dueDate: '1405-04-31', subjectKind: 'SINGLE_WINDOW' as const }
    await office.at('04-20 09:00').do(defineMilestone, 'secretary', milestone)
    const id = await office.inProgress({ subjectKind: 'SINGLE_WINDOW', agencyCode: null, severity: 'LOW' })
    await expectKnownAsStored(office.db)
    const { soon_at, due_at } = await office.clock(id)
    // The enforcer has not come yet.
    office.at('04-29 14:00')
    await declare('04-30')
    expect((await office.story(id)).at(-1)).toMatch(/^WARNED RESOLVE/)
    expect(await office.clock(id)).toMatchObject({ due_at })
    expect((await office.clock(id)).soon_at).not.toBe(soon_at)
    await expectKnownAsStored(office.db)
  })
  it.each<[string, from: string, to: string]>([
    ['of one day', '04-21', '04-21'],
    ['of a week', '04-21', '04-27'],
    ['of today', '04-20', '04-20'],
    ['of a day gone by', '04-18', '04-18'],
    ['of the milestone', '04-31', '04-31'],
    ['of two months', '04-21', '06-18'],
    ['of a Thursday and Friday', '04-25', '04-26'],
    ['of a holiday', '05-13', '05-13'],
  ])('%s: withdrawn, every date is what it was, to the millisecond', async (_, from, to) => {
    await manyStates()
    const before = await dues()
    const originals = await office.db
      .selectFrom('deadline')
      .select(['id', 'original_due_at'])
      .orderBy('id')
      .execute()
    const foreseen = await preview(from, to)
    expect(await dues()).toEqual(before)
    expect(await declare(from, to)).toBe(foreseen.movedDeadlines)
    const declared = await dues()
    const foreseenBack = await previewWithdrawal(from, to)
    expect(await dues()).toEqual(declared)
    const { commits } = office
    expect(await withdraw(from, to)).toBe(foreseenBack.movedDeadlines)
    expect(office.commits).toBe(commits + 1)
    expect(await dues()).toEqual(before)
    await declare(from, to)
    let moved = 0
    const { closures } = (await office.rules()).calendarRules
    for (const closure of closures.filter((closure) => closure.name === name)) {
      moved += await office.do(withdrawClosure, 'secretary', { date: closure.date })
    }
    expect(await dues()).toEqual(before)
    expect(moved).toBeGreaterThanOrEqual(foreseen.movedDeadlines)
    expect(
      await office.db.selectFrom('deadline').select(['id', 'original_due_at']).orderBy('id').execute(),
    ).toEqual(originals)
  })
  test('of a day that is closed already gives it the new title, and moves what is new', async () => {
    await declare('04-21', '04-22')
    const id = await office.log()
    const before = await office.clockText(id)
    const renamed = { from: '1405-04-22', to: '1405-04-22', name: 'آلودگی هوا' }
    expect(await office.do(declareClosure, 'leader', renamed)).toBe(0)
    expect(await office.clockText(id)).toBe(before)
    await office.do(declareClosure, 'leader', { ...renamed, to: '1405-04-23' })
    const titles = (await office.rules()).calendarRules.closures
      .filter(({ kind }) => kind === 'AD_HOC')
      .map(({ date, name }) => `${date} ${name}`)
    expect(titles.sort()).toEqual([`1405-04-21 ${name}`, '1405-04-22 آلودگی هوا', '1405-04-23 آلودگی هوا'])
    const acts = await office.db.selectFrom('act').select('changes_json').orderBy('id').execute()
    expect(acts.map(({ changes_json }) => changes_json).join()).toContain('آلودگی هوا')
  })
  test('leaves what is over as it is', async () => {
    await manyStates()
    const over = async () =>
      JSON.stringify([
        await office.db
          .selectFrom('obstacle')
          .selectAll()
          .where('status', 'in', ['CLOSED', 'REJECTED'])
          .execute(),
        await office.db
          .selectFrom('deadline')
          .selectAll()
          .where('state', 'in', ['DONE', 'CANCELLED'])
          .execute(),
      ])
    const before = await over()
    await declare('04-18', '04-29')
    expect(await over()).toBe(before)
  })
  test('is one act: all obstacles or none', async () => {
    for (let n = 0; n < 5; n++) await office.log()
    const commits = office.commits
    expect(await declare('04-21')).toBe(10)
    expect(office.commits).toBe(commits + 1)
  })
  test('of many more obstacles than are read at once', async () => {
    for (let n = 0; n < 210; n++) await office.log()
    expect(await preview('04-21')).toEqual({ movedDeadlines: 420, newBreaches: 0, withdrawnBreaches: 0 })
    expect(await declare('04-21')).toBe(420)
  })
  test('that puts due ahead withdraws the breach; withdrawn, it is breached again from then on', async () => {
    const id = await office.inProgress({ severity: 'CRITICAL' })
    await office.live('04-28 09:00')
    expect(await office.clockText(id)).toBe('RUNNING 04-27 14:30 !')
    const before = (await office.story(id)).length
    expect(await preview('04-23')).toEqual({ movedDeadlines: 1, newBreaches: 0, withdrawnBreaches: 1 })
    await declare('04-23')
    expect(await office.clockText(id)).toBe('RUNNING 04-28 14:30')
    office.at('04-28 10:00')
    await withdraw('04-23')
    await office.enforce()
    expect((await office.story(id)).slice(before)).toEqual([
      'DEADLINE_MOVED RESOLVE CALENDAR 04-28 09:00',
      'BREACH_WITHDRAWN RESOLVE CALENDAR 04-28 09:00',
      'DEADLINE_MOVED RESOLVE CALENDAR 04-28 10:00',
      'BREACHED RESOLVE 04-28 10:00',
      'ESCALATED 1 RESOLVE 04-28 10:00',
    ])
  })
  test('moves warnings and ladder steps even where due stands', async () => {
    const milestone = { name: 'پایان تیر', dueDate: '1405-04-31', subjectKind: 'AGENCY' as const }
    await office.do(defineMilestone, 'secretary', milestone)
    const capped = await office.inProgress({ severity: 'LOW' })
    const late = await office.log({ severity: 'CRITICAL' })
    await office.live('04-21 08:00')
    await declare('04-22', '04-24')
    await office.live('05-10 10:00')
    const told = [...(await office.story(capped)), ...(await office.story(late))]
    // 255 + 6 days of 420 minutes are left from the start to the milestone.
    expect(told).toContain('WARNED RESOLVE 04-30 09:56:15.000')
    expect(told).toContain('ESCALATED 2 ASSIGN 04-27 12:15')
  })
  test('of the day to look again lets it wait until the next opening', async () => {
    const id = await office.inProgress()
    const wait = { on: 'BUDGET', party: 'سازمان برنامه', reason: 'تخصیص', until: '1405-04-22' } as const
    await office.do(waitObstacle, 'secretary', { id, ...wait })
    await declare('04-22')
    await office.live('04-22 10:00')
    expect(await office.status(id)).toBe('WAITING')
    await withdraw('04-22')
    await office.enforce()
    // It is owed by the withdrawal only, so not before it.
    const resumed = (await office.events(id)).find(({ kind }) => kind === 'RESUMED')
    expect(shown(resumed?.at ?? 0)).toBe('04-22 10:00')
  })
  test('what was owed before it was declared stays owed', async () => {
    const id = await office.log({ severity: 'CRITICAL' })
    office.at('04-20 13:00')
    await declare('04-21')
    expect((await office.story(id)).slice(0, 4)).toEqual([
      'LOGGED 04-20 10:15',
      'WARNED ASSIGN 04-20 11:45',
      'WARNED ASSIGN 04-20 12:03',
      'BREACHED ASSIGN 04-20 12:15',
    ])
  })
  test('twice is once', async () => {
    await office.log()
    await declare('04-21')
    expect(await declare('04-21')).toBe(0)
    await withdraw('04-21')
    expect(await refusalOf(withdraw('04-21'))).toBe('NOT_FOUND')
  })
  test('withdrawn as a whole leaves what was closed otherwise, and dates that were not closed', async () => {
    const closed = async () =>
      (await office.rules()).calendarRules.closures
        .filter(({ date }) => date >= '1405-04-20' && date <= '1405-04-29')
        .map((closure) => `${closure.date} ${closure.kind}`)
    const between = await closed()
    await declare('04-21', '04-22')
    await declare('04-24')
    await office.do(declareClosure, 'secretary', { ...days('04-22', '04-23'), kind: 'HOLIDAY' })
    const kind = 'AD_HOC' as const
    await office.do(withdrawClosure, 'secretary', { date: '1405-04-20', to: '1405-04-29', kind })
    expect(await closed()).toEqual([...between, '1405-04-22 HOLIDAY', '1405-04-23 HOLIDAY'])
    expect(
      await refusalOf(
        office.do(withdrawClosure, 'secretary', { date: '1405-04-20', to: '1405-04-29', kind }),
      ),
    ).toBe('NOT_FOUND')
  })
  test('of a holiday is withdrawn and leaves the closure of the same date, where it says so', async () => {
    await declare('04-21')
    await office.do(declareClosure, 'secretary', { ...days('04-21'), kind: 'HOLIDAY' })
    await office.do(withdrawClosure, 'secretary', { date: '1405-04-21', kind: 'HOLIDAY' })
    const { closures } = (await office.rules()).calendarRules
    expect(closures.filter(({ date }) => date === '1405-04-21')).toEqual([
      { date: '1405-04-21', name, kind: 'AD_HOC' },
    ])
  })
  test('on a holiday: withdrawn first, the holiday after it', async () => {
    await declare('05-13')
    await withdraw('05-13')
    expect(
      (await office.rules()).calendar.isWorkingDay(
        (await office.rules()).calendar.dayAt(office.at('05-13 10:00').now),
      ),
    ).toBe(false)
    await withdraw('05-13')
    expect((await office.rules()).calendar.isWorkingTime(office.now)).toBe(true)
  })
})

describe('refused', () => {
  it.each<[string, () => Promise<unknown>, string]>([
    [
      'no name',
      () => office.do(declareClosure, 'secretary', { ...days('04-21'), name: '' }),
      'INVALID input.name REQUIRED',
    ],
    ['no such date', () => declare('07-31'), 'INVALID input.from BAD_DATE'],
    ['no such last date', () => declare('04-21', '07-31'), 'INVALID input.to BAD_DATE'],
    ['backwards', () => declare('04-22', '04-21'), 'INVALID input.to ORDER'],
    ['more than sixty days', () => declare('04-21', '06-31'), 'INVALID input.to TOO_MANY'],
    ['by an official', () => office.do(declareClosure, 'ict', days('04-21')), 'FORBIDDEN'],
    ['by a viewer', () => office.do(declareClosure, 'viewer', days('04-21')), 'FORBIDDEN'],
    ['withdrawing no date', () => withdraw('07-31'), 'INVALID date BAD_DATE'],
    ['withdrawing what is not there', () => withdraw('04-21'), 'NOT_FOUND'],
    ['withdrawing up to no date', () => withdraw('04-21', '07-31'), 'INVALID to BAD_DATE'],
    ['withdrawing backwards', () => withdraw('04-22', '04-21'), 'INVALID to ORDER'],
    ['withdrawing more than sixty days', () => withdraw('04-21', '06-31'), 'INVALID to TOO_MANY'],
    [
      'withdrawing by an official',
      () => office.do(withdrawClosure, 'ict', { date: '1405-05-13' }),
      'FORBIDDEN',
    ],
  ])('%s', async (_, work, refusal) => expect(await refusalOf(work())).toBe(refusal))
})

describe('a milestone defined later', () => {
  test('caps what runs, leaves the first due date and what has ended before', async () => {
    const id = await office.log({ subjectKind: 'SINGLE_WINDOW', agencyCode: null, severity: 'LOW' })
    const other = await office.log({ severity: 'LOW' })
    const first = (await office.clock(id)).due_at
    await office.do(assignObstacle, 'secretary', { id, ownerId: office.people.ict.id })
    const milestone = { name: 'پایان تیر', dueDate: '1405-04-31', subjectKind: 'SINGLE_WINDOW' as const }
    const { milestoneId, movedDeadlines } = await office.do(defineMilestone, 'leader', milestone)
    expect(movedDeadlines).toBe(1)
    expect(await office.clock(id)).toMatchObject({ capped_by: milestoneId, original_due_at: first })
    expect(await office.clockText(id)).toBe('RUNNING 04-31 23:59:59.999')
    expect(await office.clockText(other)).toBe('RUNNING 06-02 14:30')
    const late = await office.at('05-01 10:00').log({ subjectKind: 'SINGLE_WINDOW', agencyCode: null })
    expect((await office.clock(late)).capped_by).toBeNull()
  })
  it.each<[string, string, string]>([
    ['a date gone by', '1405-04-19', 'INVALID input.dueDate NOT_LATER'],
    ['no date', '1405-12-30', 'INVALID input.dueDate BAD_DATE'],
  ])('%s is refused', async (_, dueDate, refusal) => {
    expect(await refusalOf(office.do(defineMilestone, 'secretary', { name: 'پایان', dueDate }))).toBe(refusal)
  })
  test('today is not gone by', async () => {
    await office.do(defineMilestone, 'secretary', { name: 'امروز', dueDate: '1405-04-20' })
  })
})
