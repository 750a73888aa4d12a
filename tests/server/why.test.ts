import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LogObstacleInput } from '../../server/src/commands/logObstacle.ts'
import { acknowledgeObstacle } from '../../server/src/commands/acknowledgeObstacle.ts'
import { assignObstacle } from '../../server/src/commands/assignObstacle.ts'
import { declareClosure } from '../../server/src/commands/declareClosure.ts'
import { decideExtension } from '../../server/src/commands/decideExtension.ts'
import { defineMilestone } from '../../server/src/commands/defineMilestone.ts'
import { logObstacle } from '../../server/src/commands/logObstacle.ts'
import { requestExtension } from '../../server/src/commands/requestExtension.ts'
import { resumeObstacle } from '../../server/src/commands/resumeObstacle.ts'
import { waitObstacle } from '../../server/src/commands/waitObstacle.ts'
import { createWorld, type World } from '../helpers/world.ts'

let world: World
beforeEach(async () => {
  world = await createWorld()
})
afterEach(() => world.close())

interface Deadline {
  kind: string
  state: string
  dueAt: string
  remainingMinutes: number | null
  pausedMinutes: number
  totalMinutes: number
  cappedBy: { name: string } | null
  why: {
    text: string
    target: { amount: number; unit: string } | null
    counted: { minutes: number }[]
    skipped: { date: string; reason: string }[]
    pauses: { minutes: number }[]
    extensions: { until: string }[]
  }
}

