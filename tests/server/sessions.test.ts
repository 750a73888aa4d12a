import { afterEach, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { deviceOf } from '../../server/src/commands/deviceOf.ts'
import { hashPassword } from '../../server/src/commands/provePassword.ts'
import { seatOf, tokenHash } from '../../server/src/queries/viewerOf.ts'
import { DAY } from '../helpers/calendars.ts'
import { HandClock } from '../helpers/HandClock.ts'
import { openSocket } from '../helpers/openSocket.ts'
import { serveWorld, type Served } from '../helpers/serveWorld.ts'
import { createWorld, type World } from '../helpers/world.ts'

/* Where somebody is signed in: how long that lasts, and what they see and end of it themselves. */

const HOUR = 3_600_000
const password = 'باران در کوچه‌باغ'
let hash: string
let world: World
let served: Served
let clock: HandClock
beforeAll(async () => {
  hash = await hashPassword(password)
})
beforeEach(async () => {
  world = await createWorld()
  await world.db.updateTable('user').set({ password_hash: hash }).execute()
  clock = new HandClock(world.clock.now)
  served = await serveWorld(world, { clock })
})
afterEach(async () => {
  await served.close()
  await world.close()
})

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:148.0) Gecko/20100101 Firefox/148.0'
const phone =
  'Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Mobile Safari/537.36'

/** Answers with the cookie of a new session. */
async function signIn(who: string, userAgent: string): Promise<string> {
  const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { id } } }'
  const input = { email: `${who}@example.org`, password }
  const response = await post('', query, { input }, userAgent)
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}

