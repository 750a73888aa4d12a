import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { acknowledgeObstacle } from '../../server/src/commands/acknowledgeObstacle.ts'
import { assignObstacle } from '../../server/src/commands/assignObstacle.ts'
import { commentObstacle } from '../../server/src/commands/commentObstacle.ts'
import { declareClosure } from '../../server/src/commands/declareClosure.ts'
import { decideExtension } from '../../server/src/commands/decideExtension.ts'
import { defineMilestone } from '../../server/src/commands/defineMilestone.ts'
import { editObstacle } from '../../server/src/commands/editObstacle.ts'
import { rejectObstacle } from '../../server/src/commands/rejectObstacle.ts'
import { reopenObstacle } from '../../server/src/commands/reopenObstacle.ts'
import { requestExtension } from '../../server/src/commands/requestExtension.ts'
import { resolveObstacle } from '../../server/src/commands/resolveObstacle.ts'
import { resumeObstacle } from '../../server/src/commands/resumeObstacle.ts'
import { verifyObstacle } from '../../server/src/commands/verifyObstacle.ts'
import { waitObstacle } from '../../server/src/commands/waitObstacle.ts'
import { remaining } from '@goshayesh/shared/deadline'
import { termsOf } from '../../server/src/records/ObstacleRecord.ts'
import { MINUTE } from '../helpers/calendars.ts'
import { Office, refusalOf, shown } from '../helpers/office.ts'

let office: Office
beforeEach(async () => {
  office = await Office.open()
})
afterEach(() => office.close())

const reason = 'نیاز به بررسی دارد'
const solution = 'وب‌سرویس راه‌اندازی شد'
const wait = (id: number, until: string) =>
  office.do(waitObstacle, 'secretary', {
    id,
    on: 'INVESTOR',
    party: 'سرمایه‌گذار',
    reason,
    until: `1405-${until}`,
  })
const resume = (id: number) => office.do(resumeObstacle, 'secretary', { id })
const resolve = (id: number) => office.do(resolveObstacle, 'ict', { id, solution })
const reopen = (id: number) => office.do(reopenObstacle, 'secretary', { id, reason })
const since = async (id: number, count: number) => (await office.story(id)).slice(count)

async function left(id: number): Promise<number> {
  const [rules, record, deadline] = [await office.rules(), await office.record(id), await office.clock(id)]
  return remaining(rules.calendar, termsOf(rules, record, deadline), deadline.due_at, office.now) / MINUTE
}

