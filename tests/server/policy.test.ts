import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { startingPolicy, type SlaRule } from '@goshayesh/shared/policy'
import { assignObstacle } from '../../server/src/commands/assignObstacle.ts'
import { decideExtension } from '../../server/src/commands/decideExtension.ts'
import { declareClosure } from '../../server/src/commands/declareClosure.ts'
import { editObstacle } from '../../server/src/commands/editObstacle.ts'
import { reopenObstacle } from '../../server/src/commands/reopenObstacle.ts'
import { requestExtension } from '../../server/src/commands/requestExtension.ts'
import { resolveObstacle } from '../../server/src/commands/resolveObstacle.ts'
import { resumeObstacle } from '../../server/src/commands/resumeObstacle.ts'
import { setOfficeHours } from '../../server/src/commands/setOfficeHours.ts'
import {
  previewSlaPolicy,
  setSlaPolicy,
  type SlaPolicyInput,
} from '../../server/src/commands/setSlaPolicy.ts'
import { verifyObstacle } from '../../server/src/commands/verifyObstacle.ts'
import { waitObstacle } from '../../server/src/commands/waitObstacle.ts'
import { Office, refusalOf } from '../helpers/office.ts'

let office: Office
beforeEach(async () => {
  office = await Office.open()
})
afterEach(() => office.close())

const start: SlaPolicyInput = inputOf(startingPolicy)

function inputOf({ rules, ladder, warnAtPercent }: typeof startingPolicy): SlaPolicyInput {
  return {
    rules: rules.map(({ targets }, n) => ({ ...given(rules[n]), targets })),
    ladder: ladder.map(({ afterMinutes, to, label }) => ({ afterMinutes, to, label })),
    warnAtPercent,
  }
}
function given(rule: SlaRule | undefined) {
  return { category: rule?.category ?? undefined, severity: rule?.severity ?? undefined }
}
const set = (change: Partial<SlaPolicyInput>) => office.do(setSlaPolicy, 'secretary', { ...start, ...change })
const assigned = async () => {
  const id = await office.log()
  await office.do(assignObstacle, 'secretary', { id, ownerId: office.people.ict.id })
  return id
}
const days = (kind: 'RESOLVE' | 'ASSIGN', amount: number) => ({ kind, amount, unit: 'WORKING_DAYS' as const })
const resolveIn = (amount: number) => [{ targets: [days('ASSIGN', 1), days('RESOLVE', amount)] }]

