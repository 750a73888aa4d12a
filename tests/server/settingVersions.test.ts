import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWorld, type Someone, type World } from '../helpers/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await world.ask(
    'secretary',
    'mutation ($input: MilestoneInput!) { it: defineMilestone(input: $input) { movedDeadlines } }',
    {
      input: { name: 'پایان تیر', dueDate: '1405-04-31' },
    },
  )
})
afterAll(() => world.close())

interface Setting {
  who: Someone
  /** Reads the setting as `it`. */
  read: string
  /** Changes it. */
  change: string
  input: object
  /** By which one tells what stands there. */
  mark: (first: boolean) => object
}

const policy = { rules: [], ladder: [] }
const office = { opens: '08:00', closes: '12:00' }
const week = [0, 1, 2, 3, 4].map((weekday) => ({ weekday, opens: '07:30', closes: '14:30' }))

const settings: Record<string, Setting> = {
  'a milestone': {
    who: 'secretary',
    read: '{ it: milestones { version } }',
    change:
      'mutation ($input: EditMilestoneInput!) { it: editMilestone(input: $input) { it: milestone { version } } }',
    input: { id: '1' },
    mark: (first) => ({ name: first ? 'پایان تیر ۱۴۰۵' : 'آخر تیر' }),
  },
  'the policy': {
    who: 'secretary',
    read: '{ it: slaPolicy { version } }',
    change:
      'mutation ($input: SlaPolicyInput!) { it: setSlaPolicy(input: $input) { it: slaPolicy { version } } }',
    input: policy,
    mark: (first) => ({ warnAtPercent: [first ? 70 : 80] }),
  },
  'the hours of a day': {
    who: 'secretary',
    read: '{ it: workingCalendar { version } }',
    change:
      'mutation ($input: DatedHoursInput!) { it: setDatedHours(input: $input) { it: workingCalendar { version } } }',
    input: { date: '1405-04-26', hours: [office] },
    mark: (first) => ({ name: first ? 'آزمون' : 'انتخابات' }),
  },
  'the hours of the week': {
    who: 'secretary',
    read: '{ it: workingCalendar { version } }',
    change:
      'mutation ($input: OfficeHoursInput!) { it: setOfficeHours(input: $input) { it: workingCalendar { version } } }',
    input: {},
    mark: (first) => ({ hours: first ? week.slice(2) : week.slice(1) }),
  },
  'a closure': {
    who: 'secretary',
    read: '{ it: workingCalendar { version } }',
    change:
      'mutation ($input: DeclareClosureInput!) { it: declareClosure(input: $input) { it: workingCalendar { version } } }',
    input: { from: '1405-04-22', to: '1405-04-22' },
    mark: (first) => ({ name: first ? 'گرما' : 'آلودگی هوا' }),
  },
  'an agency': {
    who: 'secretary',
    read: '{ it: agency(code: "gaz") { version } }',
    change:
      'mutation ($input: EditAgencyInput!) { it: editAgency(input: $input) { it: agency { version } } }',
    input: { code: 'gaz' },
    mark: (first) => ({ nameEn: first ? 'Gas' : 'Gas of Golestan' }),
  },
  'a service': {
    who: 'secretary',
    read: '{ it: services(agencyCode: "gaz") { version } }',
    change:
      'mutation ($input: EditServiceInput!) { it: editService(input: $input) { it: service { version } } }',
    input: { code: 'gaz-01' },
    mark: (first) => ({ nameEn: first ? 'Gas' : 'Gas connection, new' }),
  },
  'an account': {
    who: 'administrator',
    read: '{ it: people(ids: [4]) { version } }',
    change: 'mutation ($input: EditUserInput!) { it: editUser(input: $input) { it: user { version } } }',
    input: { id: '4' },
    mark: (first) => ({ name: first ? 'نام نخست' : 'نام دوم' }),
  },
}

describe.each(Object.entries(settings))('%s', (_, { who, read, change, input, mark }) => {
  const version = async () => {
    const { it } = await world.ask<{ it: { version: number } | { version: number }[] }>('viewer', read)
    return [it].flat()[0]?.version ?? 0
  }
  const put = (given: object, language: 'fa' | 'en' = 'fa') =>
    world.execute(who, change, { input: { ...input, ...given } }, language)

  test('is changed by one of two who have seen the same; the other is told, and looks again', async () => {
    const seen = await version()
    const one = await put({ ...mark(true), expectedVersion: seen })
    expect(one.errors).toEqual([])
    const next = await version()
    expect(one.data).toEqual({ it: { it: { version: next } } })
    expect(next).not.toBe(seen)

    const other = await put({ ...mark(false), expectedVersion: seen })
    expect(other.errors).toMatchObject([{ extensions: { code: 'CONFLICT', currentVersion: next } }])
    expect(other.errors[0]?.message).not.toContain('مانع')
    expect((await put({ ...mark(false), expectedVersion: seen }, 'en')).errors[0]?.message).not.toContain(
      'obstacle',
    )
    expect(await version()).toBe(next)

    expect((await put({ ...mark(false), expectedVersion: next })).errors).toEqual([])
    expect(await version()).not.toBe(next)
  })

  test('is changed by whoever says no version, and back is back', async () => {
    const seen = await version()
    expect((await put(mark(true))).errors).toEqual([])
    expect(await version()).not.toBe(seen)
    expect((await put({ ...mark(false), expectedVersion: null })).errors).toEqual([])
    expect(await version()).toBe(seen)
  })
})