/* CRITICAL: 120 minutes to assign, 240 to acknowledge, 5 days to resolve. */
describe('warnings, breach and ladder', () => {
  test('each at its instant', async () => {
    const id = await office.log({ severity: 'CRITICAL' })
    await office.live('04-30 14:30')
    expect(await office.story(id)).toEqual([
      'LOGGED 04-20 10:15',
      'WARNED ASSIGN 04-20 11:45',
      'WARNED ASSIGN 04-20 12:03',
      'BREACHED ASSIGN 04-20 12:15',
      'ESCALATED 1 ASSIGN 04-20 12:15',
      'ESCALATED 2 ASSIGN 04-22 12:15',
      'WARNED RESOLVE 04-24 11:41:15.000',
      'WARNED RESOLVE 04-27 10:34:30.000',
      'ESCALATED 3 ASSIGN 04-27 12:15',
      'BREACHED RESOLVE 04-27 14:30',
      'ESCALATED 1 RESOLVE 04-27 14:30',
      'ESCALATED 2 RESOLVE 04-29 14:30',
      'ESCALATED 4 ASSIGN 04-30 12:15',
    ])
    expect((await office.record(id)).obstacle).toMatchObject({ overdue: 1, escalation_level: 4 })
  })
  test('nothing before its millisecond, everything at it', async () => {
    const id = await office.log({ severity: 'CRITICAL' })
    const { due_at } = await office.clock(id, 'ASSIGN')
    office.now = due_at - 1
    await office.enforce()
    expect((await office.clock(id, 'ASSIGN')).breached_at).toBeNull()
    office.now = due_at
    await office.enforce()
    expect((await office.clock(id, 'ASSIGN')).breached_at).toBe(due_at)
  })
  test('a step on time leaves none', async () => {
    const id = await office.log({ severity: 'CRITICAL' })
    await office.live('04-20 11:00')
    await office.do(assignObstacle, 'secretary', { id, ownerId: office.people.ict.id })
    await office.live('04-20 11:30')
    await office.do(acknowledgeObstacle, 'ict', { id })
    await office.live('04-21 11:00')
    await resolve(id)
    await office.live('04-21 12:00')
    await office.do(verifyObstacle, 'secretary', { id })
    await office.live('05-31 12:00')
    expect(await office.story(id)).toEqual([
      'LOGGED 04-20 10:15',
      'ASSIGNED 04-20 11:00',
      'ACKNOWLEDGED 04-20 11:30',
      'RESOLVED 04-21 11:00',
      'VERIFIED 04-21 12:00',
    ])
  })
  it.each<[string, late: number, breached: boolean]>([
    ['a millisecond before due is on time', -1, false],
    ['just when due is too late', 0, true],
    ['half a second after due, before the enforcer came', 500, true],
    ['days after due', 4 * 1440 * MINUTE, true],
  ])('resolved %s', async (_, late, breached) => {
    const id = await office.inProgress()
    const { due_at } = await office.clock(id)
    office.now = due_at + late
    await resolve(id)
    expect(await office.clock(id)).toMatchObject({
      state: 'DONE',
      breached_at: breached ? due_at : null,
      stopped_at: office.now,
    })
    const breach = (await office.events(id)).find(({ kind }) => kind === 'BREACHED')
    expect(breach?.at).toBe(breached ? due_at : undefined)
    if (breached) expect(breach).toMatchObject({ recorded_at: office.now, actor_id: null })
  })
  test('a comment, too, puts on record first what was owed', async () => {
    const id = await office.log({ severity: 'CRITICAL' })
    await office.at('04-20 13:00').do(commentObstacle, 'secretary', { id, text: 'پیگیری شود' })
    expect((await office.story(id)).slice(-3)).toEqual([
      'BREACHED ASSIGN 04-20 12:15',
      'ESCALATED 1 ASSIGN 04-20 12:15',
      'COMMENTED 04-20 13:00',
    ])
  })
  test('a refused step leaves them to the enforcer', async () => {
    const id = await office.log({ severity: 'CRITICAL' })
    office.at('04-20 13:00')
    expect(await refusalOf(resume(id))).toBe('NOT_ALLOWED_NOW')
    expect(await office.story(id)).toEqual(['LOGGED 04-20 10:15'])
    await office.enforce()
    expect(await office.clockText(id, 'ASSIGN')).toBe('RUNNING 04-20 12:15 !')
  })
})

