import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { defineMilestone, previewMilestone } from '../../server/src/commands/defineMilestone.ts'
import { editObstacle } from '../../server/src/commands/editObstacle.ts'
import { editMilestone } from '../../server/src/commands/editMilestone.ts'
import { resolveObstacle } from '../../server/src/commands/resolveObstacle.ts'
import { verifyObstacle } from '../../server/src/commands/verifyObstacle.ts'
import { waitObstacle } from '../../server/src/commands/waitObstacle.ts'
import { withdrawMilestone } from '../../server/src/commands/withdrawMilestone.ts'
import { milestoneOf } from '../../server/src/records/Rules.ts'
import { Office, refusalOf } from '../helpers/office.ts'
import { createWorld } from '../helpers/world.ts'

let office: Office
beforeEach(async () => {
  office = await Office.open()
})
afterEach(() => office.close())

const endOfTir = { name: 'پایان تیر', dueDate: '1405-04-31', subjectKind: 'SINGLE_WINDOW' as const }
const ofTheWindow = { subjectKind: 'SINGLE_WINDOW' as const, agencyCode: null, severity: 'LOW' as const }
const define = async (input: typeof endOfTir | { name: string; dueDate: string } = endOfTir) =>
  (await office.do(defineMilestone, 'secretary', input)).milestoneId

describe('a preview', () => {
  test('tells what defining would move, and writes nothing', async () => {
    await office.log(ofTheWindow)
    await office.log()
    const before = await office.dump()
    const moves = await previewMilestone(
      office.db,
      office.people.secretary,
      await office.rules(),
      endOfTir,
      office.now,
    )
    expect(moves).toEqual({ movedDeadlines: 1, newBreaches: 0, withdrawnBreaches: 0 })
    expect(await office.dump()).toBe(before)
    expect((await office.do(defineMilestone, 'secretary', endOfTir)).movedDeadlines).toBe(1)
  })
})

describe('editing', () => {
  test('moves the caps with the date', async () => {
    const milestoneId = await define()
    const id = await office.log(ofTheWindow)
    expect(await office.clockText(id)).toBe('RUNNING 04-31 23:59:59.999')
    const edit = { id: milestoneId, dueDate: '1405-04-28' }
    expect((await office.do(editMilestone, 'leader', edit)).movedDeadlines).toBe(1)
    expect(await office.clockText(id)).toBe('RUNNING 04-28 23:59:59.999')
    expect((await office.rules()).milestones).toMatchObject([{ name: 'پایان تیر', due_date: '1405-04-28' }])
  })

  test('a later date takes a breach back', async () => {
    const milestoneId = await define()
    const id = await office.log(ofTheWindow)
    await office.live('05-01 10:00')
    expect(await office.clockText(id)).toBe('RUNNING 04-31 23:59:59.999 !')
    await office.do(editMilestone, 'secretary', { id: milestoneId, dueDate: '1405-05-31' })
    expect((await office.clock(id)).breached_at).toBeNull()
    expect((await office.story(id)).at(-1)).toContain('BREACH_WITHDRAWN')
  })

  test('a name can be mended after the date has passed', async () => {
    const id = await define()
    office.at('06-01 10:00')
    expect((await office.do(editMilestone, 'secretary', { id, name: 'پایان تیرماه' })).movedDeadlines).toBe(0)
    expect((await office.rules()).milestones).toMatchObject([
      { name: 'پایان تیرماه', due_date: '1405-04-31' },
    ])
  })

  it.each([
    ['a date gone by', { dueDate: '1405-04-19' }, 'INVALID input.dueDate NOT_LATER'],
    ['31 Mehr', { dueDate: '1405-07-31' }, 'INVALID input.dueDate BAD_DATE'],
    ['no name', { name: ' ' }, 'INVALID input.name REQUIRED'],
    ['another one', { id: 99 }, 'NOT_FOUND'],
  ])('%s is refused', async (_, given, refusal) => {
    const id = await define()
    expect(await refusalOf(office.do(editMilestone, 'secretary', { id, ...given }))).toBe(refusal)
  })
})

describe('one that has ended', () => {
  const path = 'INVALID input.milestoneId'
  test('takes in what was logged before, and nothing that is logged after', async () => {
    const milestoneId = await define({ name: 'پایان هفته', dueDate: '1405-04-24' })
    const earlier = await office.log()
    office.at('04-25 08:00')
    const later = await office.log()
    expect(await refusalOf(office.log({ milestoneId }))).toBe(`${path} NOT_ALLOWED`)
    expect(await refusalOf(office.do(editObstacle, 'secretary', { id: later, milestoneId }))).toBe(
      `${path} NOT_ALLOWED`,
    )
    await office.do(editObstacle, 'secretary', { id: earlier, milestoneId })
    expect(await office.clock(earlier)).toMatchObject({ capped_by: milestoneId })
  })
  test('is withdrawn: an edit that leaves it alone is taken', async () => {
    const milestoneId = await define({ name: 'پایان هفته', dueDate: '1405-04-24' })
    const id = await office.log({ milestoneId })
    await office.do(withdrawMilestone, 'secretary', milestoneId)
    await office.do(editObstacle, 'secretary', { id, milestoneId, title: 'عنوان تازه' })
    expect((await office.record(id)).obstacle.title).toBe('عنوان تازه')
  })
})