function post(cookie: string, query: string, variables = {}, userAgent = 'a program'): Promise<Response> {
  const headers = { 'content-type': 'application/json', 'user-agent': userAgent, cookie }
  return fetch(`${served.url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables }),
  })
}

type Told = { id: string; device: string | null; current: boolean; lastUsedAt: string; expiresAt: string }

async function sessionsOf(cookie: string): Promise<Told[]> {
  const answer = await post(cookie, '{ sessions { id device current lastUsedAt expiresAt } }')
  const { data } = (await answer.json()) as { data: { sessions: Told[] } | null }
  return data?.sessions ?? []
}

async function outcome(cookie: string, query: string, variables = {}): Promise<string> {
  const answer = await post(cookie, query, variables)
  const { errors } = (await answer.json()) as { errors?: { extensions: { code: string } }[] }
  return errors?.[0]?.extensions.code ?? 'ok'
}

const end = 'mutation ($id: ID!) { endSession(id: $id) }'
const shown = (sessions: Told[]) =>
  sessions.map(({ device, current }) => `${device}${current ? ', this' : ''}`)
const instant = (time: number) => new Date(time).toISOString()

test('everybody sees the own, and in each which one it is', async () => {
  const [desk, mobile] = [await signIn('official', firefox), await signIn('official', phone)]
  await signIn('secretary', firefox)
  // Twice, as answers are kept.
  for (const _ of [1, 2]) {
    expect(shown(await sessionsOf(desk)).sort()).toEqual(['Chrome, Android', 'Firefox, Windows, this'])
    expect(shown(await sessionsOf(mobile)).sort()).toEqual(['Chrome, Android, this', 'Firefox, Windows'])
  }
  expect(await sessionsOf('')).toEqual([])
})
test('those who come in together are looked up by one statement, and each is who he or she is', async () => {
  const cookies = [
    await signIn('official', firefox),
    await signIn('secretary', firefox),
    await signIn('official', phone),
    await signIn('leader', phone),
  ]
  const [official, secretary, other, ended] = cookies.map((cookie) => cookie.split('=')[1] ?? '')
  await world.db
    .deleteFrom('session')
    .where('token_hash', '=', tokenHash(ended ?? ''))
    .execute()
  world.statements.length = 0
  const tokens = [official, secretary, ended, other, official, 'none']
  const seats = await Promise.all(tokens.map((token) => seatOf(world.db, token ?? '', clock.now())))
  const { id: officialId } = world.actor('official')
  const { id: secretaryId } = world.actor('secretary')
  expect(seats.map((seat) => seat?.viewer.id)).toEqual([
    officialId,
    secretaryId,
    undefined,
    officialId,
    officialId,
    undefined,
  ])
  expect(world.statements).toHaveLength(1)
})
test('one is ended from another, a socket of it, too', async () => {
  const [desk, mobile] = [await signIn('official', firefox), await signIn('official', phone)]
  const socket = openSocket(served.url, mobile)
  const closed = new Promise<number>((resolve) =>
    socket.addEventListener('close', ({ code }) => resolve(code)),
  )
  socket.addEventListener('open', () => socket.send(JSON.stringify({ type: 'connection_init' })))
  await new Promise((resolve) => socket.addEventListener('message', resolve))
  const other = (await sessionsOf(desk)).find(({ current }) => !current)
  expect(await outcome(desk, end, { id: other?.id })).toBe('ok')
  expect(shown(await sessionsOf(desk))).toEqual(['Firefox, Windows, this'])
  expect(await sessionsOf(mobile)).toEqual([])
  expect(await closed).toBe(4403)
})
test('nobody ends another one’s', async () => {
  const [official, secretary] = [await signIn('official', firefox), await signIn('secretary', firefox)]
  const [session] = await sessionsOf(official)
  expect(await outcome(secretary, end, { id: session?.id })).toBe('NOT_FOUND')
  expect(await outcome('', end, { id: session?.id })).toBe('UNAUTHENTICATED')
  expect(shown(await sessionsOf(official))).toEqual(['Firefox, Windows, this'])
})
test('all but the present one are ended at once', async () => {
  const [desk, mobile] = [await signIn('official', firefox), await signIn('official', phone)]
  const secretary = await signIn('secretary', firefox)
  expect(await outcome(desk, 'mutation { endOtherSessions }')).toBe('ok')
  expect(shown(await sessionsOf(desk))).toEqual(['Firefox, Windows, this'])
  expect(await sessionsOf(mobile)).toEqual([])
  expect(await sessionsOf(secretary)).toHaveLength(1)
})
test('does not tell what the cookie holds', async () => {
  const desk = await signIn('official', firefox)
  const told = JSON.stringify(await sessionsOf(desk))
  for (const { token_hash } of await world.db.selectFrom('session').select('token_hash').execute())
    expect(told).not.toContain(token_hash.slice(0, 8))
  expect(told).not.toContain(desk.slice('goshayesh='.length, 'goshayesh='.length + 8))
})

describe('its end', () => {
  const start = () => world.clock.now
  const kept = () => world.db.selectFrom('session').select(['used_at', 'expires_at']).execute()
  /** The session is used, and that was noted. */
  async function use(cookie: string, time: number): Promise<void> {
    clock.set(time)
    expect(await outcome(cookie, '{ viewer { id } }')).toBe('ok')
    await expect.poll(kept).toEqual([expect.objectContaining({ used_at: time })])
  }

  test('is put off by use, to a week after signing in', async () => {
    const cookie = await signIn('official', firefox)
    await use(cookie, start() + 2 * DAY)
    expect(await kept()).toEqual([{ used_at: start() + 2 * DAY, expires_at: start() + 5 * DAY }])
    await use(cookie, start() + 4 * DAY)
    await use(cookie, start() + 6 * DAY)
    clock.set(start() + 7 * DAY - 1)
    expect(await sessionsOf(cookie)).toMatchObject([{ expiresAt: instant(start() + 7 * DAY) }])
    clock.set(start() + 7 * DAY)
    expect(await sessionsOf(cookie)).toEqual([])
  })
  test('comes after three days in which nobody used it', async () => {
    const cookie = await signIn('official', firefox)
    await use(cookie, start() + 2 * HOUR)
    clock.set(start() + 2 * HOUR + 3 * DAY - 1)
    expect(await sessionsOf(cookie)).toHaveLength(1)
    clock.set(start() + 2 * HOUR + 6 * DAY)
    expect(await sessionsOf(cookie)).toEqual([])
  })
  test('comes with that of a temporary password', async () => {
    const ends = start() + DAY
    await world.db.updateTable('user').set({ password_expires_at: ends }).execute()
    const cookie = await signIn('official', firefox)
    await use(cookie, start() + 2 * HOUR)
    expect(await kept()).toEqual([{ used_at: start() + 2 * HOUR, expires_at: ends }])
  })
  test('is written once an hour at most', async () => {
    const cookie = await signIn('official', firefox)
    clock.set(start() + HOUR - 1)
    await sessionsOf(cookie)
    await use(cookie, start() + HOUR)
    clock.set(start() + 2 * HOUR - 1)
    await sessionsOf(cookie)
    expect(await sessionsOf(cookie)).toMatchObject([{ lastUsedAt: instant(start() + HOUR) }])
  })
})

describe('a device', () => {
  it.each([
    [firefox, 'Firefox, Windows'],
    [phone, 'Chrome, Android'],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.4 Safari/605.1.15',
      'Safari, macOS',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/148.0 Mobile/15E148 Safari/604.1',
      'Chrome, iOS',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Safari/537.36 Edg/148.0.0.0',
      'Edge, Windows',
    ],
    [
      'Mozilla/5.0 (Linux; Android 14; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36',
      'Samsung Internet, Android',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:148.0) Gecko/20100101 Firefox/148.0', 'Firefox, Linux'],
    ['curl/8.14.1', null],
    ['', null],
    [undefined, null],
  ])('%s', (userAgent, device) => expect(deviceOf(userAgent)).toBe(device))
})
