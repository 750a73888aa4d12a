import type { AddressInfo, Socket } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { simulatedClock } from '../../server/src/clock.ts'
import { FileStore } from '../../server/src/files/FileStore.ts'
import { readTrustedProxies } from '../../server/src/config.ts'
import { createHttp, SOCKETS } from '../../server/src/http.ts'
import { createLive } from '../../server/src/live.ts'
import { Metrics } from '../../server/src/metrics.ts'
import { post } from '../helpers/prepareOffice.ts'
import { openRaw } from '../helpers/rawSocket.ts'
import { createWorld, type World } from '../helpers/world.ts'

let world: World
let app: Awaited<ReturnType<typeof createHttp>>
let url: string
const sockets: Socket[] = []

beforeEach(async () => {
  world = await createWorld()
})
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await app.close()
  await world.close()
})

async function serve(limits: Partial<typeof SOCKETS>): Promise<void> {
  app = await createHttp({
    store: world.store,
    clock: simulatedClock(world.clock.now),
    live: await createLive(world.db, () => {}),
    files: new FileStore(''),
    metrics: new Metrics(),
    metricsToken: null,
    isStuck: () => false,
    requestRate: null,
    trustedProxies: readTrustedProxies(undefined),
    openSchema: true,
    publicUrl: null,
    logLevel: 'silent',
    webFolder: '',
    sockets: { ...SOCKETS, ...limits },
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
}

/** Opens a connection, and says so much. */
async function open(said: string): Promise<Socket> {
  const socket = await openRaw(url)
  sockets.push(socket)
  socket.write(said)
  return socket
}
const answer = async () => (await post({ url }, '', '{ viewer { id } }')).data
const gone = async (socket: Socket) => {
  let text = ''
  for await (const chunk of socket) text += String(chunk)
  return text
}

const HEAD = 'POST /graphql HTTP/1.1\r\nhost: x\r\n'
const BODY = `${HEAD}content-type: application/json\r\ncontent-length: 1000\r\n\r\n{`

test('three hundred who say nothing, or half of something, keep nobody else from an answer', async () => {
  await serve({})
  await Promise.all(Array.from({ length: 300 }, (_, number) => open(['', HEAD, BODY][number % 3] ?? '')))
  for (let times = 0; times < 20; times++) expect(await answer()).toEqual({ viewer: null })
  expect(sockets.filter(({ destroyed }) => destroyed)).toEqual([])
})

const dawdlers: [what: string, said: string, limits: Partial<typeof SOCKETS>, told: string][] = [
  ['says nothing', '', { headers: 200, checks: 50 }, '408'],
  ['never ends the headers', HEAD, { headers: 200, checks: 50 }, '408'],
  ['never ends the body', BODY, { headers: 200, request: 300, checks: 50 }, '408'],
  ['stands still', BODY, { stillness: 200 }, ''],
]
test.each(dawdlers)('who %s is let go of', async (_what, said, limits, told) => {
  await serve(limits)
  expect(await gone(await open(said))).toContain(told)
  expect(await answer()).toEqual({ viewer: null })
})

test('more connections than there may be are not taken, and those that are there are served', async () => {
  await serve({ most: 20 })
  const first = await open('')
  const others = await Promise.all(Array.from({ length: 40 }, () => open('')))
  await Promise.all(others.slice(19).map(gone))
  first.write('GET /healthz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n')
  expect(await gone(first)).toContain('{"status":"ok"}')
})
