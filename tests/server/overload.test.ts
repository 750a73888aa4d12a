import type { Socket } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SOCKETS } from '../../server/src/http.ts'
import { post } from '../helpers/prepareOffice.ts'
import { openRaw } from '../helpers/rawSocket.ts'
import { serveWorld, type Served } from '../helpers/serveWorld.ts'
import { createWorld, type World } from '../helpers/world.ts'

let world: World
let served: Served
const sockets: Socket[] = []

beforeEach(async () => {
  world = await createWorld()
})
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await served.close()
  await world.close()
})

async function serve(limits: Partial<typeof SOCKETS>): Promise<void> {
  served = await serveWorld(world, { sockets: { ...SOCKETS, ...limits } })
}

/** Opens a connection, and says so much. */
async function open(said: string): Promise<Socket> {
  const socket = await openRaw(served.url)
  sockets.push(socket)
  socket.write(said)
  return socket
}
const answer = async () => (await post(served, '', '{ viewer { id } }')).data
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
