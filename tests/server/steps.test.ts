import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { acknowledgeObstacle } from '../../server/src/commands/acknowledgeObstacle.ts'
import { assignObstacle } from '../../server/src/commands/assignObstacle.ts'
import { commentObstacle } from '../../server/src/commands/commentObstacle.ts'
import { decideExtension } from '../../server/src/commands/decideExtension.ts'
import { defineMilestone } from '../../server/src/commands/defineMilestone.ts'
import { editObstacle } from '../../server/src/commands/editObstacle.ts'
import { joinObstacle } from '../../server/src/commands/joinObstacle.ts'
import { leaveObstacle } from '../../server/src/commands/leaveObstacle.ts'
import { mergeObstacle } from '../../server/src/commands/mergeObstacle.ts'
import { rejectObstacle } from '../../server/src/commands/rejectObstacle.ts'
import { reopenObstacle } from '../../server/src/commands/reopenObstacle.ts'
import { requestExtension } from '../../server/src/commands/requestExtension.ts'
import { resolveObstacle } from '../../server/src/commands/resolveObstacle.ts'
import { resumeObstacle } from '../../server/src/commands/resumeObstacle.ts'
import { startObstacle } from '../../server/src/commands/startObstacle.ts'
import { verifyObstacle } from '../../server/src/commands/verifyObstacle.ts'
import { waitObstacle } from '../../server/src/commands/waitObstacle.ts'
import type { Refusal } from '@goshayesh/shared/refusal'
import { Office, refusalOf, type Who } from '../helpers/office.ts'

let office: Office
beforeEach(async () => {
  office = await Office.open()
})
afterEach(() => office.close())

/* Each takes the obstacle and does the step as it usually goes. HIGH: 1 day to assign, 2 to acknowledge, 10 to resolve, 3 to verify. */
const reason = 'نیاز به بررسی دارد'
const solution = 'وب‌سرویس راه‌اندازی شد'
const until = '1405-04-30'
const wait = { on: 'OTHER_AGENCY', party: 'ثبت احوال', reason, until } as const
const steps = {
  assign: (id: number, who: Who = 'secretary', to: Who = 'ict') =>
    office.do(assignObstacle, who, { id, ownerId: office.people[to].id }),
  acknowledge: (id: number, who: Who = 'ict') => office.do(acknowledgeObstacle, who, { id }),
  start: (id: number, who: Who = 'ict') => office.do(startObstacle, who, { id }),
  wait: (id: number, who: Who = 'secretary') => office.do(waitObstacle, who, { id, ...wait }),
  resume: (id: number, who: Who = 'secretary') => office.do(resumeObstacle, who, { id }),
  resolve: (id: number, who: Who = 'ict') => office.do(resolveObstacle, who, { id, solution }),
  verify: (id: number, who: Who = 'secretary') => office.do(verifyObstacle, who, { id }),
  reopen: (id: number, who: Who = 'secretary') => office.do(reopenObstacle, who, { id, reason }),
  reject: (id: number, who: Who = 'secretary') => office.do(rejectObstacle, who, { id, reason }),
  edit: (id: number, who: Who = 'secretary') => office.do(editObstacle, who, { id, title: 'عنوان تازه' }),
  comment: (id: number, who: Who = 'ict') => office.do(commentObstacle, who, { id, text: 'پیگیری شد' }),
  join: (id: number, who: Who = 'sabt') => office.do(joinObstacle, who, { id }),
  extend: (id: number, who: Who = 'ict', date = '1405-05-07') =>
    office.do(requestExtension, who, { id, kind: 'RESOLVE', until: date, reason }),
  merge: async (id: number, who: Who = 'secretary') =>
    office.do(mergeObstacle, who, { id, intoId: await office.log() }),
  decide: async (id: number, who: Who = 'leader', approve = true, note: string | null = null) => {
    const request = (await office.record(id)).extensions.at(-1)
    return office.do(decideExtension, who, { extensionId: request?.id ?? 0, approve, note })
  },
}
type Step = keyof typeof steps

/** Of the single window, so that every official sees it. */
const logged = () => office.log({ subjectKind: 'SINGLE_WINDOW', agencyCode: null })

const answerOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    ({ code }: Refusal) => code,
  )

async function take(path: string, id: number): Promise<void> {
  for (const step of path.split(' ').filter(Boolean)) await steps[step as Step](id)
}