describe('why this date', () => {
  test('holidays and weekends', async () => {
    await logged('1405-03-30 09:12', { severity: 'CRITICAL' })
    const { why, totalMinutes } = await resolveDeadline('fa')
    expect(why.text).toBe(
      'از شنبه ۳۰ خرداد ۱۴۰۵، ساعت ۹:۱۲ شمرده می‌شود: ۵ روز کاری. ۳ روز تعطیل (تاسوعای حسینی، عاشورای حسینی، جمعه) به شمار نیامد. پایان مهلت: یکشنبه ۷ تیر ۱۴۰۵، ساعت ۱۴:۳۰.',
    )
    expect(why.skipped).toEqual([
      { date: '1405-04-03', reason: 'تاسوعای حسینی' },
      { date: '1405-04-04', reason: 'عاشورای حسینی' },
      { date: '1405-04-05', reason: 'جمعه' },
    ])
    expect(why.counted.map(({ minutes }) => minutes)).toEqual([318, 420, 420, 420, 420, 420])
    expect(totalMinutes).toBe(318 + 5 * 420)
    expect((await resolveDeadline('en')).why.text).toBe(
      'Counted from Saturday 30 Khordad 1405, 9:12: 5 working days. 3 closed days (تاسوعای حسینی, عاشورای حسینی, Friday) did not count. Due: Sunday 7 Tir 1405, 14:30.',
    )
  })

  test('a pause moves it and is told', async () => {
    await logged('1405-04-06 07:30', { severity: 'CRITICAL' })
    const { store, clock } = world
    const [secretary, official] = [world.actor('secretary'), world.actor('official')]
    await assignObstacle(store, secretary, { id: 1, ownerId: official.id }, clock.now)
    await acknowledgeObstacle(store, official, { id: 1 }, clock.now)
    clock.set('1405-04-07 07:30')
    const wait = { id: 1, on: 'BUDGET' as const, party: 'خزانه', reason: 'تخصیص اعتبار', until: '1405-04-17' }
    await waitObstacle(store, secretary, wait, clock.now)
    clock.set('1405-04-08 09:30')
    const paused = await resolveDeadline('fa')
    expect([paused.state, paused.pausedMinutes, paused.remainingMinutes]).toEqual(['PAUSED', 540, 5 * 420])
    expect(paused.totalMinutes).toBe(6 * 420)
    expect(paused.why.text).toContain('مهلت اکنون متوقف است و با ادامه کار، به اندازه مدت توقف جابه‌جا می‌شود.')
    clock.set('1405-04-10 13:30')
    await resumeObstacle(store, secretary, { id: 1 }, clock.now)
    const { why, pausedMinutes, totalMinutes, remainingMinutes } = await resolveDeadline('fa')
    expect(pausedMinutes).toBe(3 * 420 + 360)
    expect(why.pauses).toEqual([{ minutes: pausedMinutes }])
    expect(totalMinutes).toBe(6 * 420)
    expect(why.text).not.toContain('اکنون')
    expect(remainingMinutes).toBe(5 * 420)
    expect(why.counted.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(totalMinutes)
    expect(why.text).toContain('مهلت ۳ روز و ۶ ساعت کاری متوقف بود.')
    expect(why.text).toContain('پایان مهلت: چهارشنبه ۱۷ تیر ۱۴۰۵، ساعت ۱۳:۳۰.')
  })

  test('a milestone caps it', async () => {
    world.clock.set('1405-04-20 10:15')
    const input = { name: 'پایان تیر', dueDate: '1405-04-31', subjectKind: 'SINGLE_WINDOW' as const }
    await defineMilestone(world.store, world.actor('secretary'), input, world.clock.now)
    await logged('1405-04-20 10:15', { severity: 'LOW', subjectKind: 'SINGLE_WINDOW', agencyCode: null })
    const deadline = await resolveDeadline('fa')
    expect(deadline.cappedBy?.name).toBe('پایان تیر')
    expect(deadline.dueAt).toBe('2026-07-22T20:29:59.999Z')
    expect(deadline.why.text).toContain('مهلت از «پایان تیر» فراتر نمی‌رود.')
    expect(deadline.why.text).toContain('پایان مهلت: چهارشنبه ۳۱ تیر ۱۴۰۵، ساعت ۲۳:۵۹.')
    expect(deadline.why.target).toEqual({ amount: 30, unit: 'WORKING_DAYS' })
  })

  test('an extension and a closure', async () => {
    await logged('1405-04-20 10:15', { severity: 'CRITICAL' })
    const { store, clock } = world
    const [secretary, leader, official] = [
      world.actor('secretary'),
      world.actor('leader'),
      world.actor('official'),
    ]
    await assignObstacle(store, secretary, { id: 1, ownerId: official.id }, clock.now)
    await requestExtension(
      store,
      official,
      { id: 1, kind: 'RESOLVE', until: '1405-05-05', reason: 'نیاز به زمان' },
      clock.now,
    )
    await decideExtension(store, leader, { extensionId: 1, approve: true }, clock.now)
    await declareClosure(store, secretary, { from: '1405-04-22', to: '1405-04-22', name: 'گرما' }, clock.now)
    const { why } = await resolveDeadline('fa')
    expect(why.extensions).toEqual([{ until: '1405-05-05' }])
    expect(why.text).toContain('با تمدید مهلت تا دوشنبه ۵ مرداد ۱۴۰۵ موافقت شد.')
    expect(why.skipped[0]).toEqual({ date: '1405-04-22', reason: 'تعطیلی اعلام‌شده: گرما' })
    expect((await resolveDeadline('en')).why.skipped[0]?.reason).toBe('ad-hoc closure: گرما')
  })

  test('a target in minutes', async () => {
    await logged('1405-04-20 13:30', { severity: 'CRITICAL' })
    const { why, dueAt } = await deadlineOf('ASSIGN', 'fa')
    expect(why.text).toBe(
      'از شنبه ۲۰ تیر ۱۴۰۵، ساعت ۱۳:۳۰ شمرده می‌شود: ۲ ساعت کاری. پایان مهلت: یکشنبه ۲۱ تیر ۱۴۰۵، ساعت ۸:۳۰.',
    )
    expect(dueAt).toBe('2026-07-12T05:00:00.000Z')
  })
})

async function logged(when: string, given: Partial<LogObstacleInput> = {}): Promise<void> {
  world.clock.set(when)
  const input = {
    title: 'کندی سامانه',
    subjectKind: 'AGENCY' as const,
    agencyCode: 'gaz',
    category: 'SOFTWARE' as const,
    severity: 'HIGH' as const,
  }
  await logObstacle(world.store, world.actor('secretary'), { ...input, ...given }, world.clock.now)
}

function resolveDeadline(language: 'fa' | 'en'): Promise<Deadline> {
  return deadlineOf('RESOLVE', language)
}

async function deadlineOf(kind: string, language: 'fa' | 'en'): Promise<Deadline> {
  const document = `{ obstacle(id: 1) { deadlines { kind state dueAt remainingMinutes pausedMinutes totalMinutes cappedBy { name }
    why { text target { amount unit } counted { minutes } skipped { date reason } pauses { minutes } extensions { until } } } } }`
  const { obstacle } = await world.ask<{ obstacle: { deadlines: Deadline[] } }>(
    'secretary',
    document,
    {},
    language,
  )
  return obstacle.deadlines.find((deadline) => deadline.kind === kind)!
}
