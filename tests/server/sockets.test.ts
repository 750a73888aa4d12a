import type { Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { signOut } from '../../server/src/commands/signOut.ts'
import { openSocket } from '../helpers/openSocket.ts'
import { frame, subscribeRaw } from '../helpers/rawSocket.ts'
import { serveWorld, type Served } from '../helpers/serveWorld.ts'
import { createWorld, type Someone, type World } from '../helpers/world.ts'

let world: World
let served: Served
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  served = await serveWorld(world, { requestRate: 10 })
})
afterEach(() => served.close())

const PROTOCOL = 'graphql-transport-ws'
const CHANGES = 'subscription { obstacleChanged { kind obstacle { id } } }'

/** A real socket; its messages and its end are waited for one by one. */
class Line {
  readonly #socket: WebSocket
  readonly #messages: { type: string; payload?: unknown }[] = []
  #wake: () => void = () => {}
  readonly closed: Promise<{ code: number }>

  constructor(url: string, cookie: string, headers: Record<string, string>, protocol = PROTOCOL) {
    this.#socket = openSocket(url, cookie, headers, protocol)
    this.closed = new Promise((resolve) => {
      this.#socket.addEventListener('close', ({ code }) => resolve({ code }))
    })
    this.#socket.addEventListener('message', ({ data }) => {
      this.#messages.push(JSON.parse(String(data)) as { type: string })
      this.#wake()
    })
  }

  /** Whether the server lets it in. */
  async open(): Promise<boolean> {
    const opened = new Promise<boolean>((resolve) =>
      this.#socket.addEventListener('open', () => resolve(true)),
    )
    return Promise.race([opened, this.closed.then(() => false)])
  }

  send(message: object): void {
    this.#socket.send(JSON.stringify(message))
  }

  async next(): Promise<{ type: string; payload?: unknown }> {
    while (this.#messages.length === 0) {
      await new Promise<void>((wake) => {
        this.#wake = wake
      })
    }
    const message = this.#messages.shift()
    return !message || message.type === 'ping' ? this.next() : message
  }

  close(): void {
    this.#socket.close()
  }
}

async function connect(who: Someone, headers: Record<string, string> = {}, protocol = PROTOCOL) {
  return new Line(served.url, await served.cookie(who), headers, protocol)
}

async function listening(who: Someone, query = CHANGES): Promise<Line> {
  const line = await connect(who)
  expect(await line.open()).toBe(true)
  line.send({ type: 'connection_init' })
  expect(await line.next()).toEqual({ type: 'connection_ack' })
  line.send({ id: 'a', type: 'subscribe', payload: { query } })
  return line
}

/** As listening, once the server says that it tells what happens from then on. */
async function hearing(who: Someone): Promise<Line> {
  const line = await listening(who)
  expect(await line.next()).toEqual({ type: 'pong', payload: { listening: 'a' } })
  return line
}

const log = `mutation { logObstacle(input: { title: "کندی سامانه", subjectKind: SINGLE_WINDOW, category: SOFTWARE, severity: HIGH }) {
  obstacle { id } } }`

describe('who is let in', () => {
  it.each<[what: string, who: Someone, headers: () => Record<string, string>, protocol: string, is: boolean]>(
    [
      ['somebody signed in', 'viewer', () => ({}), PROTOCOL, true],
      ['from our own page', 'viewer', () => ({ origin: served.url }), PROTOCOL, true],
      ['from another site', 'viewer', () => ({ origin: 'https://evil.example' }), PROTOCOL, false],
      ['from nowhere', 'viewer', () => ({ origin: 'null' }), PROTOCOL, false],
      ['the old protocol', 'viewer', () => ({}), 'graphql-ws', false],
    ],
  )('%s', async (_, who, headers, protocol, is) => {
    const line = await connect(who, headers(), protocol)
    expect(await line.open()).toBe(is)
    line.close()
  })
  it.each([{}, { cookie: 'goshayesh=made-up' }])('nobody: %s', async (headers) => {
    const line = await connect('nobody', headers)
    expect((await line.closed).code).toBe(4403)
  })
  test('not more than thirty at once for a person', async () => {
    const lines: Line[] = []
    for (let n = 0; n < 30; n++) {
      const line = await connect('leader')
      expect(await line.open()).toBe(true)
      lines.push(line)
    }
    expect(await (await connect('leader')).open()).toBe(false)
    expect(await (await connect('viewer')).open()).toBe(true)
    lines[0]?.close()
    await lines[0]?.closed
    expect(await (await connect('leader')).open()).toBe(true)
  })
})