describe('a new policy', () => {
  test('moves what runs, both ways; the first due date stays', async () => {
    const id = await office.log()
    const { original_due_at } = await office.clock(id)
    expect(await set({ rules: resolveIn(3) })).toBe(1)
    expect(await office.clockText(id)).toBe('RUNNING 04-23 14:30')
    expect(await set({ rules: resolveIn(15) })).toBe(1)
    expect(await office.clockText(id)).toBe('RUNNING 05-10 14:30')
    expect((await office.clock(id)).original_due_at).toBe(original_due_at)
    expect((await office.story(id)).slice(1)).toEqual([
      'DEADLINE_MOVED RESOLVE POLICY 04-20 10:15',
      'DEADLINE_MOVED RESOLVE POLICY 04-20 10:15',
    ])
  })
  test('the same policy moves nothing', async () => {
    const id = await office.log()
    expect(await set({})).toBe(0)
    expect(await office.story(id)).toEqual(['LOGGED 04-20 10:15'])
  })
  test('does not touch what is over', async () => {
    const id = await office.inProgress()
    await office.do(resolveObstacle, 'ict', { id, solution: 'انجام گرفت' })
    await office.do(verifyObstacle, 'secretary', { id })
    const before = JSON.stringify(await office.record(id))
    expect(await set({ rules: resolveIn(1) })).toBe(0)
    expect(JSON.stringify(await office.record(id))).toBe(before)
  })
  test('shorter than what has run: breached from then on', async () => {
    const id = await office.inProgress()
    await office.live('04-24 10:00')
    await set({ rules: resolveIn(2) })
    await office.enforce()
    expect((await office.story(id)).slice(-2)).toEqual([
      'BREACHED RESOLVE 04-24 10:00',
      'ESCALATED 1 RESOLVE 04-24 10:00',
    ])
  })
  test('set while an obstacle is resolved: it holds from the reopening on', async () => {
    const id = await office.inProgress()
    await office.do(resolveObstacle, 'ict', { id, solution: 'انجام گرفت' })
    await set({ rules: resolveIn(3) })
    await office.do(reopenObstacle, 'secretary', { id, reason: 'هنوز هست' })
    expect(await office.clockText(id)).toBe('RUNNING 04-23 14:30')
    const day = '1405-05-20'
    expect(await office.do(declareClosure, 'secretary', { from: day, to: day, name: 'سرما' })).toBe(0)
  })
  test.each([
    ['as one that was cancelled', true],
    ['as one that never was', false],
  ])('that sets a clock again while an obstacle is resolved, %s', async (_, before) => {
    const none = [{ targets: [days('ASSIGN', 1)] }]
    if (!before) await set({ rules: none })
    const id = await office.inProgress()
    if (before) await set({ rules: none })
    await office.do(resolveObstacle, 'ict', { id, solution: 'انجام گرفت' })
    await set({})
    office.at('04-21 10:15')
    await office.do(reopenObstacle, 'secretary', { id, reason: 'هنوز هست' })
    expect(await office.clockText(id)).toBe('RUNNING 05-04 14:30')
    expect((await office.story(id)).at(-1)).toBe('DEADLINE_MOVED RESOLVE REOPENED 04-21 10:15')
  })
  test('without warnings: nothing is early', async () => {
    const id = await office.log()
    await set({ warnAtPercent: [] })
    await office.live('04-21 14:29:59.999')
    expect(await office.story(id)).toEqual(['LOGGED 04-20 10:15'])
    await office.live('04-21 14:30')
    expect((await office.story(id))[1]).toBe('BREACHED ASSIGN 04-21 14:30')
  })
  test('with other warnings', async () => {
    const id = await office.log({ severity: 'CRITICAL' })
    await set({ warnAtPercent: [50, 95] })
    await office.live('04-20 12:14')
    expect((await office.story(id)).slice(1)).toEqual([
      'WARNED ASSIGN 04-20 11:15',
      'WARNED ASSIGN 04-20 12:09',
    ])
  })
  test('with a shorter ladder: the next step comes as it now stands, and the last is the last', async () => {
    const id = await office.log({ severity: 'CRITICAL' })
    await office.live('04-20 13:00')
    await set({ ladder: start.ladder.slice(0, 1) })
    await office.live('05-20 13:00')
    expect(
      (await office.story(id)).filter((line) => line.includes('ASSIGN') && line.startsWith('ESCALATED')),
    ).toEqual(['ESCALATED 1 ASSIGN 04-20 12:15'])
  })
  test('with an earlier second step', async () => {
    const id = await office.log({ severity: 'CRITICAL' })
    await office.live('04-20 13:00')
    await set({ ladder: [{ ...start.ladder[0]! }, { ...start.ladder[1]!, afterMinutes: 60 }] })
    await office.live('04-20 13:15')
    expect((await office.story(id)).at(-1)).toBe('ESCALATED 2 ASSIGN 04-20 13:15')
  })
})

