import { createCalendar } from '@goshayesh/shared/calendar'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { acknowledgeObstacle } from '../../server/src/commands/acknowledgeObstacle.ts'
import { assignObstacle } from '../../server/src/commands/assignObstacle.ts'
import { decideExtension } from '../../server/src/commands/decideExtension.ts'
import { defineMilestone } from '../../server/src/commands/defineMilestone.ts'
import { enforceDeadlines } from '../../server/src/commands/enforceDeadlines.ts'
import { logObstacle, type LogObstacleInput } from '../../server/src/commands/logObstacle.ts'
import { rejectObstacle } from '../../server/src/commands/rejectObstacle.ts'
import { reopenObstacle } from '../../server/src/commands/reopenObstacle.ts'
import { requestExtension } from '../../server/src/commands/requestExtension.ts'
import { resolveObstacle } from '../../server/src/commands/resolveObstacle.ts'
import { resumeObstacle } from '../../server/src/commands/resumeObstacle.ts'
import { verifyObstacle } from '../../server/src/commands/verifyObstacle.ts'
import { waitObstacle } from '../../server/src/commands/waitObstacle.ts'
import { schema } from '../../server/src/graphql/schema.ts'
import { forecastTotal } from '../../server/src/queries/forecastTotal.ts'
import { lastMonths } from '../../server/src/queries/lastMonths.ts'
import { isObjectType } from 'graphql'
import { at, rulesWith } from '../helpers/calendars.ts'
import { copyObstacle } from '../helpers/copyObstacle.ts'
import { expectSameCost } from '../helpers/expectSameCost.ts'
import { createWorld, type Someone, type World } from '../helpers/world.ts'

interface Review {
  milestone: { name: string } | null
  totalCount: number
  resolvedCount: number
  openCount: number
  overdueCount: number
  pacePerDay: number | null
  neededPerDay: number | null
  forecast: { low: number; high: number; confidence: number } | null
  burnup: { date: string; logged: number; resolved: number }[]
  upcoming: { date: string; count: number; closed: boolean; reason: string | null }[]
  onTime: { kind: string; met: number; missed: number; goalPercent: number }[]
  medianResolveMinutes: number | null
  medianResolveMinutesBefore: number | null
  extensions: { requested: number; approved: number; denied: number; pending: number }
  resistanceTrend: { month: string; count: number }[]
  definitions: { key: string; text: string }[]
}

const document = `query ($kinds: [SubjectKind!], $id: ID) { review(subjectKind: $kinds, milestoneId: $id) {
  milestone { name } totalCount resolvedCount openCount overdueCount pacePerDay neededPerDay
  forecast { low high confidence } burnup { date logged resolved } upcoming { date count closed reason }
  onTime { kind met missed goalPercent } medianResolveMinutes medianResolveMinutesBefore
  extensions { requested approved denied pending } resistanceTrend { month count } definitions { key text }
} }`

let world: World
let milestoneId: string

async function review(who: Someone = 'leader', variables: Record<string, unknown> = {}): Promise<Review> {
  return (await world.ask<{ review: Review }>(who, document, variables)).review
}

type Command<Input> = (store: World['store'], actor: never, input: Input, now: number) => Promise<unknown>

/** Does it at that moment of 1405. */
function at1405<Input>(
  text: string,
  who: 'secretary' | 'leader' | 'official',
  command: Command<Input>,
  input: Input,
) {
  world.clock.set(`1405-${text}`)
  return command(world.store, world.actor(who) as never, input, world.clock.now) as Promise<number>
}

const draft: LogObstacleInput = {
  title: 'کندی سامانه',
  subjectKind: 'SINGLE_WINDOW',
  category: 'SOFTWARE',
  severity: 'HIGH',
}

async function log(text: string): Promise<number> {
  const id = await at1405(text, 'secretary', logObstacle, draft)
  await at1405(text, 'secretary', assignObstacle, { id, ownerId: world.actor('official').id })
  await at1405(text, 'official', acknowledgeObstacle, { id })
  return id
}

async function resolve(text: string, id: number): Promise<void> {
  await at1405(text, 'official', resolveObstacle, { id, solution: 'رفع شد' })
}