describe('what is answered', () => {
  test('each event', async () => {
    const line = await hearing('viewer')
    await served.ask('secretary', log)
    expect(await line.next()).toMatchObject({
      type: 'next',
      payload: { data: { obstacleChanged: { kind: 'LOGGED' } } },
    })
  })
  it.each<[what: string, query: string, extensions: object]>([
    ['a query', '{ unreadCount }', { code: 'INVALID', fields: [{ path: 'query', rule: 'BAD_VALUE' }] }],
    [
      'a mutation',
      'mutation { signOut }',
      { code: 'INVALID', fields: [{ path: 'query', rule: 'BAD_VALUE' }] },
    ],
    ['what is no document', '{{{', { code: 'INVALID' }],
    [
      'a document too deep',
      `subscription { obstacleChanged { obstacle { ${'mergedInto { '.repeat(12)} id ${'} '.repeat(12)} } } }`,
      { code: 'INVALID', fields: [{ path: 'query', rule: 'TOO_COMPLEX', limit: 12 }] },
    ],
  ])('not %s', async (_, query, extensions) => {
    const line = await listening('viewer', query)
    expect(await line.next()).toMatchObject({ type: 'error', payload: [{ extensions }] })
    line.close()
  })
  test('not more than twenty subscriptions', async () => {
    const line = await listening('viewer')
    for (let n = 0; n < 25; n++) line.send({ id: `s${n}`, type: 'subscribe', payload: { query: CHANGES } })
    let answer = await line.next()
    while (answer.type === 'pong') answer = await line.next()
    expect(answer).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code: 'TOO_MANY' } }],
    })
    line.close()
  })
  test('not a flood', async () => {
    const line = await hearing('administrator')
    const codes: unknown[] = []
    for (let n = 0; n < 150; n++) {
      line.send({ id: `s${n}`, type: 'subscribe', payload: { query: '{ unreadCount }' } })
      const { payload } = await line.next()
      codes.push((payload as { extensions: { code: string } }[])[0]?.extensions.code)
    }
    expect(codes[0]).toBe('INVALID')
    expect(codes).toContain('TOO_MANY')
    line.close()
  })
})

describe('is cut off, though nothing happens', () => {
  const edit = (who: 'neighbour' | 'official' | 'viewer', set: object) =>
    world.db.updateTable('user').set(set).where('id', '=', world.actor(who).id).execute()

  it.each<[what: string, who: 'neighbour' | 'official' | 'viewer', end: () => Promise<unknown>]>([
    [
      'who signs out',
      'official',
      async () => signOut(world.db, (await served.cookie('official')).slice('goshayesh='.length)),
    ],
    ['who is suspended', 'neighbour', () => edit('neighbour', { suspended_at: 1 })],
    ['who gets another role', 'viewer', () => edit('viewer', { role: 'LEADER' })],
  ])('%s', async (_, who, end) => {
    const [line, other] = [await listening(who), await listening('leader')]
    await end()
    expect((await line.closed).code).toBe(4403)
    expect(await Promise.race([other.closed, Promise.resolve('open')])).toBe('open')
    other.close()
  })
})

describe('who does not read', () => {
  const histories = `subscription {
    obstacleChanged { kind obstacle { timeline(first: 100) { edges { node { comment } } } } } }`
  const edit =
    'mutation ($id: ID!) { commentObstacle(input: { id: $id, text: "پیگیری شد" }) { obstacle { id } } }'

  /** An obstacle whose history is four megabytes long. */
  const talkedAbout = async (): Promise<string> => {
    const { data } = await served.ask('secretary', log)
    const { id } = (data as { logObstacle: { obstacle: { id: string } } }).logObstacle.obstacle
    const { id: _, ...event } = await world.db
      .selectFrom('event')
      .selectAll()
      .where('obstacle_id', '=', Number(id))
      .executeTakeFirstOrThrow()
    const comment = 'آ'.repeat(20_000)
    await world.db
      .insertInto('event')
      .values(Array.from({ length: 100 }, () => ({ ...event, kind: 'EDITED' as const, comment })))
      .execute()
    return id
  }
  // Each more than the network holds by itself.
  it.each<[what: string, floodWith: (socket: Socket, other: Line, id: string) => Promise<void>]>([
    [
      'what happens',
      async (_, other, id) => {
        for (let number = 0; number < 4; number++) {
          await served.ask('secretary', edit, { id })
          while (!JSON.stringify(await other.next()).includes('COMMENTED'));
        }
      },
    ],
    [
      'the answers to what it asks',
      async (socket) => {
        const ping = frame({ type: 'ping', payload: { text: 'a'.repeat(60_000) } })
        for (let number = 0; number < 400; number++)
          await new Promise<unknown>((taken) => socket.write(ping, taken))
      },
    ],
  ])('%s is told to come again, and others hear on', { timeout: 30_000 }, async (_, floodWith) => {
    const id = await talkedAbout()
    const other = await hearing('leader')
    await served.ask('secretary', log)
    while (!JSON.stringify(await other.next()).includes('LOGGED'));
    const socket = await subscribeRaw(served.url, await served.cookie('viewer'), histories)
    socket.pause()
    await floodWith(socket, other, id)
    expect(await farewell(socket)).toEqual([1013, 'Too far behind'])
    await served.ask('secretary', log)
    while (!JSON.stringify(await other.next()).includes('LOGGED'));
    other.close()
  })
})

/** The code and the reason of the frame that closes, which comes last. */
async function farewell(socket: Socket): Promise<[code: number, reason: string]> {
  let last = Buffer.alloc(0)
  for await (const chunk of socket) {
    last = Buffer.concat([last.subarray(-100), chunk as Buffer])
    const at = last.lastIndexOf(0x88)
    const length = last[at + 1] ?? Infinity
    if (at >= 0 && at + 2 + length === last.length)
      return [last.readUInt16BE(at + 2), String(last.subarray(at + 4))]
  }
  throw new Error('the line ended without a word')
}
