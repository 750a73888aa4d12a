import { once } from 'node:events'
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { Refusal } from '@goshayesh/shared/refusal'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { hashPassword } from '../../server/src/commands/provePassword.ts'
import { readTrustedProxies } from '../../server/src/config.ts'
import { addressOf } from '../../server/src/guard/addressOf.ts'
import { Guard } from '../../server/src/guard/Guard.ts'
import { networkOf } from '../../server/src/guard/networkOf.ts'
import { RateLimiter } from '../../server/src/guard/RateLimiter.ts'
import { Turns, type Turn } from '../../server/src/guard/Turns.ts'
import { HandClock } from '../helpers/HandClock.ts'
import { openRaw } from '../helpers/rawSocket.ts'
import { serveWorld, type Served } from '../helpers/serveWorld.ts'
import { createWorld, type World } from '../helpers/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

describe('a rate', () => {
  const limiter = () => new RateLimiter(2, 4)
  const takes = (one: RateLimiter, count: number, now: number, key = 'a') =>
    Array.from({ length: count }, () => one.take(key, now))
  test('lets a burst through, and then as many as the time gives', () => {
    const one = limiter()
    expect(takes(one, 6, 0)).toEqual([0, 0, 0, 0, 1, 1])
    expect(takes(one, 3, 1_000)).toEqual([0, 0, 1])
    expect(takes(one, 6, 60_000)).toEqual([0, 0, 0, 0, 1, 1])
  })
  test('of one is not that of another', () => {
    const one = limiter()
    takes(one, 9, 0)
    expect(one.take('b', 0)).toBe(0)
  })
  test('is neither given nor taken by a clock that is set back', () => {
    const one = limiter()
    takes(one, 4, 10_000)
    expect(takes(one, 1, 0)).toEqual([1])
    expect(takes(one, 2, 1_000)).toEqual([0, 0])
  })
  test('forgets those who have been quiet', () => {
    const one = limiter()
    for (let n = 0; n < 1_000; n++) one.take(`x${n}`, n)
    for (let n = 0; n < 1_000; n++) one.take('y', 10_000 + n * 500)
    expect(one.size).toBe(1)
  })
  test('remembers a bounded number', () => {
    const one = limiter()
    for (let n = 0; n < 60_000; n++) one.take(`x${n}`, 0)
    expect(one.size).toBeLessThanOrEqual(50_001)
  })
})

describe('turns', () => {
  /** How far each of these has come. */
  const states = (turns: Turn[]) =>
    Promise.all(
      turns.map(({ begun }) =>
        Promise.race([
          begun.then((isThere) => (isThere ? 'begun' : 'given up')),
          Promise.resolve().then(() => 'waits'),
        ]),
      ),
    )
  const taken = (turns: Turns, key: string, count: number) =>
    Array.from({ length: count }, () => turns.take(key)).filter((turn) => turn !== null)

  test('so many at a time, then a line, then no more; another one has turns of the own', async () => {
    const turns = new Turns(2, 3)
    const mine = taken(turns, 'a', 9)
    expect(await states(mine)).toEqual(['begun', 'begun', 'waits', 'waits', 'waits'])
    expect(mine.map(({ waited }) => waited)).toEqual([false, false, true, true, true])
    expect(turns.waiting).toBe(3)
    expect(await states(taken(turns, 'b', 1))).toEqual(['begun'])
  })
  test('go to the next in line, and not to who has left it', async () => {
    const turns = new Turns(1, 5)
    const mine = taken(turns, 'a', 4)
    mine[1]?.end()
    mine[0]?.end()
    expect(await states(mine.slice(1))).toEqual(['given up', 'begun', 'waits'])
    expect(turns.waiting).toBe(1)
    mine[2]?.end()
    expect(await states(mine.slice(3))).toEqual(['begun'])
  })
  test('leave nothing behind', () => {
    const turns = new Turns(2, 5)
    const mine = taken(turns, 'a', 7)
    for (const turn of mine.toReversed()) turn.end()
    expect([turns.size, turns.waiting]).toEqual([0, 0])
    expect(taken(turns, 'a', 9)).toHaveLength(7)
  })
})

