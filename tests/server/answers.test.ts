import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { logObstacle } from '../../server/src/commands/logObstacle.ts'
import { setFollowing } from '../../server/src/commands/setFollowing.ts'
import { Answers, type Answer, type Asked } from '../../server/src/graphql/Answers.ts'
import type { Actor } from '../../server/src/records/Actor.ts'
import { openDatabaseAt } from '../helpers/engines.ts'
import { HandClock } from '../helpers/HandClock.ts'
import { serveWorld, type Served } from '../helpers/serveWorld.ts'
import { createWorld, type Someone, type World } from '../helpers/world.ts'

describe('an answer is kept', () => {
  const request = {}
  const secretary: Actor = { id: 1, name: 'secretary', role: 'SECRETARY', agencyCode: null, provinceId: 1 }
  const deputy: Actor = { ...secretary, id: 2, name: 'deputy' }
  const asked: Asked = {
    request,
    language: 'fa',
    accept: '',
    viewer: secretary,
    token: 'token of 1',
    now: 5_000,
    state: '1',
  }
  let answers: Answers
  let made: number
  beforeEach(() => {
    answers = new Answers()
    made = 0
  })

  const answer = (text: string, isGood = true): Answer => ({
    body: Buffer.from(text),
    type: 'application/json',
    operation: 'query board',
    isGood,
  })
  const ask = async (changed: Partial<Asked> = {}, told: (viewer: Actor | null) => string = () => 'all') => {
    const token = `token of ${(changed.viewer ?? secretary).id}`
    const { body } = await answers.get({ ...asked, token, ...changed }, async (viewer) => {
      made++
      return answer(told(viewer))
    })
    return body.toString()
  }

  test('for all with the same rights', async () => {
    expect([await ask(), await ask({ viewer: deputy })]).toEqual(['all', 'all'])
    expect(made).toBe(1)
  })
  test('for one execution of all who ask together', async () => {
    expect(await Promise.all([ask(), ask({ viewer: deputy }), ask()])).toEqual(['all', 'all', 'all'])
    expect(made).toBe(1)
  })
  test('for the person alone whose name or number was looked at, whoever asks first and together', async () => {
    for (const key of ['id', 'name'] as const) {
      const own = (viewer: Actor | null) => String(viewer?.[key])
      const those = [secretary, deputy, secretary, deputy]
      for (const together of [true, false]) {
        answers = new Answers()
        const asking = those.map((viewer) => () => ask({ viewer }, own))
        const told = together
          ? await Promise.all(asking.map((one) => one()))
          : [await asking[0]?.(), await asking[1]?.(), await asking[2]?.(), await asking[3]?.()]
        expect(told).toEqual(those.map((viewer) => String(viewer[key])))
      }
    }
    made = 0
    expect(await ask()).toBe(secretary.name)
    expect(made).toBe(0)
    // What it says of sessions may differ.
    await ask({ token: 'another of the same person' }, (viewer) => String(viewer?.name))
    expect(made).toBe(1)
  })
  it.each<[string, Partial<Asked>]>([
    ['another request', { request: {} }],
    ['another language', { language: 'en' }],
    ['another type', { accept: 'application/graphql-response+json' }],
    ['another role', { viewer: { ...secretary, role: 'LEADER' } }],
    ['another agency', { viewer: { ...secretary, agencyCode: 'gaz' } }],
    ['another province', { viewer: { ...secretary, provinceId: 2 } }],
    ['nobody', { viewer: null }],
    ['another state', { state: '2' }],
    ['a second later', { now: 6_000 }],
    ['a clock that was set back', { now: 4_000 }],
  ])('not for %s', async (_what, changed) => {
    await ask()
    await ask(changed)
    expect(made).toBe(2)
  })
  test('until a second has passed', async () => {
    await ask()
    await ask({ now: 5_999 })
    expect(made).toBe(1)
  })
  test('not where it came too late for its state', async () => {
    let finish = () => {}
    const late = answers.get(asked, async () => {
      await new Promise<void>((resolve) => (finish = resolve))
      return answer('old')
    })
    expect(await ask({ state: '2' }, () => 'new')).toBe('new')
    finish()
    await late
    expect(await ask({ state: '2' })).toBe('new')
  })
  test('not with an error, which is made for each who asks', async () => {
    const fail = async () => {
      made++
      return answer('error', false)
    }
    await Promise.all([answers.get(asked, fail), answers.get(asked, fail)])
    await answers.get(asked, fail)
    expect(made).toBe(3)
    expect(await ask()).toBe('all')
  })
  test('not where it could not be made', async () => {
    await expect(answers.get(asked, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await ask()).toBe('all')
  })
  test('in so many bytes at most', async () => {
    const long = 'x'.repeat(1024 * 1024)
    for (let number = 0; number < 70; number++) await ask({ accept: String(number) }, () => long)
    expect(made).toBe(70)
    await ask({ accept: '69' }, () => long)
    expect(made).toBe(70)
    await ask({ accept: '0' }, () => long)
    expect(made).toBe(71)
  })
})

describe('over HTTP', () => {
  let world: World
  let served: Served
  let clock: HandClock
  beforeEach(async () => {
    world = await createWorld()
    clock = new HandClock(world.clock.now)
    served = await serveWorld(world, { clock })
  })
  afterEach(async () => {
    await served.close()
    await world.close()
  })

  const log = (agencyCode: string, who: Exclude<Someone, 'nobody'> = 'secretary', description = '') =>
    logObstacle(
      world.store,
      world.actor(who),
      {
        title: 'کندی شبکه',
        description,
        subjectKind: 'AGENCY',
        agencyCode,
        category: 'SOFTWARE',
        severity: 'LOW',
      },
      world.clock.now,
    )
  const text = async (who: Someone, query: string, language = 'fa') => {
    const response = await served.post(who, { query }, { 'accept-language': language })
    expect(response.headers.get('cache-control')).toBe('no-store')
    return response.text()
  }

  const documents = {
    board: `{ board { openCount columns { totalCount obstacles { ref title agency { name }
      nextDeadline { dueAt remainingMinutes why { text } } } } } }`,
    actions: '{ board { columns { obstacles { id actions } } } }',
    viewer: '{ viewer { id name role email } }',
    mine: `{ mine: obstacles(filter: { mine: true }) { totalCount } followed: obstacles(filter: { followed: true }) {
      edges { node { ref followed } } } }`,
    inbox: '{ inbox { totalCount edges { node { text } } } }',
    agencies: '{ agencies { code name openCount overdueCount openByCategory { category count } } }',
    people: '{ people { name suspended secondFactor } }',
    summary: '{ overdueSummary(by: AGENCY) { key label openCount } }',
  }
  const people: Someone[] = [
    'administrator',
    'secretary',
    'leader',
    'viewer',
    'official',
    'neighbour',
    'stranger',
  ]
  it.each(Object.entries(documents))(
    '%s: what an execution of the own gives, to everybody',
    async (_what, query) => {
      await log('gaz', 'official')
      const id = await log('ict', 'neighbour')
      await setFollowing(world.store, world.actor('leader'), { id, following: true }, world.clock.now)
      for (const language of ['fa', 'en'] as const) {
        for (const who of [...people, ...people]) {
          const { data } = await world.execute(who, query, {}, language)
          expect(data, who).not.toBeNull()
          expect(await text(who, query, language), `${who} ${language}`).toBe(`${JSON.stringify({ data })}\n`)
        }
      }
    },
  )
  test('nobody gets nothing of what somebody got', async () => {
    expect(await text('secretary', documents.board)).toContain('"data":{"board"')
    expect(await text('nobody', documents.board)).toContain('UNAUTHENTICATED')
    expect(await text('nobody', documents.viewer)).toBe('{"data":{"viewer":null}}\n')
  })
  it.each<[string, string, boolean, boolean]>([
    ['a long answer, as browsers ask', 'gzip, deflate, br', true, true],
    ['a long answer, asked for plain', 'identity', true, false],
    ['a long answer, packed for nobody who refuses it', 'br, gzip;q=0', true, false],
    ['a short answer', 'gzip', false, false],
  ])('%s: packed or not, the same text', async (_what, encoding, isLong, isPacked) => {
    for (const code of isLong ? ['gaz', 'ict'] : [])
      await log(code, 'secretary', 'شبکه کند است. '.repeat(250))
    const query = '{ board { columns { obstacles { title description } } } }'
    const { data } = await world.execute('secretary', query)
    for (let time = 1; time <= 2; time++) {
      const response = await served.post('secretary', { query }, { 'accept-encoding': encoding })
      expect(response.headers.get('content-encoding')).toBe(isPacked ? 'gzip' : null)
      expect(response.headers.get('vary')).toBe(isLong ? 'accept-encoding' : null)
      const body = await response.text()
      expect(body).toBe(`${JSON.stringify({ data })}\n`)
      const sent = Number(response.headers.get('content-length'))
      expect(sent).toBeLessThanOrEqual(Buffer.byteLength(body) / (isPacked ? 10 : 1))
    }
  })
  test('what anybody wrote is in the next answer', async () => {
    const count = async () =>
      (JSON.parse(await text('secretary', documents.board)) as Board).data.board.openCount
    expect(await count()).toBe(0)
    await log('gaz')
    expect(await count()).toBe(1)
    const other = await openDatabaseAt(world.location)
    await other.db
      .updateTable('obstacle')
      .set((eb) => ({ status: 'CLOSED', stamp: eb('stamp', '+', 1) }))
      .execute()
    await other.close()
    expect(await count()).toBe(0)
  })
  test('minutes pass', async () => {
    await log('gaz')
    const first = await text('secretary', documents.board)
    clock.set(clock.time + 999)
    expect(await text('secretary', documents.board)).toBe(first)
    clock.set(clock.time + 10 * 60_000)
    expect(await text('secretary', documents.board)).not.toBe(first)
  })
  test('who was signed out or suspended is refused', async () => {
    await text('leader', documents.board)
    await world.db.updateTable('user').set({ suspended_at: 1 }).where('name', '=', 'leader').execute()
    expect(await text('leader', documents.board)).toContain('UNAUTHENTICATED')
  })
  test('a mutation is done each time', async () => {
    const mutation = `mutation { logObstacle(input: {
      title: "کندی", subjectKind: SINGLE_WINDOW, category: SOFTWARE, severity: HIGH }) { obstacle { id } } }`
    expect(await text('secretary', mutation)).not.toBe(await text('secretary', mutation))
  })
})

interface Board {
  data: { board: { openCount: number } }
}