describe('each step leads on', () => {
  it.each<[path: string, status: string, clocks: Record<string, string>]>([
    ['', 'LOGGED', { ASSIGN: 'RUNNING 04-21 14:30', RESOLVE: 'RUNNING 05-03 14:30' }],
    [
      'assign',
      'ASSIGNED',
      { ASSIGN: 'DONE 04-21 14:30', ACKNOWLEDGE: 'RUNNING 04-22 14:30', RESOLVE: 'RUNNING 05-03 14:30' },
    ],
    [
      'assign acknowledge',
      'IN_PROGRESS',
      { ACKNOWLEDGE: 'DONE 04-22 14:30', RESOLVE: 'RUNNING 05-03 14:30' },
    ],
    ['assign start', 'IN_PROGRESS', { ACKNOWLEDGE: 'DONE 04-22 14:30' }],
    ['assign acknowledge start', 'IN_PROGRESS', {}],
    ['assign wait', 'WAITING', { ACKNOWLEDGE: 'RUNNING 04-22 14:30', RESOLVE: 'PAUSED 05-03 14:30' }],
    [
      'assign wait resume',
      'ASSIGNED',
      { ACKNOWLEDGE: 'RUNNING 04-22 14:30', RESOLVE: 'RUNNING 05-03 14:30' },
    ],
    [
      'assign wait acknowledge',
      'WAITING',
      { ACKNOWLEDGE: 'DONE 04-22 14:30', RESOLVE: 'PAUSED 05-03 14:30' },
    ],
    ['assign wait acknowledge resume', 'IN_PROGRESS', { RESOLVE: 'RUNNING 05-03 14:30' }],
    ['assign acknowledge wait', 'WAITING', {}],
    ['assign acknowledge wait resume', 'IN_PROGRESS', {}],
    [
      'assign resolve',
      'RESOLVED',
      { ACKNOWLEDGE: 'DONE 04-22 14:30', RESOLVE: 'DONE 05-03 14:30', VERIFY: 'RUNNING 04-23 14:30' },
    ],
    ['assign acknowledge wait resolve', 'RESOLVED', { RESOLVE: 'DONE 05-03 14:30' }],
    ['assign resolve verify', 'CLOSED', { VERIFY: 'DONE 04-23 14:30' }],
    ['assign resolve reopen', 'IN_PROGRESS', { RESOLVE: 'RUNNING 05-03 14:30', VERIFY: 'DONE 04-23 14:30' }],
    ['assign resolve reopen resolve verify', 'CLOSED', { RESOLVE: 'DONE 05-03 14:30' }],
    ['reject', 'REJECTED', { ASSIGN: 'CANCELLED 04-21 14:30', RESOLVE: 'CANCELLED 05-03 14:30' }],
    ['assign acknowledge wait reject', 'REJECTED', { RESOLVE: 'CANCELLED 05-03 14:30' }],
    ['merge', 'MERGED', { ASSIGN: 'CANCELLED 04-21 14:30', RESOLVE: 'CANCELLED 05-03 14:30' }],
    ['edit comment join', 'LOGGED', {}],
    ['assign extend', 'ASSIGNED', { RESOLVE: 'RUNNING 05-03 14:30' }],
    ['assign extend decide', 'ASSIGNED', { RESOLVE: 'RUNNING 05-07 14:30' }],
    ['assign resolve verify comment', 'CLOSED', {}],
  ])('%s: %s', async (path, status, clocks) => {
    const id = await logged()
    await take(path, id)
    expect(await office.status(id)).toBe(status)
    for (const [kind, text] of Object.entries(clocks))
      expect(await office.clockText(id, kind as 'RESOLVE')).toBe(text)
  })

  it.each<[path: string, events: string[]]>([
    ['assign acknowledge', ['LOGGED', 'ASSIGNED', 'ACKNOWLEDGED']],
    ['assign start', ['LOGGED', 'ASSIGNED', 'STARTED']],
    ['assign wait resume', ['LOGGED', 'ASSIGNED', 'WAITING', 'RESUMED']],
    ['assign resolve verify', ['LOGGED', 'ASSIGNED', 'RESOLVED', 'VERIFIED']],
    ['assign resolve reopen', ['LOGGED', 'ASSIGNED', 'RESOLVED', 'REOPENED']],
    ['edit comment join reject', ['LOGGED', 'EDITED', 'COMMENTED', 'JOINED', 'REJECTED']],
    [
      'assign extend decide',
      ['LOGGED', 'ASSIGNED', 'EXTENSION_REQUESTED', 'EXTENSION_DECIDED', 'DEADLINE_MOVED'],
    ],
    ['merge', ['LOGGED', 'MERGED']],
  ])('%s leaves its events', async (path, events) => {
    const id = await logged()
    await take(path, id)
    expect((await office.events(id)).map(({ kind }) => kind)).toEqual(events)
  })
})

