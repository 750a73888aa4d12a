import { beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => {
  vi.resetModules()
  vi.unstubAllGlobals()
})

/** Loads that are answered by hand, and what the browser would say of its network. */
async function setUp() {
  const network = new EventTarget()
  vi.stubGlobal('addEventListener', network.addEventListener.bind(network))
  const loads: PromiseWithResolvers<string>[] = []
  const load = () => {
    const answer = Promise.withResolvers<string>()
    loads.push(answer)
    return answer.promise
  }
  const { bringSoon, soon } = await import('../../web/src/loading/soon.ts')
  return { network, loads, load, bringSoon, soon }
}

test('comes once the first page has been painted', async () => {
  const { loads, load, bringSoon, soon } = await setUp()
  const part = soon(load)
  expect(loads).toHaveLength(0)
  bringSoon()
  expect(loads).toHaveLength(1)
  expect(part()).toBeUndefined()
  loads[0]?.resolve('here')
  await expect.poll(part).toBe('here')
})

test('what is made after that comes at once', async () => {
  const { loads, load, bringSoon, soon } = await setUp()
  bringSoon()
  soon(load)
  expect(loads).toHaveLength(1)
})

test('comes earlier where it is asked for, and only once', async () => {
  const { loads, load, bringSoon, soon } = await setUp()
  const part = soon(load)
  const asked = part.now()
  bringSoon()
  void part.now()
  loads[0]?.resolve('here')
  await expect(asked).resolves.toBe('here')
  expect(loads).toHaveLength(1)
})

test('what could not be had comes when it is asked for again, or with the network', async () => {
  const { network, loads, load, soon } = await setUp()
  const part = soon(load)
  const first = part.now()
  loads[0]?.reject(new Error('no network'))
  await expect(first).rejects.toThrow('no network')
  const second = part.now()
  loads[1]?.reject(new Error('no network'))
  await expect(second).rejects.toThrow('no network')
  network.dispatchEvent(new Event('online'))
  loads[2]?.resolve('here')
  await expect.poll(part).toBe('here')
  expect(loads).toHaveLength(3)
})
