import type { Clock } from '../clock.ts'
import { earliestOwed, enforceDeadlines } from '../commands/enforceDeadlines.ts'
import type { Store } from '../commands/transact.ts'

/** Small enough that a request in between waits for milliseconds only. */
const BATCH = 50
const AFTER_FAILURE = 5_000

/** Sleeps until the earliest instant owed, does what is due in batches, and sleeps again. */
export function runEnforcer(store: Store, clock: Clock, report: (error: unknown) => void): Enforcer {
  const enforcer = new Enforcer(store, clock, report)
  enforcer.wake()
  return enforcer
}

export class Enforcer {
  readonly #store: Store
  readonly #clock: Clock
  readonly #report: (error: unknown) => void
  #awake = false
  #stopped = false
  /** Something was committed while the work was in hand: look once more before sleeping. */
  #again = false
  #cancelAlarm = () => {}
  #working: Promise<void> = Promise.resolve()

  constructor(store: Store, clock: Clock, report: (error: unknown) => void) {
    this.#store = store
    this.#clock = clock
    this.#report = report
  }

  /** Something was committed: the next instant owed may be an earlier one. */
  wake(): void {
    this.#again = true
    if (this.#awake || this.#stopped) return
    this.#awake = true
    this.#cancelAlarm()
    this.#working = this.#work().catch((error: unknown) => {
      this.#report(error)
      this.#sleepUntil(this.#clock.now() + AFTER_FAILURE * this.#clock.speed)
    })
  }

  /** Resolves when the work in hand is done; nothing is begun after it. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#cancelAlarm()
    await this.#working
  }

  async #work(): Promise<void> {
    let next: number
    do {
      this.#again = false
      await this.#actOnAllDue()
      next = await earliestOwed(this.#store.db)
    } while (this.#again && !this.#stopped)
    this.#sleepUntil(next)
  }

  async #actOnAllDue(): Promise<void> {
    while (!this.#stopped) {
      const acted = await enforceDeadlines(this.#store, this.#clock.now(), BATCH)
      if (acted === 0) return
      await breath()
    }
  }

  #sleepUntil(instant: number): void {
    this.#awake = false
    if (!this.#stopped && instant !== Infinity)
      this.#cancelAlarm = this.#clock.alarm(instant, () => this.wake())
  }
}

/** Lets requests that came in meanwhile go first. */
function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
