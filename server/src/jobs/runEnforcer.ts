import type { Clock } from '../clock.ts'
import { earliestOwed, enforceDeadlines } from '../commands/enforceDeadlines.ts'
import type { Store } from '../commands/transact.ts'

export interface Enforcer {
  /** Something was committed: the next instant owed may be an earlier one. */
  wake(): void
  /** Resolves when the work in hand is done; nothing is begun after it. */
  stop(): Promise<void>
}

/** Small enough that a request in between waits for milliseconds only. */
const BATCH = 50
const AFTER_FAILURE = 5_000

/** Sleeps until the earliest instant owed, does what is due in batches, and sleeps again. */
export function runEnforcer(store: Store, clock: Clock, report: (error: unknown) => void): Enforcer {
  let stopped = false
  let awake = false
  let again = false
  let cancelAlarm = () => {}
  let working: Promise<void> = Promise.resolve()

  const work = async () => {
    for (;;) {
      again = false
      while (!stopped && (await enforceDeadlines(store, clock.now(), BATCH)) > 0) await breath()
      const next = await earliestOwed(store.db)
      if (again && !stopped) continue
      awake = false
      if (!stopped && next !== Infinity) cancelAlarm = clock.alarm(next, wake)
      return
    }
  }
  const wake = () => {
    again = true
    if (awake || stopped) return
    awake = true
    cancelAlarm()
    working = work().catch((error: unknown) => {
      awake = false
      report(error)
      if (!stopped) cancelAlarm = clock.alarm(clock.now() + AFTER_FAILURE * clock.speed, wake)
    })
  }
  wake()
  return {
    wake,
    async stop() {
      stopped = true
      cancelAlarm()
      await working
    },
  }
}

/** Lets requests that came in meanwhile go first. */
function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