/** What the workflow allows from where: everything else is NOT_ALLOWED_NOW. */
describe('what is not possible now', () => {
  const all: Step[] = [
    'edit',
    'assign',
    'acknowledge',
    'start',
    'wait',
    'resume',
    'resolve',
    'verify',
    'reopen',
    'reject',
    'merge',
    'comment',
    'join',
    'extend',
    'decide',
  ]
  it.each<[path: string, possible: string]>([
    ['', 'edit assign reject merge comment join'],
    ['assign', 'edit acknowledge start wait resolve reject merge comment join extend'],
    ['assign acknowledge', 'edit start wait resolve reject merge comment join extend'],
    ['assign start', 'edit wait resolve reject merge comment join extend'],
    ['assign acknowledge wait', 'edit resume resolve reject merge comment join extend'],
    ['assign wait', 'edit acknowledge resume resolve reject merge comment join extend'],
    ['assign extend', 'edit acknowledge start wait resolve reject merge comment join decide'],
    ['assign resolve', 'verify reopen comment join'],
    ['assign resolve verify', 'comment'],
    ['reject', 'comment'],
    ['merge', 'comment'],
  ])('after "%s" only: %s', async (path, possible) => {
    const found: Step[] = []
    const refused = new Set<string>()
    const owned = path.includes('assign')
    for (const step of all) {
      const id = await logged()
      await take(path, id)
      // Where nobody owns it, what the owner does is tried by the secretary.
      const bySecretary = !owned && ['acknowledge', 'start', 'resolve', 'extend'].includes(step)
      const answer = await answerOf(bySecretary ? steps[step](id, 'secretary') : steps[step](id))
      if (answer === 'done') found.push(step)
      // To the present owner again is INVALID; a request that isn't there is NOT_FOUND.
      else if (!(step === 'assign' && answer === 'INVALID') && !(step === 'decide' && answer === 'NOT_FOUND'))
        refused.add(answer)
    }
    expect(found.join(' ')).toBe(possible)
    expect([...refused]).toEqual(['NOT_ALLOWED_NOW'])
  })
})