beforeAll(async () => {
  world = await createWorld()
  await at1405('03-30 07:45', 'secretary', defineMilestone, {
    name: 'پایان تیر',
    dueDate: '1405-04-31',
    subjectKind: 'SINGLE_WINDOW',
  })
  milestoneId = '1'
  const early = await log('03-30 08:00')
  await resolve('03-30 10:00', early)
  await at1405('03-30 11:00', 'secretary', verifyObstacle, { id: early })
  const [quick, waiting] = [await log('04-06 09:00'), await log('04-06 09:00')]
  const wait = { on: 'BUDGET', party: 'خزانه', reason: 'تخصیص اعتبار', until: '1405-04-15' } as const
  await at1405('04-07 08:00', 'secretary', waitObstacle, { id: waiting, ...wait })
  await at1405('04-08 08:00', 'secretary', resumeObstacle, { id: waiting })
  const reopened = await log('04-08 09:00')
  await resolve('04-08 10:00', quick)
  await at1405('04-08 11:00', 'secretary', verifyObstacle, { id: quick })
  // A Thursday.
  await resolve('04-11 10:00', waiting)
  await at1405('04-11 11:00', 'secretary', verifyObstacle, { id: waiting })
  const rejected = await at1405('04-13 09:00', 'secretary', logObstacle, draft)
  await at1405('04-13 09:00', 'secretary', rejectObstacle, { id: rejected, reason: 'مانع نیست' })
  await at1405('04-13 09:00', 'official', logObstacle, {
    ...draft,
    subjectKind: 'AGENCY',
    agencyCode: 'gaz',
    category: 'RESISTANCE',
  })
  await resolve('04-15 09:00', reopened)
  await at1405('04-16 09:00', 'secretary', reopenObstacle, { id: reopened, reason: 'برطرف نشده' })
  const asked = { id: reopened, kind: 'RESOLVE', reason: 'نیاز به زمان' } as const
  await at1405('04-17 09:00', 'official', requestExtension, { ...asked, until: '1405-04-28' })
  await at1405('04-17 10:00', 'leader', decideExtension, { extensionId: 1, approve: true })
  await at1405('04-20 09:00', 'official', requestExtension, { ...asked, until: '1405-04-30' })
  world.clock.set('1405-04-20 10:15')
  await enforceDeadlines(world.store, world.clock.now, 1_000)
})
afterAll(() => world.close())