describe('waiting', () => {
  test('stands still and runs on with what remained', async () => {
    const id = await office.inProgress()
    office.at('04-21 10:00')
    expect(await left(id)).toBe(270 + 9 * 420)
    await wait(id, '04-31')
    for (const time of ['04-21 12:00', '04-25 09:00', '04-30 14:00']) {
      office.at(time)
      expect(await left(id)).toBe(270 + 9 * 420)
    }
    await office.live('04-22 10:00')
    await resume(id)
    expect(await office.clockText(id)).toBe('RUNNING 05-04 14:30')
    expect(await left(id)).toBe(270 + 9 * 420)
    expect((await office.clock(id)).original_due_at).toBe(
      (await office.rules()).calendar.closeOn('1405-05-03'),
    )
    expect(await since(id, 3)).toEqual([
      'WAITING 04-21 10:00',
      'RESUMED 04-22 10:00',
      'DEADLINE_MOVED RESOLVE RESUMED 04-22 10:00',
    ])
  })
  test('ends by itself at the opening of office', async () => {
    const id = await office.inProgress()
    await wait(id, '04-28')
    await office.live('04-28 07:29:59.999')
    expect(await office.status(id)).toBe('WAITING')
    await office.live('04-28 07:30')
    expect(await office.status(id)).toBe('IN_PROGRESS')
    const resumed = (await office.events(id)).find(({ kind }) => kind === 'RESUMED')
    expect(resumed).toMatchObject({ actor_id: null })
    expect(shown(resumed?.at ?? 0)).toBe('04-28 07:30')
    expect((await office.db.selectFrom('waiting').selectAll().execute())[0]).toMatchObject({
      resume_at: null,
      ended_at: office.now,
    })
  })
  test('ends with the solution: due moves first, so what was met is seen to be met', async () => {
    const id = await office.inProgress()
    office.at('04-21 10:00')
    await wait(id, '05-20')
    const before = (await office.story(id)).length
    office.at('05-12 11:00')
    await office.do(resolveObstacle, 'ict', { id, solution: 'وب‌سرویس برقرار شد.' })
    const clock = await office.clock(id)
    expect(clock).toMatchObject({ state: 'DONE', breached_at: null, stopped_at: office.now })
    expect(clock.due_at).toBeGreaterThan(office.now)
    expect(await since(id, before)).toEqual([
      'RESOLVED 05-12 11:00',
      'DEADLINE_MOVED RESOLVE RESUMED 05-12 11:00',
    ])
  })
  test('until a Thursday ends on Saturday', async () => {
    const id = await office.inProgress()
    await wait(id, '04-25')
    await office.live('04-27 07:30')
    expect((await office.story(id)).at(-2)).toBe('RESUMED 04-27 07:30')
  })
  test('goes back to the owner who never answered', async () => {
    const id = await office.log()
    await office.do(assignObstacle, 'secretary', { id, ownerId: office.people.ict.id })
    await wait(id, '04-21')
    await office.live('04-21 07:30')
    expect(await office.status(id)).toBe('ASSIGNED')
  })
  test('is neither warned of nor breached nor escalated, however long', async () => {
    const id = await office.inProgress({ severity: 'CRITICAL' })
    await wait(id, '05-24')
    const before = (await office.story(id)).length
    await office.live('05-23 23:00')
    expect(await since(id, before)).toEqual([])
  })
  test('late: the ladder stands still and climbs on after it', async () => {
    const id = await office.inProgress({ severity: 'CRITICAL' })
    await office.live('04-28 14:30')
    expect((await office.story(id)).at(-1)).toBe('ESCALATED 1 RESOLVE 04-27 14:30')
    expect(await left(id)).toBe(-420)
    const before = (await office.story(id)).length
    await wait(id, '05-04')
    await office.live('05-03 14:00')
    expect(await left(id)).toBe(-420)
    expect((await office.record(id)).obstacle).toMatchObject({ overdue: 1, next_paused: 1 })
    await office.live('05-05 14:30')
    expect(await since(id, before)).toEqual([
      'WAITING 04-28 14:30',
      'RESUMED 05-04 07:30',
      'ESCALATED 2 RESOLVE 05-04 14:30',
    ])
  })
  test('does not move a milestone: breached at its instant, the ladder waits for the clock', async () => {
    await office.do(defineMilestone, 'secretary', {
      name: 'پایان تیر',
      dueDate: '1405-04-31',
      subjectKind: 'AGENCY',
    })
    const id = await office.inProgress()
    await wait(id, '05-05')
    const before = (await office.story(id)).length
    await office.live('05-06 12:00')
    expect(await since(id, before)).toEqual([
      'BREACHED RESOLVE 04-31 23:59:59.999',
      'RESUMED 05-05 07:30',
      'ESCALATED 1 RESOLVE 05-05 07:30',
    ])
    expect(new Date((await office.clock(id)).breached_at ?? 0).toISOString()).toBe('2026-07-22T20:29:59.999Z')
    expect(await office.clockText(id)).toBe('RUNNING 04-31 23:59:59.999 !')
  })
  test('again, in the moment before the enforcer has ended the first', async () => {
    const id = await office.inProgress()
    await wait(id, '04-22')
    office.at('04-22 07:30:00.500')
    await wait(id, '04-28')
    expect((await office.record(id)).waiting).toMatchObject({ until: '1405-04-28' })
    const [first] = await office.db.selectFrom('waiting').selectAll().orderBy('id').execute()
    expect(first).toMatchObject({ resume_at: null })
    expect(shown(first?.ended_at ?? 0)).toBe('04-22 07:30')
    await office.enforce()
    expect(await office.status(id)).toBe('WAITING')
    await office.live('04-28 07:30')
    expect(await office.status(id)).toBe('IN_PROGRESS')
  })
  test('a clock set back meanwhile takes nothing away', async () => {
    const id = await office.inProgress()
    office.at('04-27 10:00')
    await wait(id, '04-31')
    office.at('04-23 10:00')
    await resume(id)
    expect(await office.clockText(id)).toBe('RUNNING 05-03 14:30')
    office.at('04-27 11:00')
    await resolve(id)
    office.at('04-24 11:00')
    await reopen(id)
    expect(await office.clockText(id)).toBe('RUNNING 05-03 14:30')
  })
  test('over, but not ended yet when a closure is declared: it ends once', async () => {
    const id = await office.inProgress()
    await wait(id, '04-22')
    office.at('04-22 07:30:00.500')
    const closure = { from: '1405-04-23', to: '1405-04-23', name: 'گرمای شدید هوا' }
    await office.do(declareClosure, 'secretary', closure)
    expect(await office.db.selectFrom('waiting').select('resume_at').execute()).toEqual([{ resume_at: null }])
    await office.enforce()
    expect(await office.status(id)).toBe('IN_PROGRESS')
  })
  it.each<[string, (id: number) => Promise<unknown>]>([
    ['resolving', resolve],
    ['rejecting', (id) => office.do(rejectObstacle, 'secretary', { id, reason })],
  ])('ends with %s', async (_, step) => {
    const id = await office.inProgress()
    await wait(id, '04-28')
    office.at('04-22 10:00')
    await step(id)
    await office.live('05-20 10:00')
    expect(
      (await office.story(id)).filter((line) => line.startsWith('RESUMED') || line.includes('RESOLVE 0')),
    ).toEqual([])
  })
  test('extended meanwhile, and resumed: what the extension left counts', async () => {
    const id = await office.inProgress({ severity: 'CRITICAL' })
    await wait(id, '05-04')
    office.at('04-22 07:30')
    await office.do(requestExtension, 'ict', { id, kind: 'RESOLVE', until: '1405-04-30', reason })
    const [request] = (await office.record(id)).extensions
    await office.do(decideExtension, 'leader', { extensionId: request?.id ?? 0, approve: true })
    expect(await office.clockText(id)).toBe('PAUSED 04-30 14:30')
    const before = await left(id)
    await office.live('05-04 07:30')
    expect(await left(id)).toBe(before)
    expect(await office.clockText(id)).toBe('RUNNING 05-12 14:30')
  })
  test('breached under a milestone that it is taken out from: the breach goes at once', async () => {
    const { milestoneId } = await office.do(defineMilestone, 'secretary', {
      name: 'پایان هفته',
      dueDate: '1405-04-22',
    })
    const id = await office.inProgress({ milestoneId })
    await wait(id, '05-24')
    await office.live('05-10 10:00')
    expect(await office.clockText(id)).toBe('PAUSED 04-22 23:59:59.999 !')
    await office.do(editObstacle, 'secretary', { id, milestoneId: null })
    expect(await office.clockText(id)).toBe('PAUSED 05-03 14:30')
  })
})

