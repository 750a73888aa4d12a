import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { previewCalendar, type CalendarChange } from '../../server/src/commands/changeCalendar.ts'
import { closureChange, declareClosure } from '../../server/src/commands/declareClosure.ts'
import { datedHoursChange, setDatedHours } from '../../server/src/commands/setDatedHours.ts'
import { officeHoursChange, setOfficeHours } from '../../server/src/commands/setOfficeHours.ts'
import { setSlaPolicy } from '../../server/src/commands/setSlaPolicy.ts'
import { closureWithdrawal, withdrawClosure } from '../../server/src/commands/withdrawClosure.ts'
import { datedHoursWithdrawal, withdrawDatedHours } from '../../server/src/commands/withdrawDatedHours.ts'
import { withdrawOfficeHours } from '../../server/src/commands/withdrawOfficeHours.ts'
import { Office, refusalOf, shown } from '../helpers/office.ts'

let office: Office
beforeEach(async () => {
  office = await Office.open()
})
afterEach(() => office.close())

const usual = { opens: '07:30', closes: '14:30' }
const week = (opens: string, closes: string) => [0, 1, 2, 3, 4].map((weekday) => ({ weekday, opens, closes }))
const summer = { from: '1405-04-15', to: '1405-05-31', hours: week('06:00', '13:00') }
const stormy = { from: '1405-04-21', to: '1405-04-21', name: 'طوفان' }
const thursday = { date: '1405-04-25', name: 'جبران', hours: [{ opens: '08:00', closes: '12:00' }] }

async function preview(change: CalendarChange) {
  return previewCalendar(office.db, office.people.secretary, await office.rules(), change, office.now)
}

const dues = async () =>
  (await office.db.selectFrom('deadline').selectAll().orderBy('id').execute()).map(
    ({ kind, due_at }) => `${kind} ${shown(due_at)}`,
  )

describe('office hours', () => {
  test('of a range hold in it and move every clock in one act', async () => {
    const id = await office.log({ severity: 'CRITICAL' })
    expect(await dues()).toEqual(['ASSIGN 04-20 12:15', 'RESOLVE 04-27 14:30'])
    expect(await preview(officeHoursChange(summer))).toMatchObject({ movedDeadlines: 1, newBreaches: 0 })
    expect(await office.do(setOfficeHours, 'secretary', summer)).toBe(1)
    expect(await dues()).toEqual(['ASSIGN 04-20 12:15', 'RESOLVE 04-27 13:00'])
    expect((await office.story(id)).at(-1)).toBe('DEADLINE_MOVED RESOLVE CALENDAR 04-20 10:15')
  })

  test('of the same range take the place of the old ones, others stay', async () => {
    await office.do(setOfficeHours, 'secretary', summer)
    await office.do(setOfficeHours, 'secretary', { ...summer, hours: week('06:30', '12:00') })
    const { hours } = (await office.rules()).calendarRules
    expect(hours.filter(({ from }) => from === null)).toHaveLength(5)
    expect(hours.filter(({ from }) => from !== null).map(({ opens }) => opens)).toEqual(
      Array(5).fill('06:30'),
    )
  })

  test('without a range are those of all the year, in Latin digits', async () => {
    const hours = [0, 1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '۰۸:۰۰', closes: '۱۲:۰۰' }))
    await office.do(setOfficeHours, 'leader', { hours })
    const { calendar, calendarRules } = await office.rules()
    expect(calendarRules.hours).toHaveLength(6)
    expect(calendarRules.hours[5]).toEqual({
      from: null,
      to: null,
      weekday: 5,
      opens: '08:00',
      closes: '12:00',
    })
    expect(calendar.minutesPerDay).toBe(240)
  })

  test('several intervals a day, up to midnight', async () => {
    const hours = [
      { weekday: 0, opens: '16:00', closes: '24:00' },
      { weekday: 0, ...usual },
    ]
    await office.do(setOfficeHours, 'secretary', { ...summer, hours })
    const { calendar } = await office.rules()
    expect(calendar.closeOn('1405-04-20') - calendar.startOfDay(calendar.dayAt(office.now))).toBe(86_400_000)
  })

  test('withdrawn, everything is as it was', async () => {
    await office.log()
    const before = await dues()
    await office.do(setOfficeHours, 'secretary', summer)
    await office.do(withdrawOfficeHours, 'secretary', { from: summer.from, to: summer.to })
    expect(await dues()).toEqual(before)
    expect(await refusalOf(office.do(withdrawOfficeHours, 'secretary', summer))).toBe('NOT_FOUND')
  })
})

describe('hours of one date', () => {
  test('open a weekend and are withdrawn', async () => {
    await office.log({ severity: 'CRITICAL' })
    const before = await dues()
    expect(await preview(datedHoursChange(thursday))).toMatchObject({ movedDeadlines: 1 })
    await office.do(setDatedHours, 'secretary', thursday)
    expect(await dues()).toEqual(['ASSIGN 04-20 12:15', 'RESOLVE 04-25 12:00'])
    await office.do(setDatedHours, 'secretary', { ...thursday, hours: [{ opens: '09:00', closes: '13:00' }] })
    expect(await dues()).toEqual(['ASSIGN 04-20 12:15', 'RESOLVE 04-25 13:00'])
    expect(await preview(datedHoursWithdrawal(thursday.date))).toMatchObject({ movedDeadlines: 1 })
    expect(await office.do(withdrawDatedHours, 'secretary', thursday.date)).toBe(1)
    expect(await dues()).toEqual(before)
    expect(await refusalOf(office.do(withdrawDatedHours, 'secretary', thursday.date))).toBe('NOT_FOUND')
  })
})

