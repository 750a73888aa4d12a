import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { toPersianDigits } from '@goshayesh/shared/digits'
import { acknowledgeObstacle } from '../../server/src/commands/acknowledgeObstacle.ts'
import { assignObstacle } from '../../server/src/commands/assignObstacle.ts'
import { commentObstacle } from '../../server/src/commands/commentObstacle.ts'
import { decideExtension } from '../../server/src/commands/decideExtension.ts'
import { declareClosure } from '../../server/src/commands/declareClosure.ts'
import { defineMilestone } from '../../server/src/commands/defineMilestone.ts'
import { editObstacle } from '../../server/src/commands/editObstacle.ts'
import { enforceDeadlines } from '../../server/src/commands/enforceDeadlines.ts'
import { joinObstacle } from '../../server/src/commands/joinObstacle.ts'
import { logObstacle } from '../../server/src/commands/logObstacle.ts'
import { mergeObstacle } from '../../server/src/commands/mergeObstacle.ts'
import { rejectObstacle } from '../../server/src/commands/rejectObstacle.ts'
import { reopenObstacle } from '../../server/src/commands/reopenObstacle.ts'
import { requestExtension } from '../../server/src/commands/requestExtension.ts'
import { resolveObstacle } from '../../server/src/commands/resolveObstacle.ts'
import { resumeObstacle } from '../../server/src/commands/resumeObstacle.ts'
import { setFollowing } from '../../server/src/commands/setFollowing.ts'
import { verifyObstacle } from '../../server/src/commands/verifyObstacle.ts'
import { waitObstacle } from '../../server/src/commands/waitObstacle.ts'
import { Office, refusalOf, type Who } from '../helpers/office.ts'
import { expectSameCost } from '../helpers/expectSameCost.ts'
import { createWorld, type Someone, type World } from '../helpers/world.ts'

const solution = 'وب‌سرویس راه‌اندازی شد'
const reason = 'نیاز به زمان'
const wait = { on: 'BUDGET', party: 'خزانه', reason: 'تخصیص', until: '1405-04-21' } as const