describe('withdrawing', () => {
  test('frees what runs', async () => {
    const milestoneId = await define()
    const byHand = await define({ name: 'پایان هفته', dueDate: '1405-04-24' })
    const ofKind = await office.log(ofTheWindow)
    const put = await office.log({ milestoneId: byHand })
    expect(await office.clockText(put)).toBe('RUNNING 04-24 23:59:59.999')
    expect(await office.do(withdrawMilestone, 'secretary', byHand)).toBe(1)
    expect(milestoneOf(await office.rules(), (await office.record(put)).obstacle)).toBeNull()
    expect(await office.do(withdrawMilestone, 'secretary', milestoneId)).toBe(1)
    for (const id of [ofKind, put]) expect((await office.clock(id)).capped_by).toBeNull()
    expect((await office.rules()).milestones).toEqual([])
    expect(await refusalOf(office.do(withdrawMilestone, 'secretary', milestoneId))).toBe('NOT_FOUND')
  })

  test('after it has passed a clock that stands still: the breach it owed is put on record first', async () => {
    const byHand = await define({ name: 'پایان هفته', dueDate: '1405-04-24' })
    const id = await office.inProgress({ milestoneId: byHand })
    await office.do(waitObstacle, 'secretary', {
      id,
      on: 'BUDGET',
      party: 'سازمان برنامه',
      reason: 'تخصیص',
      until: '1405-04-31',
    })
    office.at('04-25 08:00')
    await office.do(withdrawMilestone, 'secretary', byHand)
    expect((await office.story(id)).slice(-3)).toEqual([
      'BREACHED RESOLVE 04-24 23:59:59.999',
      'DEADLINE_MOVED RESOLVE MILESTONE 04-25 08:00',
      'BREACH_WITHDRAWN RESOLVE MILESTONE 04-25 08:00',
    ])
  })

  test('leaves what is over as it was', async () => {
    const milestoneId = await define({ name: 'پایان هفته', dueDate: '1405-04-24' })
    const id = await office.inProgress({ milestoneId })
    await office.do(resolveObstacle, 'ict', { id, solution: 'رفع شد' })
    await office.do(verifyObstacle, 'secretary', { id })
    const before = await office.dump()
    await office.do(editMilestone, 'secretary', { id: milestoneId, dueDate: '1405-05-31' })
    await office.do(withdrawMilestone, 'secretary', milestoneId)
    expect(await office.dump()).toBe(before)
  })

  test('a clock that ended under it still names it', async () => {
    const world = await createWorld()
    const milestone = await world.ask<{ defineMilestone: { milestone: { id: string } } }>(
      'secretary',
      'mutation { defineMilestone(input: { name: "پایان هفته", dueDate: "1405-04-24", subjectKind: SINGLE_WINDOW }) { milestone { id } } }',
    )
    const logged = await world.ask<{ logObstacle: { obstacle: { id: string } } }>(
      'secretary',
      'mutation { logObstacle(input: { title: "کندی سامانه", subjectKind: SINGLE_WINDOW, category: SOFTWARE, severity: LOW }) { obstacle { id } } }',
    )
    const { id } = logged.logObstacle.obstacle
    await world.ask(
      'secretary',
      'mutation ($id: ID!) { assignObstacle(input: { id: $id, ownerId: 5 }) { obstacle { id } } resolveObstacle(input: { id: $id, solution: "رفع شد" }) { obstacle { id } } }',
      { id },
    )
    await world.ask('leader', 'mutation ($id: ID!) { withdrawMilestone(id: $id) { movedDeadlines } }', {
      id: milestone.defineMilestone.milestone.id,
    })
    const { obstacle, milestones } = await world.ask<{
      obstacle: { deadlines: { kind: string; cappedBy: { name: string } | null }[] }
      milestones: unknown[]
    }>(
      'viewer',
      'query ($id: ID!) { obstacle(id: $id) { deadlines { kind cappedBy { name } } } milestones { id } }',
      {
        id,
      },
    )
    expect(obstacle.deadlines.find(({ kind }) => kind === 'RESOLVE')?.cappedBy?.name).toBe('پایان هفته')
    expect(milestones).toEqual([])
    await world.close()
  })

  it.each(['ict', 'viewer'] as const)('is not for %s', async (who) => {
    const id = await define()
    expect(await refusalOf(office.do(withdrawMilestone, who, id))).toBe('FORBIDDEN')
    expect(await refusalOf(office.do(editMilestone, who, { id, name: 'نام' }))).toBe('FORBIDDEN')
  })
})