describe('no deadline', () => {
  const without = [{ targets: [days('ASSIGN', 1)] }]
  test('a rule without a target cancels the clock', async () => {
    const id = await office.log()
    expect(await set({ rules: without })).toBe(1)
    expect(await office.clock(id)).toMatchObject({ state: 'CANCELLED', next_at: null })
    expect((await office.record(id)).obstacle.next_due_at).toBe((await office.clock(id, 'ASSIGN')).due_at)
  })
  test('and a later one starts it where it would have begun', async () => {
    const id = await office.inProgress()
    await set({ rules: without })
    office.at('04-22 09:00')
    await set({})
    expect(await office.clockText(id)).toBe('RUNNING 05-03 14:30')
  })
  test('pauses, extensions and the first due date survive', async () => {
    const id = await office.inProgress()
    const { original_due_at } = await office.clock(id)
    office.at('04-21 07:30')
    await office.do(waitObstacle, 'secretary', {
      id,
      on: 'BUDGET',
      party: 'سازمان برنامه',
      reason: 'تخصیص',
      until: '1405-04-31',
    })
    office.at('04-22 07:30')
    await office.do(resumeObstacle, 'secretary', { id })
    expect(await office.clockText(id)).toBe('RUNNING 05-04 14:30')
    await set({ rules: without })
    await set({})
    expect(await office.clockText(id)).toBe('RUNNING 05-04 14:30')
    expect((await office.clock(id)).original_due_at).toBe(original_due_at)
    expect((await office.record(id)).deadlines.filter(({ kind }) => kind === 'RESOLVE')).toHaveLength(1)
  })
  test('a leader may still grant the extension that was asked for: its date is then the only one', async () => {
    const id = await office.inProgress()
    const asked = { id, kind: 'RESOLVE', until: '1405-05-07', reason: 'تأمین قطعه زمان می‌برد' } as const
    await office.do(requestExtension, 'ict', asked)
    await set({ rules: without })
    await office.do(decideExtension, 'leader', { extensionId: 1, approve: true })
    expect(await office.clockText(id)).toBe('RUNNING 05-07 14:30')
    expect((await office.story(id)).at(-1)).toBe('DEADLINE_MOVED RESOLVE EXTENSION 04-20 10:15')
  })
  test('a waiting that goes on meanwhile pauses it as if it had been there', async () => {
    const id = await office.inProgress()
    await set({ rules: without })
    office.at('04-21 07:30')
    await office.do(waitObstacle, 'secretary', {
      id,
      on: 'BUDGET',
      party: 'سازمان برنامه',
      reason: 'تخصیص',
      until: '1405-04-31',
    })
    office.at('04-22 07:30')
    await set({})
    expect((await office.clock(id)).state).toBe('PAUSED')
    await office.do(resumeObstacle, 'secretary', { id })
    expect(await office.clockText(id)).toBe('RUNNING 05-04 14:30')
  })
  test('to answer and to verify: cancelled, and set again as if they had never been', async () => {
    const [asked, removed] = [await assigned(), await office.inProgress()]
    await office.do(resolveObstacle, 'ict', { id: removed, solution: 'انجام گرفت' })
    const before = [await office.clock(asked, 'ACKNOWLEDGE'), await office.clock(removed, 'VERIFY')]
    office.at('04-21 09:00')
    expect(await set({ rules: without })).toBe(3)
    expect((await office.clock(asked, 'ACKNOWLEDGE')).state).toBe('CANCELLED')
    expect((await office.clock(removed, 'VERIFY')).state).toBe('CANCELLED')
    await set({})
    expect([await office.clock(asked, 'ACKNOWLEDGE'), await office.clock(removed, 'VERIFY')]).toEqual(before)
  })
  test('to answer and to verify: set by a later rule, they begin where they would have begun', async () => {
    await set({ rules: without })
    const [asked, removed] = [await assigned(), await office.inProgress()]
    await office.do(resolveObstacle, 'ict', { id: removed, solution: 'انجام گرفت' })
    office.at('04-21 09:00')
    await set({})
    expect(await office.clockText(asked, 'ACKNOWLEDGE')).toBe('RUNNING 04-22 14:30')
    expect(await office.clockText(removed, 'VERIFY')).toBe('RUNNING 04-23 14:30')
  })
  test("to answer: the earlier owner's clock stays cancelled, the later one's begins with the later one", async () => {
    const id = await assigned()
    await set({ rules: without })
    office.at('04-21 09:00')
    await office.do(assignObstacle, 'secretary', { id, ownerId: office.people.sabt.id })
    await office.do(waitObstacle, 'secretary', {
      id,
      on: 'BUDGET',
      party: 'سازمان برنامه',
      reason: 'تخصیص',
      until: '1405-04-31',
    })
    await set({})
    expect(
      (await office.record(id)).deadlines
        .filter(({ kind }) => kind === 'ACKNOWLEDGE')
        .map(({ state }) => state),
    ).toEqual(['CANCELLED', 'RUNNING'])
    expect(await office.clockText(id, 'ACKNOWLEDGE')).toBe('RUNNING 04-23 14:30')
  })
  test('by a change of category, too', async () => {
    await set({ rules: [{ category: 'TRAINING', targets: [] }, ...start.rules] })
    const id = await office.log({ category: 'TRAINING' })
    expect((await office.record(id)).deadlines).toEqual([])
    await office.do(editObstacle, 'secretary', { id, category: 'SOFTWARE' })
    expect(await office.clockText(id)).toBe('RUNNING 05-03 14:30')
    expect(await office.clockText(id, 'ASSIGN')).toBe('RUNNING 04-21 14:30')
  })
})