describe('a review', () => {
  test('counts what is there, without the rejected', async () => {
    expect(await review()).toMatchObject({
      milestone: { name: 'پایان تیر' },
      totalCount: 5,
      resolvedCount: 3,
      openCount: 2,
      overdueCount: 1,
    })
  })

  test('tells the pace of the last ten whole working days and the pace needed', async () => {
    expect(await review()).toMatchObject({ pacePerDay: 0.2, neededPerDay: 0.2 })
  })

  test('forecasts within what is possible, and the same every time', async () => {
    const { forecast } = await review()
    expect(forecast).toEqual((await review()).forecast)
    expect(forecast?.confidence).toBe(80)
    expect(forecast?.low).toBeGreaterThanOrEqual(3)
    expect(forecast?.high).toBeLessThanOrEqual(5)
    expect(forecast?.low).toBeLessThanOrEqual(forecast?.high ?? 0)
  })

  test('draws logged and resolved working day by working day; Thursdays count to Wednesdays', async () => {
    const { burnup } = await review()
    expect(burnup.map(({ date, logged, resolved }) => `${date.slice(5)} ${logged} ${resolved}`)).toEqual([
      ...['03-30 1 1', '03-31 1 1', '04-01 1 1', '04-02 1 1'],
      ...['04-06 3 1', '04-07 3 1', '04-08 4 2', '04-09 4 2', '04-10 4 3'],
      ...['04-13 5 3', '04-14 5 3', '04-15 5 3', '04-16 5 3', '04-17 5 3', '04-20 5 3'],
    ])
  })

  test('lays out the days up to the milestone, and says why an office is closed', async () => {
    const { upcoming } = await review()
    expect(upcoming.map(({ date }) => date.slice(5))).toEqual(
      Array.from({ length: 12 }, (_, n) => `04-${20 + n}`),
    )
    expect(upcoming.filter(({ count }) => count > 0)).toEqual([
      { date: '1405-04-28', count: 1, closed: false, reason: null },
    ])
    expect(upcoming.filter(({ closed }) => closed)).toEqual([
      { date: '1405-04-25', count: 0, closed: true, reason: 'پنجشنبه' },
      { date: '1405-04-26', count: 0, closed: true, reason: 'جمعه' },
    ])
  })

  test('tells of each clock that has stopped whether it was in time', async () => {
    expect((await review()).onTime).toEqual([
      { kind: 'ASSIGN', met: 4, missed: 0, goalPercent: 95 },
      { kind: 'ACKNOWLEDGE', met: 4, missed: 0, goalPercent: 95 },
      { kind: 'RESOLVE', met: 3, missed: 0, goalPercent: 90 },
      { kind: 'VERIFY', met: 4, missed: 0, goalPercent: 95 },
    ])
  })

  test('tells of those that stopped too late', async () => {
    const late = await createWorld()
    late.clock.set('1405-04-13 09:00')
    const id = await logObstacle(late.store, late.actor('secretary'), draft, late.clock.now)
    late.clock.set('1405-04-20 10:15')
    const owner = { id, ownerId: late.actor('official').id }
    await assignObstacle(late.store, late.actor('secretary'), owner, late.clock.now)
    const { review } = await late.ask<{ review: Review }>('leader', document)
    expect(review.onTime[0]).toMatchObject({ kind: 'ASSIGN', met: 0, missed: 1 })
    await late.close()
  })

  test('takes the median of this month and the last, pauses left out', async () => {
    // 900 minutes, and 2010 of which 420 stood still.
    expect(await review()).toMatchObject({ medianResolveMinutes: 1245, medianResolveMinutesBefore: 120 })
  })

  test('every figure has its rows: a filter that names as many as it counts', async () => {
    const count = async (filter: object) => {
      const list = 'query ($filter: ObstacleFilter) { obstacles(filter: $filter) { totalCount } }'
      const { obstacles } = await world.ask<{ obstacles: { totalCount: number } }>('leader', list, { filter })
      return obstacles.totalCount
    }
    const { review } = await world.ask<{
      review: Review & { since: string; paceFrom: string; paceTo: string }
    }>('leader', '{ review { since paceFrom paceTo onTime { kind met missed } pacePerDay } }')
    const { since: after, paceFrom, paceTo } = review
    const pace = await count({ resolvedAfter: paceFrom, resolvedBefore: paceTo })
    // Ten working days, and one of what was resolved in them is open again.
    expect(pace / 10).toBe(review.pacePerDay)
    for (const { kind, met, missed } of review.onTime) {
      expect(await count({ stopped: { kind, after, inTime: true } })).toBe(met)
      expect(await count({ stopped: { kind, after, inTime: false } })).toBe(missed)
    }
    expect(await count({ extension: { after } })).toBe(1)
    expect(await count({ extension: { after, decision: ['APPROVED'] } })).toBe(1)
    expect(await count({ extension: { after, decision: ['DENIED'] } })).toBe(0)
  })

  test('counts extensions, and resistance month by month', async () => {
    const { extensions, resistanceTrend } = await review()
    expect(extensions).toEqual({ requested: 2, approved: 1, denied: 0, pending: 1 })
    expect(resistanceTrend.map(({ month }) => month)).toEqual([
      ...['1404-05', '1404-06', '1404-07', '1404-08', '1404-09', '1404-10', '1404-11', '1404-12'],
      ...['1405-01', '1405-02', '1405-03', '1405-04'],
    ])
    expect(resistanceTrend.filter(({ count }) => count > 0)).toEqual([{ month: '1405-04', count: 1 }])
  })

  it.each<[Someone, number]>([
    ['secretary', 5],
    ['viewer', 5],
    ['official', 5],
    ['neighbour', 4],
    ['stranger', 0],
  ])('%s sees the figures of %i', async (who, totalCount) => {
    const seen = await review(who)
    expect(seen.totalCount).toBe(totalCount)
    expect(seen.burnup.at(-1)?.logged ?? 0).toBe(totalCount)
    expect(seen.resistanceTrend.at(-1)?.count).toBe(totalCount === 5 ? 1 : 0)
  })

  test('of agencies looks ahead two weeks: no milestone concerns them', async () => {
    const seen = await review('leader', { kinds: ['AGENCY', 'SERVICE'] })
    expect(seen).toMatchObject({ totalCount: 1, milestone: null, neededPerDay: null, forecast: null })
    expect(seen.upcoming).toHaveLength(14)
    expect(seen.extensions.requested).toBe(0)
    expect(seen.onTime.map(({ met }) => met)).toEqual([0, 0, 0, 0])
  })

  test('of a milestone counts what belongs to it', async () => {
    const seen = await review('leader', { id: milestoneId })
    expect(seen).toMatchObject({ totalCount: 4, resolvedCount: 3, overdueCount: 0 })
    expect(seen.resistanceTrend.every(({ count }) => count === 0)).toBe(true)
    expect(seen.extensions.requested).toBe(2)
  })

  test('of nothing is empty, not wrong', async () => {
    expect(await review('leader', { kinds: [] })).toMatchObject({
      totalCount: 0,
      pacePerDay: null,
      burnup: [{ date: '1405-04-20', logged: 0, resolved: 0 }],
      medianResolveMinutes: null,
    })
  })

  test.each(['99', 'x', ''])('of the milestone "%s" is refused', async (id) => {
    const { errors } = await world.execute('leader', document, { id })
    expect(errors[0]?.extensions).toMatchObject({
      code: 'INVALID',
      fields: [{ path: 'milestoneId', rule: 'UNKNOWN' }],
    })
  })

  test('defines each of its figures in both languages', async () => {
    const type = schema.getType('Review')
    const figures = isObjectType(type) ? Object.keys(type.getFields()) : []
    for (const [language, script] of [
      ['fa', /^[\u0600-\u06ff\u200c\s.،؛«»]+$/],
      ['en', /^[\x20-\x7e“”]+$/],
    ] as const) {
      const asked = '{ review { definitions { key text } } }'
      const { review } = await world.ask<{ review: Review }>('leader', asked, {}, language)
      const keys = review.definitions.map(({ key }) => key)
      expect(new Set([...keys, 'milestone', 'definitions', 'since', 'paceFrom', 'paceTo'])).toEqual(
        new Set(figures),
      )
      for (const { text } of review.definitions) expect(text).toMatch(script)
    }
  })

  test('costs the same however much there is', async () => {
    const copied = await createWorld()
    const id = await logObstacle(copied.store, copied.actor('secretary'), draft, copied.clock.now)
    const count = async () => {
      copied.statements.length = 0
      await copied.ask('leader', document)
      return [...copied.statements]
    }
    await count()
    const few = await count()
    await copyObstacle(copied.db, id, 2_000)
    expectSameCost(await count(), few)
    await copied.close()
  })
})