describe('who may', () => {
  const nobody = 'NOT_FOUND'
  const no = 'FORBIDDEN'
  const yes = 'done'
  it.each<[Step, path: string, Record<Who, string>]>([
    [
      'edit',
      '',
      { ict: no, colleague: no, sabt: nobody, secretary: yes, leader: yes, administrator: yes, viewer: no },
    ],
    [
      'assign',
      '',
      { ict: no, colleague: no, sabt: nobody, secretary: yes, leader: yes, administrator: no, viewer: no },
    ],
    [
      'acknowledge',
      'assign',
      {
        ict: yes,
        colleague: no,
        sabt: nobody,
        secretary: 'INVALID',
        leader: 'INVALID',
        administrator: no,
        viewer: no,
      },
    ],
    [
      'start',
      'assign',
      {
        ict: yes,
        colleague: no,
        sabt: nobody,
        secretary: 'INVALID',
        leader: 'INVALID',
        administrator: no,
        viewer: no,
      },
    ],
    [
      'wait',
      'assign',
      { ict: no, colleague: no, sabt: nobody, secretary: yes, leader: yes, administrator: no, viewer: no },
    ],
    [
      'resume',
      'assign wait',
      { ict: no, colleague: no, sabt: nobody, secretary: yes, leader: yes, administrator: no, viewer: no },
    ],
    [
      'resolve',
      'assign',
      { ict: yes, colleague: no, sabt: nobody, secretary: yes, leader: yes, administrator: no, viewer: no },
    ],
    [
      'verify',
      'assign resolve',
      { ict: no, colleague: no, sabt: nobody, secretary: yes, leader: yes, administrator: no, viewer: no },
    ],
    [
      'reopen',
      'assign resolve',
      { ict: no, colleague: no, sabt: nobody, secretary: yes, leader: yes, administrator: no, viewer: no },
    ],
    [
      'reject',
      '',
      { ict: no, colleague: no, sabt: nobody, secretary: yes, leader: yes, administrator: no, viewer: no },
    ],
    [
      'merge',
      '',
      { ict: no, colleague: no, sabt: nobody, secretary: yes, leader: yes, administrator: no, viewer: no },
    ],
    [
      'comment',
      '',
      { ict: yes, colleague: yes, sabt: nobody, secretary: yes, leader: yes, administrator: yes, viewer: no },
    ],
    [
      'extend',
      'assign',
      { ict: yes, colleague: no, sabt: nobody, secretary: yes, leader: no, administrator: no, viewer: no },
    ],
    [
      'decide',
      'assign extend',
      { ict: no, colleague: no, sabt: nobody, secretary: yes, leader: yes, administrator: no, viewer: no },
    ],
  ])('%s', async (step, path, expected) => {
    const found: Record<string, string> = {}
    for (const who of Object.keys(expected) as Who[]) {
      const id = await office.log()
      await take(path, id)
      found[who] = await answerOf(steps[step](id, who))
    }
    expect(found).toEqual(expected)
  })

  test('joining: officials of agencies that have not yet, where they see it', async () => {
    const id = await office.log({
      subjectKind: 'SINGLE_WINDOW',
      agencyCode: null,
      affectedAgencyCodes: ['sabt'],
    })
    expect(await refusalOf(steps.join(id, 'sabt'))).toBe('FORBIDDEN')
    expect(await refusalOf(steps.join(id, 'secretary'))).toBe('FORBIDDEN')
    await steps.join(id, 'ict')
    expect((await office.record(id)).affectedAgencyCodes).toEqual(['ict', 'sabt'])
    expect(await refusalOf(steps.join(id, 'colleague'))).toBe('FORBIDDEN')
  })
  test('leaving: officials who joined, and they have not been there', async () => {
    const id = await logged()
    expect(await refusalOf(office.do(leaveObstacle, 'sabt', { id }))).toBe('FORBIDDEN')
    await steps.join(id, 'sabt')
    expect(await refusalOf(office.do(leaveObstacle, 'secretary', { id }))).toBe('FORBIDDEN')
    await office.do(leaveObstacle, 'sabt', { id, note: 'به اشتباه' })
    expect((await office.record(id)).affectedAgencyCodes).toEqual([])
    expect((await office.events(id)).at(-1)).toMatchObject({ kind: 'LEFT', comment: 'به اشتباه' })
    expect(await refusalOf(office.do(leaveObstacle, 'sabt', { id }))).toBe('FORBIDDEN')
    await steps.join(id, 'sabt')
  })
  test('an official edits and reopens what he or she reported', async () => {
    const id = await office.log({}, 'ict')
    await steps.edit(id, 'ict')
    await take('assign', id)
    expect(await refusalOf(steps.edit(id, 'ict'))).toBe('FORBIDDEN')
    await take('resolve', id)
    await steps.reopen(id, 'ict')
    expect(await office.status(id)).toBe('IN_PROGRESS')
  })
  test('whoever owns it does not verify it', async () => {
    const id = await office.log()
    await steps.assign(id, 'leader', 'secretary')
    await steps.resolve(id, 'secretary')
    expect(await refusalOf(steps.verify(id, 'secretary'))).toBe('FORBIDDEN')
    await steps.verify(id, 'leader')
    expect(await office.status(id)).toBe('CLOSED')
  })
  test('logging: officials the single window and their own agency and services only', async () => {
    await office.log({ subjectKind: 'SINGLE_WINDOW', agencyCode: null }, 'sabt')
    await office.log({ agencyCode: 'sabt' }, 'sabt')
    expect(await refusalOf(office.log({ agencyCode: 'ict' }, 'sabt'))).toBe('FORBIDDEN')
    expect(await refusalOf(office.log({}, 'viewer'))).toBe('FORBIDDEN')
    await office.log({}, 'administrator')
  })
})

describe('on behalf of the owner', () => {
  it.each(['acknowledge', 'start'] as const)('%s needs a note', async (step) => {
    const command = step === 'acknowledge' ? acknowledgeObstacle : startObstacle
    const id = await office.log()
    await take('assign', id)
    for (const note of [undefined, null, '', '   '])
      expect(await refusalOf(office.do(command, 'secretary', { id, note }))).toBe(
        'INVALID input.note REQUIRED',
      )
    await office.do(command, 'secretary', { id, note: 'تلفنی اعلام شد' })
    expect(await office.status(id)).toBe('IN_PROGRESS')
    expect((await office.events(id)).at(-1)?.comment).toBe('تلفنی اعلام شد')
  })
})

