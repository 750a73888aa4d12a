import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startApp, type App } from '../helpers/app.ts'
import { openSocket } from '../helpers/openSocket.ts'
import { prepareOffice, type PreparedOffice } from '../helpers/prepareOffice.ts'

let office: PreparedOffice
let app: App
beforeEach(async () => {
  office = await prepareOffice()
  app = await startApp({ folder: office.folder, env: { LOG_LEVEL: 'warn' } })
})
afterEach(async () => {
  await app.stop('SIGKILL')
  await office.remove()
})

const title = 'در راه هنگام بستن'
const body = JSON.stringify({
  query: `mutation { logObstacle(input: {
    title: "${title}", subjectKind: SINGLE_WINDOW, category: SOFTWARE, severity: HIGH }) { obstacle { ref } } }`,
})

test('asked to end, it finishes what is in hand and tells subscribers to come again', async () => {
  const half = await beginRequest(app, office.cookie('secretary'))
  const subscriber = openSocket(app.url, office.cookie('secretary'))
  await once(subscriber, 'open')
  const farewell = once(subscriber, 'close') as Promise<[CloseEvent]>

  const ended = app.stop('SIGTERM')
  // Whoever was told to go is told by a server that takes nobody new any more.
  const [{ code }] = await farewell
  expect(code).toBe(1001)
  await expect(fetch(`${app.url}/healthz`)).rejects.toThrow()

  half.write(body.slice(20))
  const answer = await textOf(half)
  expect(answer).toMatch(/^HTTP\/1.1 200 /)
  expect(answer).toContain('"ref":"OB-1"')
  await ended
  expect(app.exitCode()).toBe(0)
})

test('a request that never comes to its end does not hold it up', async () => {
  await beginRequest(app, office.cookie('secretary'))
  await app.stop('SIGTERM')
  // Less than the time after which the helper would have killed it.
  expect(app.exitCode()).toBe(0)
  expect(app.output()).toContain('requests in hand were cut')
})

/** Sends the head and a part of the body, and waits until the server has begun to read it. */
async function beginRequest({ url }: App, cookie: string): Promise<Socket> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  socket.write(
    [
      'POST /graphql HTTP/1.1',
      `host: ${hostname}:${port}`,
      'content-type: application/json',
      `content-length: ${Buffer.byteLength(body)}`,
      `cookie: ${cookie}`,
      'expect: 100-continue',
      '\r\n',
    ].join('\r\n'),
  )
  const [chunk] = (await once(socket, 'data')) as [Buffer]
  expect(String(chunk)).toContain('100 Continue')
  socket.write(body.slice(0, 20))
  return socket
}

async function textOf(socket: Socket): Promise<string> {
  let text = ''
  for await (const chunk of socket) text += String(chunk)
  return text
}