describe('who asks', () => {
  const proxies = '10.0.0.0/8, 192.0.2.7, ::1, fd00::/8'
  it.each<[from: string, named: string | undefined, address: string]>([
    ['198.51.100.1', undefined, '198.51.100.1'],
    ['198.51.100.1', '203.0.113.5', '198.51.100.1'],
    ['10.1.2.3', undefined, '10.1.2.3'],
    ['10.1.2.3', '203.0.113.5', '203.0.113.5'],
    ['::ffff:10.1.2.3', '203.0.113.5', '203.0.113.5'],
    ['10.1.2.3', 'made up, 203.0.113.5', '203.0.113.5'],
    ['10.1.2.3', '198.51.100.9, 203.0.113.5', '203.0.113.5'],
    ['10.1.2.3', '198.51.100.9, 203.0.113.5, 192.0.2.7', '203.0.113.5'],
    ['10.1.2.3', 'made up', '10.1.2.3'],
    ['fd00::1', '2001:db8::5', '2001:db8::5'],
  ])('%s, which names %s: %s', (remoteAddress, named, address) => {
    const request = { headers: named ? { 'x-forwarded-for': named } : {}, socket: { remoteAddress } }
    expect(
      addressOf(request as Pick<IncomingMessage, 'headers' | 'socket'>, readTrustedProxies(proxies)),
    ).toBe(address)
  })
  it.each<[address: string, network: string]>([
    ['203.0.113.5', '203.0.113.5'],
    ['2001:db8:1:2::5', '2001:db8:1:2::/64'],
    ['2001:DB8:0001:2:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
    ['2001:db8::5', '2001:db8:0:0::/64'],
    ['2001:db8:0:0:1:2:3:4', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['64:ff9b::192.0.2.33', '64:ff9b:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['', ''],
  ])('%s counts as %s', (address, network) => expect(networkOf(address)).toBe(network))
  it.each(['x', '10.0.0.0/33', '10.0.0.0/x', '10.0.0.1 10.0.0.2', '::1/129', ','])(
    'no proxies: "%s"',
    (text) => {
      expect(() => readTrustedProxies(text)).toThrow('TRUSTED_PROXIES')
    },
  )
})

describe('a flood', () => {
  let served: Served
  beforeEach(async () => {
    // No time passes, so no bucket fills again, however slow the machine is.
    served = await serveWorld(world, { requestRate: 5, clock: new HandClock(world.clock.now) })
  })
  afterEach(() => served.close())
  const ask = (who: 'secretary' | 'leader' | 'nobody') =>
    served.post(who, { query: '{ installation { demo } }' })
  const guardOf = (requestRate: number) =>
    new Guard({
      now: () => world.clock.now,
      publicUrl: null,
      trustedProxies: readTrustedProxies(undefined),
      languageOf: () => 'fa',
      tokenOf: () => null,
      requestRate,
      openSchema: false,
    })

  test('is answered with TOO_MANY and when to come again; others are not concerned', async () => {
    const answers = await Promise.all(Array.from({ length: 80 }, () => ask('secretary')))
    const refused = answers.filter(({ status }) => status === 429)
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(50)
    expect(refused.length).toBeGreaterThanOrEqual(15)
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
    expect(await refused[0]?.json()).toEqual({
      errors: [
        {
          message: 'تعداد درخواست‌ها از حد گذشت. کمی بعد دوباره تلاش کنید.',
          extensions: { code: 'TOO_MANY', retryAfterSeconds: 1 },
        },
      ],
    })
    expect((await ask('leader')).status).toBe(200)
  })
  test('is refused before the body is read and without a look into the database', async () => {
    await Promise.all(Array.from({ length: 60 }, () => ask('secretary')))
    world.statements.length = 0
    const socket = await openRaw(served.url)
    const cookie = await served.cookie('secretary')
    socket.write(
      `POST /graphql HTTP/1.1\r\nhost: x\r\ncookie: ${cookie}\r\ncontent-type: application/json\r\ncontent-length: 9000\r\n\r\n{`,
    )
    const [chunk] = (await once(socket, 'data')) as [Buffer]
    socket.destroy()
    expect(String(chunk)).toMatch(/^HTTP\/1\.1 429 /)
    expect(world.statements).toEqual([])
  })
  test('through a proxy is that of whom it speaks for, on one connection too', () => {
    const guard = guardOf(6)
    const socket = { remoteAddress: '127.0.0.1' }
    const from = (named: string) =>
      ({ headers: { 'x-forwarded-for': named }, socket }) as unknown as IncomingMessage
    for (let n = 0; n < 20; n++) guard.countPassword(from('203.0.113.5'))
    expect(() => guard.countPassword(from('203.0.113.5'))).toThrow('TOO_MANY')
    expect(() => guard.countPassword(from('203.0.113.6'))).not.toThrow()
    expect(() => guard.countPassword(from('203.0.113.5'))).toThrow('TOO_MANY')
  })
  test('of passwords is one, from whichever addresses of its network', () => {
    const guard = guardOf(6)
    const from = (remoteAddress: string) => ({ headers: {}, socket: { remoteAddress } }) as IncomingMessage
    const tries = Array.from({ length: 40 }, (_, n) => {
      try {
        guard.countPassword(from(`2001:db8:1:2::${n.toString(16)}`))
        return 'tried'
      } catch (error) {
        return (error as Refusal).code
      }
    })
    expect(tries).toEqual([...Array(20).fill('tried'), ...Array(20).fill('TOO_MANY')])
    expect(() => guard.countPassword(from('2001:db8:1:3::1'))).not.toThrow()
  })
  test('takes turns with others, in a line of a certain length', async () => {
    const guard = guardOf(1_000)
    const request = new IncomingMessage(new Socket())
    const responses: ServerResponse[] = []
    const begin = async (who: 'secretary' | 'leader') => {
      const response = new ServerResponse(request)
      responses.push(response)
      await guard.awaitTurn(world.actor(who), request, response)
      return 'answered' as const
    }
    const told: string[] = []
    const mine = Array.from({ length: 100 }, () =>
      begin('secretary').then(
        (answer) => told.push(answer),
        (error: unknown) => told.push((error as Refusal).code),
      ),
    )
    expect(await begin('leader')).toBe('answered')
    const count = (what: string) => told.filter((one) => one === what).length
    expect([count('answered'), guard.inLine, count('TOO_MANY')]).toEqual([3, 60, 37])
    for (const response of responses) response.emit('close')
    await Promise.all(mine)
    expect([count('answered'), guard.inLine, count('TOO_MANY')]).toEqual([63, 0, 37])
  })
  test('by nobody counts by the address, whatever cookie is made up', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 80 }, (_, n) =>
        fetch(`${served.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', cookie: `goshayesh=made-up-${n}` },
          body: '{"query":"{ installation { demo } }"}',
        }).then(({ status }) => status),
      ),
    )
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(15)
    expect((await ask('leader')).status).toBe(200)
  })
  test('a proxy on this machine tells who asks', async () => {
    const from = (address: string) =>
      served.post('nobody', { query: '{ installation { demo } }' }, { 'x-forwarded-for': address })
    const statuses = await Promise.all(Array.from({ length: 70 }, () => from('192.0.2.1')))
    expect(statuses.some(({ status }) => status === 429)).toBe(true)
    expect((await from('192.0.2.2')).status).toBe(200)
  })
  test('of passwords is bounded for an address, whichever accounts they are tried at', async () => {
    // At 5 requests a second: 16 at once.
    const codes: unknown[] = []
    for (let n = 0; n < 20; n++) {
      const document = `mutation { signIn(input: { email: "x${n}@y.example", password: "p" }) { __typename } }`
      const { errors } = await served.ask('nobody', document)
      codes.push(errors[0]?.extensions?.['code'])
    }
    expect(codes.slice(0, 16)).toEqual(Array(16).fill('UNAUTHENTICATED'))
    expect(codes.at(-1)).toBe('TOO_MANY')
    expect((await ask('leader')).status).toBe(200)
  })
})

describe('what another site can send', () => {
  let served: Served
  beforeAll(async () => {
    served = await serveWorld(world, { publicUrl: new URL('http://goshayesh.example') })
  })
  afterAll(() => served.close())
  const query = { query: '{ unreadCount }' }
  const own = () => new URL(served.url).host

  it.each<[headers: () => Record<string, string>, status: number]>([
    [() => ({}), 200],
    [() => ({ origin: 'http://goshayesh.example' }), 200],
    [() => ({ origin: `http://${own()}` }), 200],
    [() => ({ origin: `http://${own()}`, 'sec-fetch-site': 'same-origin' }), 200],
    [() => ({ 'sec-fetch-site': 'none' }), 200],
    [() => ({ origin: 'https://evil.example' }), 403],
    [() => ({ origin: 'http://goshayesh.example.evil.example' }), 403],
    [() => ({ origin: 'null' }), 403],
    [() => ({ origin: '' }), 403],
    [() => ({ 'sec-fetch-site': 'cross-site' }), 403],
    [() => ({ 'sec-fetch-site': 'same-site' }), 403],
    [() => ({ origin: `http://${own()}`, 'sec-fetch-site': 'cross-site' }), 403],
    [() => ({ 'content-type': 'application/json; charset=utf-8' }), 200],
    [() => ({ 'content-type': 'Application/JSON' }), 200],
    [() => ({ 'content-type': 'text/plain' }), 415],
    [() => ({ 'content-type': 'application/x-www-form-urlencoded' }), 415],
    [() => ({ 'content-type': 'multipart/form-data; boundary=x' }), 415],
    [() => ({ 'content-type': 'message/http' }), 415],
    [() => ({ 'content-type': 'application/jsonx' }), 415],
    [() => ({ 'content-type': 'text/plain; application/json' }), 415],
    [() => ({ 'content-type': '"' }), 415],
  ])('%s %s', async (headers, status) => {
    const response = await served.post('secretary', query, headers())
    const body = (await response.json()) as { errors?: { extensions: { code: string } }[] }
    expect(response.status).toBe(status)
    expect(body.errors?.[0]?.extensions.code).toBe(
      { 200: undefined, 403: 'FORBIDDEN', 415: 'INVALID' }[status],
    )
  })
  it.each(['GET', 'PUT', 'DELETE', 'OPTIONS'])('%s is not served', async (method) => {
    const response = await fetch(`${served.url}/graphql?query={unreadCount}`, {
      method,
      headers: { cookie: await served.cookie('secretary'), 'apollo-require-preflight': '1' },
    })
    expect(response.status).toBe(404)
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('the schema', () => {
  const introspections = [
    '{ __schema { types { name } } }',
    '{ __type(name: "User") { name } }',
    '{ ...a } fragment a on Query { x: __schema { queryType { name } } }',
  ]
  it.each(introspections)('is told to people who are signed in: %s', async (query) => {
    const served = await serveWorld(world, { openSchema: false })
    try {
      expect(
        (await served.ask('nobody', query)).errors.map(({ extensions }) => extensions?.['code']),
      ).toEqual(['UNAUTHENTICATED'])
      expect((await served.ask('viewer', query)).errors).toEqual([])
      const { errors } = await served.ask('nobody', '{ obstacls { id } }')
      expect(JSON.stringify(errors)).not.toContain('Did you mean')
    } finally {
      await served.close()
    }
  })
  test('of the demo is told to everybody', async () => {
    const served = await serveWorld(world)
    expect((await served.ask('nobody', introspections[0] ?? '')).errors).toEqual([])
    await served.close()
  })
})

describe('what an administrator changes', () => {
  const who = `query { viewer { role } people { id } }`
  test('holds from the next request on', async () => {
    const served = await serveWorld(world)
    const { id } = world.actor('neighbour')
    const edit = (changes: string) =>
      world.ask('administrator', `mutation { editUser(input: { id: ${id}, ${changes} }) { user { id } } }`)
    const answer = async () => {
      const { data, errors } = await served.ask('neighbour', who)
      return (data?.['viewer'] as { role: string } | null)?.role ?? errors[0]?.extensions?.['code']
    }
    expect(await answer()).toBe('OFFICIAL')
    await edit('role: VIEWER, agencyCode: null')
    expect(await answer()).toBe('VIEWER')
    await edit('suspended: true')
    expect(await answer()).toBe('UNAUTHENTICATED')
    await edit('suspended: false, role: OFFICIAL, agencyCode: "ict"')
    await served.close()
  })
})

describe('headers', () => {
  const answer = async (publicUrl: URL | null) => {
    const served = await serveWorld(world, { publicUrl })
    try {
      return await served.post('nobody', { query: '{ installation { demo } }' }, { 'sec-fetch-site': 'none' })
    } finally {
      await served.close()
    }
  }
  test('tell a browser to load, run and frame nothing from elsewhere', async () => {
    const { headers } = await answer(null)
    const policy = headers.get('content-security-policy')?.split('; ')
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ]),
    )
    expect(policy?.join()).not.toMatch(/unsafe|https?:|\*/)
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    })
    expect(headers.get('strict-transport-security')).toBeNull()
  })
  test('behind https keep to it', async () => {
    const { headers } = await answer(new URL('https://goshayesh.example'))
    expect(headers.get('strict-transport-security')).toMatch(/max-age=31536000/)
  })
  it.each([
    ['http://goshayesh.example', /^goshayesh=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/],
    [
      'https://goshayesh.example',
      /^__Host-goshayesh=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    ],
  ])('the cookie at %s', async (address, shape) => {
    const password = 'گذرواژه‌ای درست'
    await world.db
      .updateTable('user')
      .set({ password_hash: await hashPassword(password) })
      .where('email', '=', 'viewer@example.org')
      .execute()
    const served = await serveWorld(world, { publicUrl: new URL(address) })
    const response = await served.post('nobody', {
      query: 'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { id } } }',
      variables: { input: { email: 'viewer@example.org', password } },
    })
    await served.close()
    expect(response.headers.getSetCookie()).toEqual([expect.stringMatching(shape)])
  })
})
