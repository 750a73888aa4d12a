import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** A connection on which nothing is said yet. */
export async function openRaw(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => {})
  await once(socket, 'connect')
  return socket
}

/** A GraphQL subscription over a WebSocket, as cheap for who listens as can be; resolves when the server has begun it. */
export async function subscribeRaw(url: string, cookie: string, query: string): Promise<Socket> {
  const socket = await openRaw(url)
  const { host } = new URL(url)
  socket.write(
    [
      'GET /graphql HTTP/1.1',
      `host: ${host}`,
      'upgrade: websocket',
      'connection: upgrade',
      'sec-websocket-version: 13',
      'sec-websocket-protocol: graphql-transport-ws',
      `sec-websocket-key: ${randomBytes(16).toString('base64')}`,
      `cookie: ${cookie}`,
      '\r\n',
    ].join('\r\n'),
  )
  socket.on('data', (chunk) => {
    if (chunk.includes(PING)) socket.write(PONG)
  })
  await heard(socket, '101 Switching')
  socket.write(frame({ type: 'connection_init' }))
  await heard(socket, 'connection_ack')
  socket.write(frame({ id: '1', type: 'subscribe', payload: { query } }))
  await heard(socket, 'listening')
  return socket
}

/** Resolves when a text comes by, which is taken to come in one piece. */
export function heard(socket: Socket, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      if (!chunk.includes(text)) return
      socket.off('data', listen).off('close', closed)
      resolve()
    }
    const closed = () => reject(new Error(`closed before "${text}" came`))
    if (socket.destroyed) closed()
    socket.on('data', listen).once('close', closed)
  })
}

/** Frames without a body; text holds no such bytes. */
const PING = Buffer.from([0x89, 0])
const PONG = Buffer.from([0x8a, 0x80, 0, 0, 0, 0])

/** A masked text frame, as clients send them; the mask is of zeros. */
export function frame(message: object): Buffer {
  const body = Buffer.from(JSON.stringify(message))
  const size = body.length < 126 ? [0x80 | body.length] : [0x80 | 126, body.length >> 8, body.length & 0xff]
  return Buffer.concat([Buffer.from([0x81, ...size, 0, 0, 0, 0]), body])
}