describe('input that is refused', () => {
  it.each<[string, () => Promise<unknown>, string]>([
    ['no title', () => office.log({ title: ' ' }), 'INVALID input.title REQUIRED'],
    ['a title of two letters', () => office.log({ title: 'نه' }), 'INVALID input.title TOO_SHORT'],
    ['a title too long', () => office.log({ title: 'ن'.repeat(201) }), 'INVALID input.title TOO_LONG'],
    ['NUL in a title', () => office.log({ title: 'نبود\u0000برق' }), 'INVALID input.title BAD_CHARACTER'],
    [
      'an agency subject without an agency',
      () => office.log({ agencyCode: null }),
      'INVALID input.agencyCode REQUIRED',
    ],
    ['an unknown agency', () => office.log({ agencyCode: 'nasa' }), 'INVALID input.agencyCode UNKNOWN'],
    [
      'a service subject without a service',
      () => office.log({ subjectKind: 'SERVICE' }),
      'INVALID input.serviceCode REQUIRED',
    ],
    [
      'an unknown service',
      () => office.log({ subjectKind: 'SERVICE', serviceCode: 'x' }),
      'INVALID input.serviceCode UNKNOWN',
    ],
    [
      'unknown affected agencies',
      () => office.log({ affectedAgencyCodes: ['sabt', 'x'] }),
      'INVALID input.affectedAgencyCodes UNKNOWN',
    ],
    [
      'too many affected agencies',
      () => office.log({ affectedAgencyCodes: Array(101).fill('sabt') }),
      'INVALID input.affectedAgencyCodes TOO_MANY',
    ],
    ['an unknown milestone', () => office.log({ milestoneId: 99 }), 'INVALID input.milestoneId UNKNOWN'],
    [
      'several at once',
      () => office.log({ title: '', agencyCode: null }),
      'INVALID input.title REQUIRED input.agencyCode REQUIRED',
    ],
    ['an unknown owner', () => step(assignObstacle, '', { ownerId: 999 }), 'INVALID input.ownerId UNKNOWN'],
    [
      'an owner who only reads',
      () => step(assignObstacle, '', { ownerId: office.people.viewer.id }),
      'INVALID input.ownerId NOT_ALLOWED',
    ],
    [
      'an owner who only administers',
      () => step(assignObstacle, '', { ownerId: office.people.administrator.id }),
      'INVALID input.ownerId NOT_ALLOWED',
    ],
    [
      'the owner it has',
      () => step(assignObstacle, 'assign', { ownerId: office.people.ict.id }),
      'INVALID input.ownerId SAME',
    ],
    [
      'waiting for nobody',
      () => step(waitObstacle, 'assign', { ...wait, party: ' ' }),
      'INVALID input.party REQUIRED',
    ],
    [
      'waiting without a reason',
      () => step(waitObstacle, 'assign', { ...wait, reason: '' }),
      'INVALID input.reason REQUIRED',
    ],
    [
      'waiting until today',
      () => step(waitObstacle, 'assign', { ...wait, until: '1405-04-20' }),
      'INVALID input.until NOT_LATER',
    ],
    [
      'waiting until yesterday',
      () => step(waitObstacle, 'assign', { ...wait, until: '1405-04-19' }),
      'INVALID input.until NOT_LATER',
    ],
    [
      'waiting until no date',
      () => step(waitObstacle, 'assign', { ...wait, until: '1405-07-31' }),
      'INVALID input.until BAD_DATE',
    ],
    [
      'waiting for the 31st working day',
      () => step(waitObstacle, 'assign', { ...wait, until: '1405-06-03' }),
      'INVALID input.until TOO_FAR',
    ],
    [
      'a solution too short',
      () => step(resolveObstacle, 'assign', { solution: 'نه' }, 'ict'),
      'INVALID input.solution TOO_SHORT',
    ],
    [
      'reopening without a reason',
      () => step(reopenObstacle, 'assign resolve', { reason: '' }),
      'INVALID input.reason REQUIRED',
    ],
    [
      'rejecting without a reason',
      () => step(rejectObstacle, '', { reason: '' }),
      'INVALID input.reason REQUIRED',
    ],
    ['an empty comment', () => step(commentObstacle, '', { text: '\u200c ' }), 'INVALID input.text REQUIRED'],
    [
      'an extension to before the due date',
      () => step(requestExtension, 'assign', { kind: 'RESOLVE', until: '1405-05-03', reason }),
      'INVALID input.until NOT_LATER',
    ],
    [
      'an extension to no date',
      () => step(requestExtension, 'assign', { kind: 'RESOLVE', until: '1406-12-30', reason }),
      'INVALID input.until BAD_DATE',
    ],
    [
      'an extension without a reason',
      () => step(requestExtension, 'assign', { kind: 'RESOLVE', until: '1405-05-04', reason: '' }),
      'INVALID input.reason REQUIRED',
    ],
    [
      'an extension of a clock that does not run',
      () => step(requestExtension, 'assign', { kind: 'VERIFY', until: '1405-05-04', reason }),
      'INVALID input.kind NOT_ALLOWED',
    ],
    [
      'merging into itself',
      async () => {
        const id = await office.log()
        return office.do(mergeObstacle, 'secretary', { id, intoId: id })
      },
      'INVALID input.intoId SAME',
    ],
    ['merging into nothing', () => step(mergeObstacle, '', { intoId: 999 }), 'INVALID input.intoId UNKNOWN'],
    [
      'merging into what is rejected',
      async () => {
        const intoId = await office.log()
        await steps.reject(intoId)
        return step(mergeObstacle, '', { intoId })
      },
      'INVALID input.intoId NOT_ALLOWED',
    ],
    [
      'what is not there',
      () => office.do(commentObstacle, 'secretary', { id: 999, text: 'سلام' }),
      'NOT_FOUND',
    ],
  ])('%s', async (_, work, refusal) => {
    expect(await refusalOf(work())).toBe(refusal)
    // Nothing is left of it.
    const kinds = (await office.db.selectFrom('event').select('kind').execute()).map(({ kind }) => kind)
    expect(kinds.filter((kind) => !['LOGGED', 'ASSIGNED', 'RESOLVED', 'REJECTED'].includes(kind))).toEqual([])
  })

  async function step<Input extends { id: number }>(
    command: (
      store: Office['store'],
      actor: Office['people']['ict'],
      input: Input,
      now: number,
    ) => Promise<number>,
    path: string,
    input: Omit<Input, 'id'>,
    who: Who = 'secretary',
  ): Promise<number> {
    const id = await office.log()
    await take(path, id)
    return office.do(command, who, { id, ...input } as Input)
  }

  test('waiting for the 30th working day is the furthest', async () => {
    const id = await office.log()
    await take('assign', id)
    // 30 working days from 04-20: 05-13, 05-21 and 05-30 are among the holidays.
    await office.do(waitObstacle, 'secretary', { id, ...wait, until: '1405-06-02' })
    expect(await office.status(id)).toBe('WAITING')
  })
})