describe('reopened', () => {
  test('runs on with what remained; the time in between does not count', async () => {
    const id = await office.inProgress()
    office.at('04-22 10:00')
    await resolve(id)
    office.at('04-29 10:00')
    await office.enforce()
    await reopen(id)
    expect(await office.status(id)).toBe('IN_PROGRESS')
    expect(await office.clockText(id)).toBe('RUNNING 05-10 14:30')
    expect(await left(id)).toBe(270 + 8 * 420)
    expect(await office.clock(id, 'VERIFY')).toMatchObject({ state: 'DONE' })
  })
  test('a breach stays, and the ladder climbs on', async () => {
    const id = await office.inProgress({ severity: 'CRITICAL' })
    await office.live('04-28 10:00')
    await resolve(id)
    await office.live('05-03 10:00')
    const before = (await office.story(id)).length
    await reopen(id)
    expect(await office.clockText(id)).toBe('RUNNING 04-27 14:30 !')
    await office.live('05-04 14:30')
    expect(await since(id, before)).toEqual(['REOPENED 05-03 10:00', 'ESCALATED 2 RESOLVE 05-04 14:30'])
  })
  test('past a milestone that went by meanwhile: breached from the reopening on', async () => {
    await office.do(defineMilestone, 'secretary', {
      name: 'پایان تیر',
      dueDate: '1405-04-31',
      subjectKind: 'AGENCY',
    })
    const id = await office.inProgress()
    office.at('04-30 10:00')
    await resolve(id)
    office.at('05-03 10:00')
    await reopen(id)
    await office.enforce()
    expect(shown((await office.clock(id)).breached_at ?? 0)).toBe('05-03 10:00')
  })
})