describe('who is told', () => {
  let office: Office
  let id: number
  let known: number
  beforeEach(async () => {
    office = await Office.open()
    // Reported by the registry office, owned by the official of the ICT directorate.
    id = await office.log(
      { subjectKind: 'SINGLE_WINDOW', agencyCode: null, affectedAgencyCodes: ['gaz'] },
      'sabt',
    )
    await office.do(assignObstacle, 'secretary', { id, ownerId: office.people.ict.id })
    await office.do(acknowledgeObstacle, 'ict', { id })
    known = (await notices()).length
  })
  afterEach(() => office.close())

  const notices = () => office.db.selectFrom('notice').selectAll().orderBy('id').execute()
  /** 'ict ASSIGNED', since the beginning of the test. */
  const told = async () => {
    const names = new Map(Object.entries(office.people).map(([name, { id }]) => [id, name]))
    const all = (await notices()).slice(known)
    return all.map(({ user_id, kind }) => `${names.get(user_id) ?? user_id} ${kind}`).sort()
  }
  /** With the same owner, and the registry office a stranger to it. */
  const logForSecretariat = async () => {
    id = await office.log({ subjectKind: 'SINGLE_WINDOW', agencyCode: null }, 'secretary')
    await office.do(assignObstacle, 'secretary', { id, ownerId: office.people.ict.id })
    known = (await notices()).length
  }
  const extend = (who: Who) =>
    office.do(requestExtension, who, { id, kind: 'RESOLVE' as const, until: '1405-06-20', reason })
  const decide = async (who: Who, approve: boolean) => {
    const { extensions } = await office.record(id)
    return office.do(decideExtension, who, { extensionId: extensions.at(-1)?.id ?? 0, approve, note: reason })
  }

  it.each<[string, () => Promise<unknown>, string[]]>([
    [
      'of a new owner',
      () => office.do(assignObstacle, 'leader', { id, ownerId: office.people.colleague.id }),
      ['colleague ASSIGNED'],
    ],
    [
      'a secretary who takes it on hears nothing of the own act',
      () => office.do(assignObstacle, 'secretary', { id, ownerId: office.people.secretary.id }),
      [],
    ],
    [
      "of the owner's comment",
      () => office.do(commentObstacle, 'ict', { id, text: 'پیگیری شد' }),
      ['sabt COMMENTED'],
    ],
    [
      "of the secretary's comment that names the owner and herself",
      () => {
        const mentionIds = [office.people.ict.id, office.people.secretary.id, office.people.viewer.id]
        return office.do(commentObstacle, 'secretary', { id, text: 'پیگیری شود', mentionIds })
      },
      ['ict MENTIONED', 'sabt COMMENTED', 'viewer MENTIONED'],
    ],
    [
      'of a solution',
      () => office.do(resolveObstacle, 'ict', { id, solution }),
      ['sabt RESOLVED', 'secretary RESOLVED'],
    ],
    [
      "of a solution declared on the owner's behalf",
      () => office.do(resolveObstacle, 'leader', { id, solution, note: 'تلفنی' }),
      ['ict RESOLVED', 'sabt RESOLVED', 'secretary RESOLVED'],
    ],
    [
      'of its verification',
      async () => {
        await office.do(resolveObstacle, 'ict', { id, solution })
        known = (await notices()).length
        await office.do(verifyObstacle, 'secretary', { id })
      },
      ['ict VERIFIED', 'sabt VERIFIED'],
    ],
    [
      'of its reopening',
      async () => {
        await office.do(resolveObstacle, 'ict', { id, solution })
        known = (await notices()).length
        await office.do(reopenObstacle, 'sabt', { id, reason: 'برطرف نشده است' })
      },
      ['ict REOPENED'],
    ],
    [
      'of a rejection',
      () => office.do(rejectObstacle, 'secretary', { id, reason: 'مانع نیست' }),
      ['ict REJECTED', 'sabt REJECTED'],
    ],
    [
      'of a merger: its own people, and the owner of the other',
      async () => {
        const intoId = await office.log({}, 'secretary')
        await office.do(assignObstacle, 'secretary', { id: intoId, ownerId: office.people.colleague.id })
        known = (await notices()).length
        await office.do(mergeObstacle, 'secretary', { id, intoId })
      },
      ['colleague JOINED', 'ict MERGED', 'sabt MERGED'],
    ],
    [
      'of an agency that joins',
      async () => {
        await logForSecretariat()
        await office.do(joinObstacle, 'sabt', { id })
      },
      ['ict JOINED', 'secretary JOINED'],
    ],
    [
      'whoever follows, of what people do',
      async () => {
        await office.do(setFollowing, 'viewer', { id, following: true })
        // The owner and the reporter hear once, and nobody of an own act.
        for (const who of ['ict', 'secretary'] as const)
          await office.do(setFollowing, who, { id, following: true })
        await office.do(commentObstacle, 'secretary', { id, text: 'پیگیری شود' })
      },
      ['ict COMMENTED', 'sabt COMMENTED', 'viewer COMMENTED'],
    ],
    [
      'whoever does not follow any more: nothing',
      async () => {
        for (const following of [true, true, false])
          await office.do(setFollowing, 'viewer', { id, following })
        await office.do(resolveObstacle, 'ict', { id, solution })
      },
      ['sabt RESOLVED', 'secretary RESOLVED'],
    ],
    [
      'an agency that has joined: its official follows from then on',
      async () => {
        await logForSecretariat()
        await office.do(joinObstacle, 'sabt', { id })
        known = (await notices()).length
        await office.do(commentObstacle, 'secretary', { id, text: 'پیگیری شود' })
      },
      ['ict COMMENTED', 'sabt COMMENTED'],
    ],
    [
      'of a request for an extension',
      () => extend('ict'),
      ['leader EXTENSION_REQUESTED', 'secretary EXTENSION_REQUESTED'],
    ],
    [
      'of the decision on it',
      async () => {
        await extend('secretary')
        known = (await notices()).length
        await decide('leader', true)
      },
      ['ict EXTENSION_DECIDED', 'secretary EXTENSION_DECIDED'],
    ],
    [
      'of a date that moves with an edit',
      () => office.do(editObstacle, 'secretary', { id, severity: 'CRITICAL' as const }),
      ['ict DEADLINES_MOVED'],
    ],
    [
      'of an edit that moves none: nobody',
      () => office.do(editObstacle, 'secretary', { id, title: 'عنوانی دیگر' }),
      [],
    ],
    [
      'of a clock that is paused',
      () => office.do(waitObstacle, 'secretary', { id, ...wait }),
      ['ict WAITING'],
    ],
    [
      'of a clock that is let run on: whoever follows, too',
      async () => {
        await office.do(waitObstacle, 'secretary', { id, ...wait })
        await office.do(setFollowing, 'viewer', { id, following: true })
        known = (await notices()).length
        await office.do(resumeObstacle, 'leader', { id })
      },
      ['ict RESUMED', 'viewer RESUMED'],
    ],
    [
      'of a waiting that ends by itself',
      async () => {
        await office.do(waitObstacle, 'secretary', { id, ...wait })
        known = (await notices()).length
        await office.live('04-21 08:00')
      },
      ['ict RESUMED', 'secretary RESUMED'],
    ],
  ])('%s', async (_, act, expected) => {
    await act()
    expect(await told()).toEqual(expected)
  })

  test('somebody suspended hears nothing', async () => {
    const user = office.db.updateTable('user').set({ suspended_at: 1 })
    await user.where('id', '=', office.people.ict.id).execute()
    await office.do(commentObstacle, 'secretary', { id, text: 'پیگیری شود' })
    expect(await told()).toEqual(['sabt COMMENTED'])
  })

  describe('of what only an owner can do, and the owner can not any more', () => {
    const retire = (given: object) =>
      office.db.updateTable('user').set(given).where('id', '=', office.people.ict.id).execute()
    const ofClock = async () => (await told()).filter((row) => !row.endsWith('ESCALATED'))

    it.each<[string, () => Promise<unknown>]>([
      ['suspended', () => retire({ suspended_at: 1 })],
      ['a viewer now', () => retire({ role: 'VIEWER', agency_code: null })],
    ])('%s: the secretariat hears of warnings, the breach and dates that move', async (_, leave) => {
      await leave()
      await office.live('05-10 10:00')
      const warned = (await office.rules()).policy.warnAtPercent.map(() => 'secretary WARNED')
      expect(await ofClock()).toEqual(['secretary BREACHED', ...warned])
      known = (await notices()).length
      await office.do(editObstacle, 'leader', { id, severity: 'LOW' as const })
      expect(await ofClock()).toEqual(['secretary DEADLINES_MOVED'])
    })

    test('nobody owns it: the secretariat, too', async () => {
      const unowned = await office.log({}, 'leader')
      await office.live('05-10 10:00')
      const all = (await notices()).filter((row) => row.obstacle_id === unowned && row.kind === 'BREACHED')
      expect(new Set(all.map(({ user_id }) => user_id))).toEqual(new Set([office.people.secretary.id]))
    })
  })

  test('what was owed before a step concerns the owner of then', async () => {
    office.at('06-20 10:00')
    await office.do(assignObstacle, 'secretary', { id, ownerId: office.people.colleague.id })
    const rows = await told()
    expect(rows).toContain('ict BREACHED')
    expect(rows.filter((row) => row.startsWith('colleague') && !row.endsWith('ESCALATED'))).toEqual([
      'colleague ASSIGNED',
    ])
  })

  test('the ladder is climbed in public: each rung tells its party and the owner', async () => {
    await office.live('06-20 10:00')
    const { ladder } = (await office.rules()).policy
    const heard = await told()
    expect(heard.filter((row) => row === 'ict BREACHED')).toHaveLength(1)
    expect(heard.filter((row) => row === 'ict ESCALATED')).toHaveLength(ladder.length)
    expect(heard).toContain('leader ESCALATED')
    expect(heard).toContain('colleague ESCALATED')
    const warned = (await office.rules()).policy.warnAtPercent.length
    expect(heard.filter((row) => row === 'ict WARNED')).toHaveLength(warned)
  })

  test('what the enforcer tells is told once, however often it runs', async () => {
    office.at('06-20 10:00')
    await office.enforce(1)
    const before = await notices()
    await Promise.all([office.enforce(), office.enforce()])
    expect(await notices()).toEqual(before)
    const keys = before.map(({ event_id, user_id }) => `${event_id} ${user_id}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('a closure tells each owner once of all that moved', async () => {
    await office.inProgress()
    await office.inProgress()
    await office.log()
    known = (await notices()).length
    await office.do(declareClosure, 'secretary', { from: '1405-04-21', to: '1405-04-21', name: 'گرما' })
    expect(await told()).toEqual(['ict DEADLINES_MOVED'])
    const notice = (await notices()).at(-1)
    expect(notice).toMatchObject({ count: 3, obstacle_id: null, event_id: null, reason: 'CALENDAR' })
  })
  test('a milestone too', async () => {
    const input = { name: 'پایان تیر', dueDate: '1405-04-22', subjectKind: 'SINGLE_WINDOW' as const }
    await office.do(defineMilestone, 'secretary', input)
    expect(await told()).toEqual(['ict DEADLINES_MOVED'])
  })
  test('nobody is told of a step that was refused', async () => {
    await refusalOf(office.do(commentObstacle, 'secretary', { id, text: 'بله', mentionIds: [999] }))
    expect(await told()).toEqual([])
  })
})

describe('the inbox', () => {
  let world: World
  beforeAll(async () => {
    world = await createWorld()
  })
  afterAll(() => world.close())

  interface Inbox {
    inbox: {
      totalCount: number
      pageInfo: { hasNextPage: boolean; endCursor: string }
      edges: { node: NoticeNode }[]
    }
    unreadCount: number
  }
  interface NoticeNode {
    id: string
    kind: string
    text: string
    readAt: string | null
    count: number
    obstacle: { id: string } | null
    actor: { name: string } | null
    event: { kind: string; mentions: { name: string }[] } | null
  }
  const document = `query ($first: Int, $after: String, $unreadOnly: Boolean) {
    unreadCount
    inbox(first: $first, after: $after, unreadOnly: $unreadOnly) {
      totalCount pageInfo { hasNextPage endCursor }
      edges { node { id kind text readAt count obstacle { id } actor { name } event { kind mentions { name } } } }
    }
  }`
  const read = (who: Someone, variables = {}, language: 'fa' | 'en' = 'fa') =>
    world.ask<Inbox>(who, document, variables, language)
  const mark = (who: Someone, variables: object) =>
    world.execute(who, 'mutation ($ids: [ID!], $all: Boolean) { markNoticesRead(ids: $ids, all: $all) }', {
      ...variables,
    })
  const logged = (given = {}) => {
    const draft = { title: 'کندی سامانه', category: 'SOFTWARE' as const, severity: 'HIGH' as const }
    const input = { ...draft, subjectKind: 'AGENCY' as const, agencyCode: 'gaz', ...given }
    return logObstacle(world.store, world.actor('secretary'), input, world.clock.now)
  }
  const assigned = async (who: 'official' | 'neighbour' = 'official', given = {}) => {
    const id = await logged(given)
    const input = { id, ownerId: world.actor(who).id }
    await assignObstacle(world.store, world.actor('secretary'), input, world.clock.now)
    return id
  }
  const comment = (id: number, text = 'پیگیری', mentionIds: number[] = []) =>
    commentObstacle(world.store, world.actor('secretary'), { id, text, mentionIds }, world.clock.now)

  test('is read newest first, page by page, and marked', async () => {
    for (let n = 0; n < 5; n++) await assigned()
    const { inbox, unreadCount } = await read('official', { first: 2 })
    expect([inbox.totalCount, unreadCount, inbox.pageInfo.hasNextPage]).toEqual([5, 5, true])
    const rest = await read('official', { first: 100, after: inbox.pageInfo.endCursor })
    const ids = [...inbox.edges, ...rest.inbox.edges].map(({ node }) => Number(node.id))
    expect(ids).toEqual(ids.toSorted((a, b) => b - a))
    expect(new Set(ids).size).toBe(5)
    expect(rest.inbox.pageInfo.hasNextPage).toBe(false)

    expect((await mark('official', { ids: ids.slice(0, 2) })).data).toEqual({ markNoticesRead: 2 })
    expect((await mark('official', { ids: ids.slice(0, 3) })).data).toEqual({ markNoticesRead: 1 })
    const unread = await read('official', { unreadOnly: true })
    expect([unread.inbox.totalCount, unread.unreadCount, unread.inbox.edges.length]).toEqual([2, 2, 2])
    expect((await mark('official', { all: true })).data).toEqual({ markNoticesRead: 2 })
    expect((await read('official')).unreadCount).toBe(0)
    expect((await read('official')).inbox.edges.every(({ node }) => node.readAt !== null)).toBe(true)
  })

  test.each<[string, object, string]>([
    ['nothing said', {}, 'ids REQUIRED'],
    ['both said', { ids: ['1'], all: true }, 'ids NOT_ALLOWED'],
    ['an id that is none', { ids: ['x'] }, 'ids.0 UNKNOWN'],
    ['an id of nothing', { ids: ['9999'] }, 'ids.0 UNKNOWN'],
    ['too many', { ids: Array.from({ length: 101 }, () => '1') }, 'ids TOO_MANY'],
  ])('marking, %s: refused', async (_, variables, expected) => {
    const { errors } = await mark('official', variables)
    expect(firstProblem(errors)).toBe(expected)
  })

  test("nobody marks another's", async () => {
    await assigned()
    const { inbox } = await read('official')
    const { errors } = await mark('secretary', { ids: [inbox.edges[0]?.node.id] })
    expect(firstProblem(errors)).toBe('ids.0 UNKNOWN')
    expect((await read('official')).unreadCount).toBe(1)
    await mark('official', { all: true })
  })

  test.each<[Record<string, unknown>, string]>([
    [{ first: 0 }, 'first TOO_SMALL'],
    [{ first: 101 }, 'first TOO_LARGE'],
    [{ after: 'x' }, 'after BAD_VALUE'],
    [{ after: 'a'.repeat(200) }, 'after BAD_VALUE'],
    [{ after: Buffer.from('event:1').toString('base64url') }, 'after BAD_VALUE'],
    [{ after: '\u0000' }, 'after BAD_CHARACTER'],
  ])('%j: %s', async (variables, expected) => {
    expect(firstProblem((await world.execute('official', document, variables)).errors)).toBe(expected)
  })

  test('costs as many statements for many as for few', async () => {
    for (let n = 0; n < 12; n++) {
      const id = await assigned('official', { affectedAgencyCodes: n % 2 ? ['ict'] : [] })
      await comment(id, 'پیگیری', [world.actor('official').id, world.actor('leader').id])
    }
    // What follows the commits unasked is over then.
    await read('official')
    const counted: string[][] = []
    for (const first of [3, 24]) {
      world.statements.length = 0
      expect((await read('official', { first })).inbox.edges).toHaveLength(first)
      counted.push([...world.statements])
    }
    expectSameCost(counted[1] ?? [], counted[0] ?? [])
  })

  test('of an obstacle that one no longer sees, nothing is told', async () => {
    const id = await assigned('neighbour')
    const [before] = (await read('neighbour')).inbox.edges
    expect(before?.node).toMatchObject({
      kind: 'ASSIGNED',
      obstacle: { id: String(id) },
      actor: { name: 'secretary' },
    })
    const input = { id, ownerId: world.actor('official').id }
    await assignObstacle(world.store, world.actor('secretary'), input, world.clock.now)
    const [after] = (await read('neighbour')).inbox.edges
    expect(after?.node).toMatchObject({
      obstacle: null,
      event: null,
      actor: null,
      text: 'این خبر درباره مانعی است که دیگر به آن دسترسی ندارید.',
    })
  })

  test('says it in a sentence, in either language', async () => {
    const id = await assigned()
    const number = (
      await world.db.selectFrom('obstacle').select('number').where('id', '=', id).executeTakeFirstOrThrow()
    ).number
    await comment(id, 'پیگیری', [world.actor('official').id])
    const closure = { from: '1405-04-22', to: '1405-04-22', name: 'گرما' }
    await declareClosure(world.store, world.actor('secretary'), closure, world.clock.now)
    const fa = (await read('official', { first: 3 })).inbox.edges.map(({ node }) => node.text)
    const en = (await read('official', { first: 3 }, 'en')).inbox.edges.map(({ node }) => node.text)
    const persian = String(number).replaceAll(/\d/g, (digit) => String.fromCharCode(0x6f0 + Number(digit)))
    expect(fa[0]).toMatch(/^با تغییر تقویم کاری، [۰-۹]+ مهلت از موانع شما جابه‌جا شد\.$/)
    expect(fa.slice(1)).toEqual([
      `secretary در دیدگاه خود برای مانع م-${persian} از شما نام برد.`,
      `secretary مانع م-${persian} را به شما ارجاع داد.`,
    ])
    expect(en[0]).toMatch(/^\d+ deadlines of your obstacles moved with a change of the calendar\.$/)
    expect(en.slice(1)).toEqual([
      `secretary named you in a comment on OB-${number}.`,
      `secretary assigned OB-${number} to you.`,
    ])
  })

  test('of a merger into it, it says what was merged, not that an agency came', async () => {
    const main = await assigned()
    const id = await logged()
    await mergeObstacle(world.store, world.actor('secretary'), { id, intoId: main }, world.clock.now)
    const rows = await world.db.selectFrom('obstacle').select(['id', 'number']).execute()
    const numberOf = (one: number) => String(rows.find((row) => row.id === one)?.number)
    const persian = (one: number) => toPersianDigits(numberOf(one))
    const textsOf = async (language?: 'en') =>
      (await read('official', { first: 5 }, language)).inbox.edges.map(({ node }) => node.text)
    expect(await textsOf()).toContain(
      `secretary مانع م-${persian(id)} را تکراری مانع م-${persian(main)} شناخت.`,
    )
    expect(await textsOf('en')).toContain(`secretary merged OB-${numberOf(id)} into OB-${numberOf(main)}.`)
  })

  test('a comment keeps whom it names', async () => {
    const id = await assigned()
    await comment(id, 'پیگیری', [
      world.actor('official').id,
      world.actor('leader').id,
      world.actor('official').id,
    ])
    const [first] = (await read('official')).inbox.edges
    expect(first?.node.event).toEqual({
      kind: 'COMMENTED',
      mentions: [{ name: 'official' }, { name: 'leader' }],
    })
  })

  describe('mentions', () => {
    const mention = async (mentionIds: unknown, subject = {}) => {
      const input = { id: String(await logged(subject)), text: 'پیگیری', mentionIds }
      const source = 'mutation ($input: CommentInput!) { commentObstacle(input: $input) { obstacle { id } } }'
      return firstProblem((await world.execute('secretary', source, { input })).errors)
    }
    test.each<[string, () => unknown, object, string]>([
      ['of one who sees it', () => [String(world.actor('official').id)], {}, ''],
      ['of nobody', () => [], {}, ''],
      ['null', () => null, {}, ''],
      [
        'of one who does not',
        () => [String(world.actor('neighbour').id)],
        {},
        'input.mentionIds.0 NOT_ALLOWED',
      ],
      [
        'of the same, in the single window',
        () => [String(world.actor('neighbour').id)],
        { subjectKind: 'SINGLE_WINDOW', agencyCode: null },
        '',
      ],
      [
        'of another province',
        () => [String(world.actor('official').id), String(world.actor('stranger').id)],
        {},
        'input.mentionIds.1 UNKNOWN',
      ],
      ['of what is no id', () => ['x'], {}, 'input.mentionIds.0 UNKNOWN'],
      ['of an empty id', () => [''], {}, 'input.mentionIds.0 UNKNOWN'],
      ['of twenty-one', () => Array.from({ length: 21 }, () => '1'), {}, 'input.mentionIds TOO_MANY'],
      ['of null', () => [null], {}, 'input.mentionIds.0 REQUIRED'],
      ['of an object', () => [{}], {}, 'input.mentionIds.0 BAD_VALUE'],
    ])('%s', async (_, ids, subject, expected) => {
      expect(await mention(ids(), subject)).toBe(expected)
    })
  })

  test('of a clock, it says who stopped it and that it runs on, and whom an escalation reached', async () => {
    const id = await assigned()
    await waitObstacle(world.store, world.actor('secretary'), { id, ...wait }, world.clock.now)
    await resumeObstacle(world.store, world.actor('leader'), { id }, world.clock.now)
    world.clock.now += 7 * 24 * 60 * 60_000
    while ((await enforceDeadlines(world.store, world.clock.now, 50)) > 0);
    const { number } = await world.db
      .selectFrom('obstacle')
      .select('number')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const persian = toPersianDigits(String(number))
    const textsOf = async (language?: 'en') =>
      (await read('official', { first: 100 }, language)).inbox.edges.map(({ node }) => node.text)
    expect(await textsOf()).toEqual(
      expect.arrayContaining([
        `secretary مهلت رفع مانع م-${persian} را در انتظار «خزانه» متوقف کرد.`,
        `leader مهلت رفع مانع م-${persian} را از سر گرفت.`,
        `پیگیری مانع م-${persian} به «مدیر میانی دستگاه» رسید.`,
      ]),
    )
    expect(await textsOf('en')).toEqual(
      expect.arrayContaining([
        `secretary paused the deadline to resolve of OB-${number}: it waits for “خزانه”.`,
        `leader let the deadline to resolve of OB-${number} run again.`,
        `OB-${number} was escalated to the manager in the agency.`,
      ]),
    )
  })

  describe('noticed', () => {
    const source = 'subscription { noticed { kind text obstacle { id } } }'
    test('comes when something concerns one, and only then', async () => {
      const subscription = await world.subscribe('official', source)
      const next = subscription.next()
      await logged()
      const other = await assigned('neighbour')
      const id = await assigned()
      expect((await firstOf([other, id], next, subscription)).data).toMatchObject({
        noticed: { kind: 'ASSIGNED', obstacle: { id: String(id) } },
      })
      await subscription.end()
    })
    test('several of one commit come one after the other', async () => {
      const subscription = await world.subscribe('official', source)
      const next = subscription.next()
      const id = await assigned()
      await comment(id)
      expect((await firstOf([id], next, subscription)).data).toMatchObject({ noticed: { kind: 'ASSIGNED' } })
      expect((await subscription.next()).data).toMatchObject({ noticed: { kind: 'COMMENTED' } })
      await subscription.end()
    })
    test('ends at once when asked to', async () => {
      const subscription = await world.subscribe('official', source)
      const next = subscription.next()
      await subscription.end()
      await expect(next).rejects.toThrow('ended')
    })
    test('nobody: UNAUTHENTICATED', async () => {
      const { refused } = await world.subscribe('nobody', source)
      expect(refused.map(({ extensions }) => extensions?.code)).toEqual(['UNAUTHENTICATED'])
    })
    test('who is signed out meanwhile hears that, and no more', async () => {
      const subscription = await world.subscribe('official', source)
      const next = subscription.next()
      world.signOut('official')
      await assigned()
      expect((await next).errors.map(({ extensions }) => extensions?.code)).toEqual(['UNAUTHENTICATED'])
      await expect(subscription.next()).rejects.toThrow('ended')
    })
  })
})

function firstProblem(errors: readonly { extensions?: Record<string, unknown> }[]): string {
  const fields = errors[0]?.extensions?.fields as { path: string; rule: string }[] | undefined
  const [problem] = fields ?? []
  return problem ? `${problem.path} ${problem.rule}` : errors.length === 0 ? '' : JSON.stringify(errors[0])
}

type Heard = Awaited<ReturnType<Awaited<ReturnType<World['subscribe']>>['next']>>

/** What is heard first of these obstacles: PostgreSQL may tell only now what happened to others before. */
async function firstOf(
  ids: number[],
  next: Promise<Heard>,
  subscription: { next: () => Promise<Heard> },
): Promise<Heard> {
  const heard = await next
  const { id } = (heard.data as { noticed: { obstacle: { id: string } } }).noticed.obstacle
  return ids.includes(Number(id)) ? heard : firstOf(ids, subscription.next(), subscription)
}