describe('the forecast', () => {
  it.each<[string, daily: number[], left: number, done: number, most: number, [number, number] | null]>([
    ['no day to draw from', [], 5, 3, 9, null],
    ['the same every day', [2, 2, 2], 3, 10, 100, [16, 16]],
    ['never past what there is', [5], 10, 10, 30, [30, 30]],
    ['nothing ever done', [0, 0], 10, 4, 30, [4, 4]],
    ['nothing left to do', [3], 10, 30, 30, [30, 30]],
    ['further than a few weeks can tell', [0, 1], 501, 0, 9_000, null],
  ])('%s', (_, daily, left, done, most, range) => {
    const forecast = forecastTotal(daily, left, done, most)
    expect(forecast && [forecast.low, forecast.high]).toEqual(range)
  })

  test('holds four fifths of what may come: a hundred throws of a coin', () => {
    // Binomial(100, 1/2): the tenth and ninetieth percentiles are 44 and 56.
    const forecast = forecastTotal([0, 1], 100, 0, 1_000)
    expect(forecast?.low).toBeGreaterThanOrEqual(43)
    expect(forecast?.low).toBeLessThanOrEqual(45)
    expect(forecast?.high).toBeGreaterThanOrEqual(55)
    expect(forecast?.high).toBeLessThanOrEqual(57)
  })
})

test('months go back over the turn of the year', () => {
  const calendar = createCalendar(rulesWith())
  const months = lastMonths(calendar, at('1405-02-10 10:00'), 4)
  expect(months).toEqual([
    { month: '1404-11', start: at('1404-11-01 00:00') },
    { month: '1404-12', start: at('1404-12-01 00:00') },
    { month: '1405-01', start: at('1405-01-01 00:00') },
    { month: '1405-02', start: at('1405-02-01 00:00') },
  ])
  expect(lastMonths(calendar, at('1405-12-10 10:00'), 1)[0]?.month).toBe('1405-12')
})
