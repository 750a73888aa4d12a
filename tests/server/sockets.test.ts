import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { signOut } from '../../server/src/commands/signOut.ts'
import { openSocket } from '../helpers/openSocket.ts'
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
  readonly closed: Promise<{ code: number; ms: number }>

  constructor(url: string, cookie: string, headers: Record<string, string>, protocol = PROTOCOL) {
    this.#socket = openSocket(url, cookie, headers, protocol)
    const opened = performance.now()
    this.closed = new Promise((resolve) => {
      this.#socket.addEventListener('close', ({ code }) => resolve({ code, ms: performance.now() - opened }))
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
    const line = await listening('viewer')
    // The subscription has begun once a second one, begun after it, is answered.
    line.send({ id: 'b', type: 'subscribe', payload: { query: '{ unreadCount }' } })
    expect(await line.next()).toMatchObject({ type: 'error' })
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
    expect(await line.next()).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code: 'TOO_MANY' } }],
    })
    line.close()
  })
  test('not a flood', async () => {
    const line = await listening('administrator')
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

describe('is cut off within a second, though nothing happens', () => {
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
    const started = performance.now()
    await end()
    expect((await line.closed).code).toBe(4403)
    expect(performance.now() - started).toBeLessThan(1_000)
    expect(await Promise.race([other.closed, Promise.resolve('open')])).toBe('open')
    other.close()
  })
})