describe('the version', () => {
  it.each<[path: string, rises: boolean]>([
    ['edit', true],
    ['assign', true],
    ['join', true],
    ['reject', true],
    ['comment', false],
  ])('%s: %s', async (path, rises) => {
    const id = await logged()
    const before = await office.version(id)
    await take(path, id)
    expect(await office.version(id)).toBe(rises ? before + 1 : before)
  })
  test('a warning does not make an edit stale, a breach does', async () => {
    const id = await office.log()
    const logged = await office.version(id)
    await office.live('04-21 14:00')
    expect((await office.story(id)).filter((line) => line.startsWith('WARNED'))).toHaveLength(2)
    expect(await office.version(id)).toBe(logged)
    await office.live('04-21 14:30')
    expect(await office.version(id)).toBe(logged + 1)
  })
  test('a stale one is refused with the present one, and nothing is done', async () => {
    const id = await office.log()
    await steps.edit(id)
    const stale = office.do(editObstacle, 'secretary', { id, expectedVersion: 1, title: 'کهنه' })
    await expect(stale).rejects.toMatchObject({ code: 'CONFLICT', details: { currentVersion: 2 } })
    await office.do(editObstacle, 'secretary', { id, expectedVersion: 2, title: 'تازه' })
    expect((await office.record(id)).obstacle.title).toBe('تازه')
  })
  test('of two with the same expectation one goes through', async () => {
    const id = await office.log()
    const answers = await Promise.all(
      ['یکمین عنوان', 'دومین عنوان'].map((title) =>
        answerOf(office.do(editObstacle, 'secretary', { id, expectedVersion: 1, title })),
      ),
    )
    expect(answers).toEqual(['done', 'CONFLICT'])
  })
})

describe('what an event tells', () => {
  test('of an edit: field by field, before and after', async () => {
    const id = await office.log()
    await office.do(editObstacle, 'secretary', {
      id,
      title: 'عنوان تازه',
      severity: 'LOW',
      affectedAgencyCodes: ['sabt'],
    })
    const { changes_json, actor_id } = (await office.events(id)).find(({ kind }) => kind === 'EDITED') ?? {}
    expect(actor_id).toBe(office.people.secretary.id)
    expect(JSON.parse(changes_json ?? '')).toEqual([
      { field: 'title', before: 'نبود وب‌سرویس استعلام', after: 'عنوان تازه' },
      { field: 'severity', before: 'HIGH', after: 'LOW' },
      { field: 'affectedAgencyCodes', before: '', after: 'sabt' },
    ])
  })
  test('of an assignment: status and owner', async () => {
    const id = await office.log()
    await take('assign', id)
    expect(JSON.parse((await office.events(id)).at(-1)?.changes_json ?? '')).toEqual([
      { field: 'status', before: 'LOGGED', after: 'ASSIGNED' },
      { field: 'owner', before: null, after: 'ict' },
    ])
  })
})