describe('edited', () => {
  test('due is reckoned anew from the start; the first due date stays on record', async () => {
    const id = await office.inProgress()
    const { original_due_at } = await office.clock(id)
    await office.do(editObstacle, 'secretary', { id, severity: 'CRITICAL' })
    expect(await office.clockText(id)).toBe('RUNNING 04-27 14:30')
    await office.do(editObstacle, 'secretary', { id, category: 'BUDGET' })
    expect(await office.clockText(id)).toBe('RUNNING 05-10 14:30')
    expect((await office.clock(id)).original_due_at).toBe(original_due_at)
    const [move] = (await office.events(id)).filter(({ kind }) => kind === 'DEADLINE_MOVED')
    expect(move).toMatchObject({ comment: 'EDITED', actor_id: office.people.secretary.id })
    expect(JSON.parse(move?.changes_json ?? '')).toEqual([
      { field: 'dueAt', before: '2026-07-25T11:00:00.000Z', after: '2026-07-18T11:00:00.000Z' },
    ])
  })
  test('raised so that due lies in the past: owed from the move on, with one warning less than two', async () => {
    const id = await office.inProgress()
    await office.live('04-28 09:00')
    const before = (await office.story(id)).length
    await office.do(editObstacle, 'secretary', { id, severity: 'CRITICAL' })
    await office.enforce()
    expect(await since(id, before)).toEqual([
      'EDITED 04-28 09:00',
      'DEADLINE_MOVED RESOLVE EDITED 04-28 09:00',
      'BREACHED RESOLVE 04-28 09:00',
      'ESCALATED 1 RESOLVE 04-28 09:00',
    ])
    await office.live('04-30 09:00')
    expect((await office.story(id)).at(-1)).toBe('ESCALATED 2 RESOLVE 04-30 09:00')
  })
  test('raised past both warnings: one of them', async () => {
    const id = await office.inProgress()
    await office.live('04-27 13:00')
    const before = (await office.story(id)).length
    await office.do(editObstacle, 'secretary', { id, severity: 'CRITICAL' })
    await office.live('04-27 14:00')
    expect(await since(id, before + 2)).toEqual(['WARNED RESOLVE 04-27 13:00'])
    const [warning] = (await office.events(id)).filter(({ kind }) => kind === 'WARNED')
    expect(JSON.parse(warning?.changes_json ?? '')).toEqual([
      { field: 'usedPercent', before: null, after: '90' },
    ])
  })
  test('lowered when overdue: the breach is withdrawn, and stays on record', async () => {
    const id = await office.inProgress({ severity: 'CRITICAL' })
    await office.live('04-28 09:00')
    await office.do(editObstacle, 'secretary', { id, severity: 'LOW' })
    expect(await office.clockText(id)).toBe('RUNNING 06-02 14:30')
    const kinds = (await office.events(id)).map(({ kind }) => kind)
    expect(kinds).toContain('BREACHED')
    expect(kinds).toContain('BREACH_WITHDRAWN')
    expect((await office.record(id)).obstacle).toMatchObject({ overdue: 0, escalation_level: 0 })
  })
  test('lowered after both warnings: the later date is warned of anew', async () => {
    const id = await office.inProgress({ severity: 'CRITICAL' })
    await office.live('04-27 14:00')
    await office.do(editObstacle, 'secretary', { id, severity: 'MEDIUM' })
    const before = (await office.story(id)).length
    await office.live('05-10 14:00')
    expect(await since(id, before)).toEqual([
      expect.stringMatching(/^WARNED RESOLVE 05-05/),
      expect.stringMatching(/^WARNED RESOLVE 05-07/),
    ])
  })
  test('while the clock on the wall is set back: a breach on record is not undone by it', async () => {
    const id = await office.inProgress({ severity: 'CRITICAL' })
    await office.live('04-27 15:00')
    const before = (await office.story(id)).length
    office.at('04-27 14:00')
    await office.do(editObstacle, 'secretary', { id, category: 'SOFTWARE' })
    await office.live('04-27 15:00')
    expect(await since(id, before)).toEqual(['EDITED 04-27 14:00'])
  })
  test('a pause survives changes of owner, severity and category', async () => {
    const id = await office.inProgress()
    office.at('04-21 07:30')
    await wait(id, '04-31')
    office.at('04-22 07:30')
    await resume(id)
    await office.do(editObstacle, 'secretary', { id, severity: 'CRITICAL' })
    await office.do(assignObstacle, 'secretary', { id, ownerId: office.people.colleague.id })
    expect(await office.clockText(id)).toBe('RUNNING 04-28 14:30')
  })
})