describe('holidays', () => {
  test('are declared beside closures, and several share a day', async () => {
    await office.do(declareClosure, 'secretary', { ...stormy, kind: 'HOLIDAY', name: 'عید' })
    await office.do(declareClosure, 'secretary', { ...stormy, kind: 'HOLIDAY', name: 'عید' })
    await office.do(declareClosure, 'secretary', { ...stormy, kind: 'HOLIDAY', name: 'بزرگداشت' })
    await office.do(declareClosure, 'secretary', stormy)
    const { closures } = (await office.rules()).calendarRules
    expect(closures.filter(({ date }) => date === stormy.from)).toEqual([
      { date: stormy.from, name: 'عید', kind: 'HOLIDAY' },
      { date: stormy.from, name: 'بزرگداشت', kind: 'HOLIDAY' },
      { date: stormy.from, name: 'طوفان', kind: 'AD_HOC' },
    ])
  })

  test('a withdrawal tells beforehand what it moves', async () => {
    await office.log()
    await office.do(declareClosure, 'secretary', stormy)
    office.at('04-22 08:00')
    expect(await preview(closureWithdrawal({ date: stormy.from }))).toEqual({
      movedDeadlines: 2,
      newBreaches: 1,
      withdrawnBreaches: 0,
    })
    expect(await office.do(withdrawClosure, 'secretary', { date: stormy.from })).toBe(2)
    expect(await refusalOf(preview(closureWithdrawal({ date: stormy.from })))).toBe('NOT_FOUND')
  })
})

test('a preview writes nothing', async () => {
  await office.log()
  const before = [await office.dump(), (await office.rules()).calendarRules]
  await preview(officeHoursChange(summer))
  await preview(datedHoursChange(thursday))
  await preview(closureChange(stormy))
  expect([await office.dump(), (await office.rules()).calendarRules]).toEqual(before)
})

describe('refused, and nothing is written', () => {
  const day = (opens: string, closes: string, weekday = 0) => ({ weekday, opens, closes })
  it.each<[string, unknown[], string]>([
    ['no hours', [], ' REQUIRED'],
    ['too many', Array.from({ length: 51 }, () => day('07:30', '14:30')), ' TOO_MANY'],
    ['an eighth day', [day('07:30', '14:30', 7)], '.0.weekday TOO_LARGE'],
    ['a day before the first', [day('07:30', '14:30', -1)], '.0.weekday TOO_SMALL'],
    ['half past', [day('7:30', '14:30')], '.0.opens BAD_TIME'],
    ['25 o’clock', [day('07:30', '25:00')], '.0.closes BAD_TIME'],
    ['midnight as an opening', [day('24:00', '24:00')], '.0.opens BAD_TIME'],
    ['words', [day('07:30', 'evening')], '.0.closes BAD_TIME'],
    ['closing before opening', [day('14:30', '07:30')], '.0.closes ORDER'],
    ['an instant', [day('07:30', '07:30')], '.0.closes ORDER'],
    ['an overlap', [day('07:30', '14:30'), day('14:00', '16:00')], '.1.opens OVERLAP'],
  ])('office hours: %s', async (_, hours, refusal) => {
    const input = { ...summer, hours: hours as typeof summer.hours }
    await expectRefusal(() => office.do(setOfficeHours, 'secretary', input), `INVALID input.hours${refusal}`)
  })

  it.each([
    ['a range backwards', { from: '1405-05-31', to: '1405-04-15' }, 'INVALID input.to ORDER'],
    ['31 Mehr', { from: '1405-07-31' }, 'INVALID input.from BAD_DATE'],
  ])('office hours: %s', async (_, range, refusal) => {
    await expectRefusal(() => office.do(setOfficeHours, 'secretary', { ...summer, ...range }), refusal)
  })

  it.each([
    ['no hours', { hours: [] }, 'INVALID input.hours REQUIRED'],
    ['an overlap', { hours: [usual, usual] }, 'INVALID input.hours.1.opens OVERLAP'],
    ['no name', { name: '' }, 'INVALID input.name REQUIRED'],
    ['30 Esfand of a common year', { date: '1405-12-30' }, 'INVALID input.date BAD_DATE'],
  ])('hours of a date: %s', async (_, given, refusal) => {
    await expectRefusal(() => office.do(setDatedHours, 'secretary', { ...thursday, ...given }), refusal)
  })

  it.each([
    ['a deadline', true],
    ['the deadline of whatever is logged next', false],
  ])('so few hours that %s lies beyond all calendars', async (_, isLogged) => {
    const targets = [{ kind: 'RESOLVE' as const, amount: 400_000, unit: 'WORKING_MINUTES' as const }]
    await office.do(setSlaPolicy, 'secretary', { rules: [{ targets }], ladder: [], warnAtPercent: [] })
    if (isLogged) await office.log()
    const input = { hours: [day('07:30', '07:31')] }
    await expectRefusal(
      () => office.do(setOfficeHours, 'secretary', input),
      'INVALID input.hours OFFICE_CLOSED',
    )
    expect(await refusalOf(preview(officeHoursChange(input)))).toBe('INVALID input.hours OFFICE_CLOSED')
  })

  it.each(['ict', 'viewer'] as const)('by %s', async (who) => {
    const refusals = [
      office.do(setOfficeHours, who, summer),
      office.do(setDatedHours, who, thursday),
      office.do(withdrawOfficeHours, who, summer),
      office.do(withdrawDatedHours, who, thursday.date),
    ]
    for (const work of refusals) expect(await refusalOf(work)).toBe('FORBIDDEN')
  })

  async function expectRefusal(work: () => Promise<unknown>, refusal: string): Promise<void> {
    const before = (await office.rules()).calendarRules
    expect(await refusalOf(work())).toBe(refusal)
    expect((await office.rules()).calendarRules).toEqual(before)
  }
})