test('texts are stored as they are written in Persian', async () => {
  const id = await office.log({ title: '  كارگروه ي  ' })
  expect((await office.record(id)).obstacle.title).toBe('کارگروه ی')
})

test('merging hands the agencies over', async () => {
  const main = await office.log()
  const id = await office.log({ agencyCode: 'sabt', affectedAgencyCodes: ['ict', 'maliat'] }, 'secretary')
  await office.do(mergeObstacle, 'secretary', { id, intoId: main })
  expect((await office.record(main)).affectedAgencyCodes).toEqual(['maliat', 'sabt'])
  expect((await office.record(id)).obstacle.merged_into_id).toBe(main)
  const number = (await office.record(id)).obstacle.number
  expect((await office.events(main)).map(({ kind }) => kind)).toEqual(['LOGGED', 'JOINED'])
  const joined = (await office.events(main)).at(-1)
  expect(joined?.comment).toBeNull()
  expect(JSON.parse(joined?.changes_json ?? '')).toEqual([
    { field: 'mergedFrom', before: null, after: `OB-${number}` },
    { field: 'affectedAgencyCodes', before: null, after: 'sabt' },
    { field: 'affectedAgencyCodes', before: null, after: 'maliat' },
  ])
})

describe('a new owner', () => {
  test('has to answer anew; the old clock is cancelled', async () => {
    const id = await office.inProgress()
    office.at('04-21 09:00')
    await steps.assign(id, 'secretary', 'colleague')
    expect(await office.status(id)).toBe('ASSIGNED')
    expect(await office.clockText(id, 'ACKNOWLEDGE')).toBe('RUNNING 04-23 14:30')
    await office.at('04-21 10:00').do(assignObstacle, 'secretary', { id, ownerId: office.people.ict.id })
    const acknowledge = (await office.record(id)).deadlines.filter(({ kind }) => kind === 'ACKNOWLEDGE')
    expect(acknowledge.map(({ state }) => state)).toEqual(['DONE', 'CANCELLED', 'RUNNING'])
    await steps.start(id)
    expect(await office.status(id)).toBe('IN_PROGRESS')
  })
  test('while waiting leaves it waiting', async () => {
    const id = await office.inProgress()
    await take('wait', id)
    await steps.assign(id, 'secretary', 'colleague')
    expect(await office.status(id)).toBe('WAITING')
    await take('resume', id)
    expect(await office.status(id)).toBe('ASSIGNED')
  })
})

