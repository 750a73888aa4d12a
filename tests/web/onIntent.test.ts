import { beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => {
  vi.resetModules()
  vi.unstubAllGlobals()
})

/** Loads that are answered by hand, and a window that hands and networks make themselves felt in. */
async function setUp() {
  const window = new EventTarget()
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window))
  vi.stubGlobal('removeEventListener', window.removeEventListener.bind(window))
  const loads: PromiseWithResolvers<string>[] = []
  const load = () => {
    const answer = Promise.withResolvers<string>()
    loads.push(answer)
    return answer.promise
  }
  const { letIntentLoad, onIntent } = await import('../../web/src/loading/onIntent.ts')
  const feel = (sign: string, details = {}) => window.dispatchEvent(Object.assign(new Event(sign), details))
  return { feel, loads, load, letIntentLoad, onIntent }
}

for (const sign of ['pointermove', 'pointerdown', 'touchstart', 'focusin', 'keydown'])
  test(`comes at the first ${sign}`, async () => {
    const { feel, loads, load, letIntentLoad, onIntent } = await setUp()
    const part = onIntent(load)
    letIntentLoad()
    expect(loads).toHaveLength(0)
    feel(sign)
    feel(sign)
    expect(loads).toHaveLength(1)
    expect(part()).toBeUndefined()
    loads[0]?.resolve('here')
    await expect.poll(part).toBe('here')
  })

test('a pointer at rest is no sign', async () => {
  const { feel, loads, load, letIntentLoad, onIntent } = await setUp()
  onIntent(load)
  letIntentLoad()
  feel('pointermove', { movementX: 0, movementY: 0 })
  expect(loads).toHaveLength(0)
  feel('pointermove', { movementX: 0, movementY: 1 })
  expect(loads).toHaveLength(1)
})

test('a hand that moves before the first page is painted lets that come first', async () => {
  const { feel, loads, load, letIntentLoad, onIntent } = await setUp()
  onIntent(load)
  feel('pointermove')
  expect(loads).toHaveLength(0)
  letIntentLoad()
  expect(loads).toHaveLength(1)
})

test('what is made after that comes at once', async () => {
  const { feel, loads, load, letIntentLoad, onIntent } = await setUp()
  letIntentLoad()
  feel('keydown')
  onIntent(load)
  expect(loads).toHaveLength(1)
})

test('comes earlier where it is asked for, and only once', async () => {
  const { feel, loads, load, letIntentLoad, onIntent } = await setUp()
  const part = onIntent(load)
  const asked = part.now()
  letIntentLoad()
  feel('keydown')
  void part.now()
  loads[0]?.resolve('here')
  await expect(asked).resolves.toBe('here')
  expect(loads).toHaveLength(1)
})

test('what could not be had comes when it is asked for again, or with the network', async () => {
  const { feel, loads, load, onIntent } = await setUp()
  const part = onIntent(load)
  const first = part.now()
  loads[0]?.reject(new Error('no network'))
  await expect(first).rejects.toThrow('no network')
  const second = part.now()
  loads[1]?.reject(new Error('no network'))
  await expect(second).rejects.toThrow('no network')
  feel('online')
  loads[2]?.resolve('here')
  await expect.poll(part).toBe('here')
  expect(loads).toHaveLength(3)
})