const step = (afterMinutes: number, label = 'مدیر') =>
  ({ afterMinutes, to: 'AGENCY_MANAGER', label }) as const

describe('refused', () => {
  const minutes = (amount: number) => [
    { targets: [{ kind: 'RESOLVE', amount, unit: 'WORKING_MINUTES' } as const] },
  ]
  it.each<[string, Partial<SlaPolicyInput>, string]>([
    ['a deadline', { rules: minutes(400_000) }, 'INVALID input.rules.0.targets.0.amount BAD_VALUE'],
    ['a step', { ladder: [step(400_000)] }, 'INVALID input.ladder.0.afterMinutes BAD_VALUE'],
  ])('%s beyond all calendars, where a minute is worked in a week', async (_, change, refusal) => {
    const hours = [{ weekday: 0, opens: '07:30', closes: '07:31' }]
    await office.do(setOfficeHours, 'secretary', { hours })
    expect(await refusalOf(set(change))).toBe(refusal)
    const preview = previewSlaPolicy(
      office.db,
      office.people.secretary,
      await office.rules(),
      { ...start, ...change },
      office.now,
    )
    expect(await refusalOf(preview)).toBe(refusal)
    expect((await office.rules()).policy).toEqual(startingPolicy)
  })
  it.each<[string, Partial<SlaPolicyInput>, string]>([
    ['no time at all', { rules: minutes(0) }, 'INVALID input.rules.0.targets.0.amount TOO_SMALL'],
    ['less than none', { rules: minutes(-5) }, 'INVALID input.rules.0.targets.0.amount TOO_SMALL'],
    ['too many minutes', { rules: minutes(500_001) }, 'INVALID input.rules.0.targets.0.amount TOO_LARGE'],
    ['too many days', { rules: resolveIn(1_001) }, 'INVALID input.rules.0.targets.1.amount TOO_LARGE'],
    [
      'a kind twice',
      { rules: [{ targets: [days('RESOLVE', 1), days('RESOLVE', 2)] }] },
      'INVALID input.rules.0.targets.1.kind SAME',
    ],
    ['a warning at the start', { warnAtPercent: [0] }, 'INVALID input.warnAtPercent.0 TOO_SMALL'],
    ['a warning when it is due', { warnAtPercent: [100] }, 'INVALID input.warnAtPercent.0 TOO_LARGE'],
    ['warnings out of order', { warnAtPercent: [90, 75] }, 'INVALID input.warnAtPercent.1 ORDER'],
    ['a warning twice', { warnAtPercent: [75, 75] }, 'INVALID input.warnAtPercent.1 ORDER'],
    [
      'too many warnings',
      { warnAtPercent: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] },
      'INVALID input.warnAtPercent TOO_MANY',
    ],
    ['a ladder that goes down', { ladder: [step(10), step(5)] }, 'INVALID input.ladder.1.afterMinutes ORDER'],
    ['a step before the breach', { ladder: [step(-1)] }, 'INVALID input.ladder.0.afterMinutes TOO_SMALL'],
    ['a step without a name', { ladder: [step(0, ' ')] }, 'INVALID input.ladder.0.label REQUIRED'],
    [
      'too long a ladder',
      { ladder: Array.from({ length: 11 }, () => step(0)) },
      'INVALID input.ladder TOO_MANY',
    ],
    [
      'too many rules',
      { rules: Array.from({ length: 201 }, () => ({ targets: [] })) },
      'INVALID input.rules TOO_MANY',
    ],
  ])('%s', async (_, change, refusal) => expect(await refusalOf(set(change))).toBe(refusal))
  it.each(['ict', 'viewer'] as const)('by %s', async (who) => {
    expect(await refusalOf(office.do(setSlaPolicy, who, start))).toBe('FORBIDDEN')
  })
})