describe('extensions', () => {
  beforeEach(() => office.at('04-20 10:15'))
  it.each<[string, until: string, earlier: number, secretary: string, leader: string]>([
    ['five working days', '1405-05-10', 0, 'done', 'done'],
    ['six', '1405-05-11', 0, 'FORBIDDEN', 'done'],
    ['the second', '1405-05-10', 1, 'FORBIDDEN', 'done'],
  ])('%s', async (_, date, earlier, secretary, leader) => {
    for (const [who, answer] of [
      ['secretary', secretary],
      ['leader', leader],
    ] as const) {
      const id = await office.log()
      await take('assign', id)
      for (let n = 0; n < earlier; n++) {
        await steps.extend(id, 'ict', '1405-05-04')
        await steps.decide(id)
      }
      await steps.extend(id, 'ict', date)
      expect(await answerOf(steps.decide(id, who))).toBe(answer)
    }
  })
  test('nobody decides on an own request', async () => {
    const id = await office.log()
    await take('assign', id)
    await steps.extend(id, 'secretary')
    expect(await refusalOf(steps.decide(id, 'secretary'))).toBe('FORBIDDEN')
    await steps.decide(id, 'leader')
  })
  test('a refusal needs a note, moves nothing and lets another request follow', async () => {
    const id = await office.log()
    await take('assign extend', id)
    expect(await refusalOf(steps.decide(id, 'leader', false))).toBe('INVALID input.note REQUIRED')
    await steps.decide(id, 'leader', false, 'دلیل کافی نیست')
    expect(await office.clockText(id)).toBe('RUNNING 05-03 14:30')
    expect((await office.record(id)).extensions[0]).toMatchObject({
      decision: 'DENIED',
      note: 'دلیل کافی نیست',
      reason,
    })
    await take('extend decide', id)
    expect(await office.clockText(id)).toBe('RUNNING 05-07 14:30')
  })
  test('past a milestone: the leader only, whose date takes the place of the cap', async () => {
    const { milestoneId } = await office.do(defineMilestone, 'secretary', {
      name: 'پایان تیر',
      dueDate: '1405-04-31',
    })
    const id = await office.log({ milestoneId })
    await take('assign', id)
    expect(await office.clock(id)).toMatchObject({ capped_by: milestoneId })
    await steps.extend(id, 'ict', '1405-05-03')
    expect(await refusalOf(steps.decide(id, 'secretary'))).toBe('FORBIDDEN')
    await steps.decide(id, 'leader')
    expect(await office.clockText(id)).toBe('RUNNING 05-03 14:30')
    expect(await office.clock(id)).toMatchObject({ capped_by: null })
  })
  test('an extension survives a change of severity that would end earlier, and yields to one that ends later', async () => {
    const id = await office.log()
    await take('assign extend decide', id)
    await office.do(editObstacle, 'secretary', { id, severity: 'CRITICAL' })
    expect(await office.clockText(id)).toBe('RUNNING 05-07 14:30')
    await office.do(editObstacle, 'secretary', { id, severity: 'LOW' })
    expect(await office.clockText(id)).toBe('RUNNING 06-02 14:30')
    expect((await office.clock(id)).original_due_at).toBe(
      (await office.rules()).calendar.closeOn('1405-05-03'),
    )
  })
  it.each(['resolve', 'resolve verify', 'reject', 'merge'])(
    '%s: a request lapses with its clock',
    async (path) => {
      const id = await office.log()
      await take(`assign extend ${path}`, id)
      expect((await office.record(id)).extensions).toMatchObject([{ decision: 'LAPSED', decided_by: null }])
      const told = (await office.events(id)).flatMap(
        ({ changes_json }) => JSON.parse(changes_json) as object[],
      )
      expect(told).toContainEqual({ field: 'decision', before: 'PENDING', after: 'LAPSED' })
      expect(await answerOf(steps.decide(id))).toBe('NOT_ALLOWED_NOW')
    },
  )
  test('a request to answer later lapses with the answer, and lets another request follow', async () => {
    const id = await office.log()
    await take('assign', id)
    await office.do(requestExtension, 'ict', { id, kind: 'ACKNOWLEDGE', until: '1405-05-07', reason })
    await take('acknowledge extend decide', id)
    expect((await office.record(id)).extensions).toMatchObject([
      { decision: 'LAPSED' },
      { decision: 'APPROVED' },
    ])
  })
  test('reopened, another extension can be asked for', async () => {
    const id = await office.log()
    await take('assign extend resolve reopen extend decide', id)
    expect(await office.clockText(id)).toBe('RUNNING 05-07 14:30')
  })
  test.each([
    ['before the first warning', '04-24 09:00', []],
    ['after the last', '05-03 13:00', ['04-30 09:56:15.000', '04-31 14:04:30.000']],
    ['late', '05-04 09:00', ['04-30 09:56:15.000', '04-31 14:04:30.000']],
  ])('granted %s, the new date is warned of where its warnings lie ahead', async (_, granted, earlier) => {
    const id = await office.log()
    await take('assign acknowledge', id)
    await office.live(granted)
    await take('extend decide', id)
    await office.live('05-07 14:00')
    expect((await office.story(id)).filter((line) => line.startsWith('WARNED RESOLVE'))).toEqual(
      [...earlier, '05-04 09:56:15.000', '05-06 11:16:30.000'].map((instant) => `WARNED RESOLVE ${instant}`),
    )
  })
  test('approved on an overdue deadline it withdraws the breach', async () => {
    const id = await office.log()
    await take('assign acknowledge', id)
    await office.live('05-04 09:00')
    expect(await office.clockText(id)).toBe('RUNNING 05-03 14:30 !')
    await take('extend decide', id)
    expect(await office.clockText(id)).toBe('RUNNING 05-07 14:30')
    expect((await office.story(id)).slice(-3)).toEqual([
      'EXTENSION_DECIDED 05-04 09:00',
      'DEADLINE_MOVED RESOLVE EXTENSION 05-04 09:00',
      'BREACH_WITHDRAWN RESOLVE EXTENSION 05-04 09:00',
    ])
    expect((await office.record(id)).obstacle).toMatchObject({ overdue: 0, escalation_level: 0 })
  })
})
