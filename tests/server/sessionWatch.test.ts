import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SessionWatch, type Ending } from '../../server/src/guard/SessionWatch.ts'
import type { Actor } from '../../server/src/records/Actor.ts'

const actor: Actor = { id: 1, role: 'OFFICIAL', agencyCode: '05', provinceId: 1 } as Actor

let sessions: Map<string, Actor>
let asked: number
let watch: SessionWatch
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  sessions = new Map([['token', actor]])
  asked = 0
  watch = new SessionWatch(
    () => {
      asked += 1
      return Promise.resolve(sessions)
    },
    (error) => {
      throw error
    },
  )
})
afterEach(() => {
  watch.stop()
  vi.useRealTimers()
})

function listen(): Ending[] {
  const endings: Ending[] = []
  watch.add({ token: 'token', actor, end: (why) => endings.push(why) })
  return endings
}

test.each<[what: string, end: () => unknown, told: Ending]>([
  ['a session that is over', () => sessions.clear(), 'SIGNED_OUT'],
  ['another role', () => sessions.set('token', { ...actor, role: 'VIEWER' }), 'CHANGED'],
])('%s is seen within a second, and told once', async (_, end, told) => {
  const endings = listen()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(endings).toEqual([])
  end()
  await vi.advanceTimersByTimeAsync(999)
  expect(endings).toEqual([told])
  await vi.advanceTimersByTimeAsync(5_000)
  expect(endings).toEqual([told])
})

test('nobody is looked at where nobody listens', async () => {
  await vi.advanceTimersByTimeAsync(5_000)
  expect(asked).toBe(0)
})
