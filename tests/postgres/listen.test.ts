import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { expect, test } from 'vitest'
import { listen } from '../../server/src/database/listen.ts'
import { postgresUrl } from '../helpers/engines.ts'

/** A line to a server that can be cut, and on which whoever calls again waits to be put through. */
async function lineTo(server: string) {
  const { hostname, port } = new URL(server)
  const calls = new Set<Socket>()
  let called = 0
  let putThrough = Promise.resolve()
  const exchange = createServer((call) => {
    calls.add(call)
    called++
    call.on('error', () => {}).once('close', () => calls.delete(call))
    void putThrough.then(() => {
      const onward = connect(Number(port), hostname).on('error', () => {})
      call.pipe(onward).pipe(call)
    })
  })
  exchange.listen(0, '127.0.0.1')
  await once(exchange, 'listening')
  const url = new URL(server)
  url.host = `127.0.0.1:${(exchange.address() as AddressInfo).port}`
  return {
    url: url.href,
    calls: () => calls.size,
    called: () => called,
    /** Answers with what puts through those who call from now on. */
    cut(): () => void {
      const wait = Promise.withResolvers<void>()
      putThrough = wait.promise
      for (const call of calls) call.destroy()
      return wait.resolve
    },
    close: () => exchange.close(),
  }
}

test('a lost connection is made again; one that is given up meanwhile does not stay, and hears nothing', async () => {
  const line = await lineTo(postgresUrl ?? '')
  let heard = 0
  const listening = await listen(
    line.url,
    () => heard++,
    () => {},
  )
  line.cut()()
  await expect.poll(() => heard, { timeout: 10_000 }).toBe(1)

  const putThrough = line.cut()
  await expect.poll(() => line.called(), { timeout: 10_000 }).toBe(3)
  await listening.close()
  putThrough()
  await expect.poll(() => line.calls(), { timeout: 10_000 }).toBe(0)
  expect(heard).toBe(1)
  line.close()
})
