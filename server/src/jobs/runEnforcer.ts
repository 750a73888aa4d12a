import { setImmediate as breath } from 'node:timers/promises'
import type { Clock } from '../clock.ts'
import { BatchFault, earliestOwed, enforceDeadlines } from '../commands/enforceDeadlines.ts'
import { inThread } from '../commands/inThread.ts'
import type { Store } from '../commands/transact.ts'
import { storageFault } from '../database/storageFault.ts'

/** Obstacles in a batch that is done here: for so long a request may wait. */
const BATCH = 50
/** Where others get their turn meanwhile, as the thread does the work. */
const BATCH_ELSEWHERE = 200
/** Of real time: after a failure, and at most after many. */
const FIRST_RETRY = 1_000
const LONGEST_RETRY = 60_000
/** Of real time, until another server that has taken what is owed is done with it, or dead. */
const OTHERS_AT_WORK = 50
/** As many obstacles may fail on their own; with more of them the fault is elsewhere. */
const MOST_ASIDE = 100
/** Failures in a row, or real time without an end of a batch, after which somebody has to look. */
const STUCK_AFTER = { failures: 3, milliseconds: 60_000 }

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
  /** In a row. */
  #failures = 0
  /** When it was last seen to move. */
  #alive = 0
  #owedAt = Infinity
  #cancelSleep = () => {}
  #working: Promise<void> = Promise.resolve()
  readonly #aside = new Map<number, Aside>()

  constructor(store: Store, clock: Clock, report: (error: unknown) => void) {
    this.#store = store
    this.#clock = clock
    this.#report = report
  }

  /** Something was committed: the next instant owed may be an earlier one, and what failed may work again. */
  wake(): void {
    this.#again = true
    if (this.#awake || this.#stopped) return
    this.#awake = true
    this.#alive = this.#clock.now()
    this.#cancelSleep()
    this.#working = this.#work().catch((error: unknown) => {
      this.#report(error)
      this.#failures++
      this.#awake = false
      if (!this.#stopped) this.#cancelSleep = this.#clock.later(retryAfter(this.#failures), () => this.wake())
    })
  }

  /** Resolves when the work in hand is done; nothing is begun after it. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#cancelSleep()
    for (const { cancel } of this.#aside.values()) cancel()
    await this.#working
  }

  /** How late the earliest act owed is, in milliseconds; whether somebody has to look; how many obstacles wait aside. */
  health(): { lag: number; stuck: boolean; aside: number } {
    const now = this.#clock.now()
    const still = (now - this.#alive) / this.#clock.speed
    return {
      lag: Math.max(0, now - this.#owedAt),
      stuck: this.#failures >= STUCK_AFTER.failures || (this.#awake && still > STUCK_AFTER.milliseconds),
      aside: this.#aside.size,
    }
  }

  async #work(): Promise<void> {
    do {
      this.#again = false
      await this.#actOnAllDue()
    } while (this.#again && !this.#stopped)
    this.#failures = 0
    this.#awake = false
    if (this.#stopped || this.#owedAt === Infinity) return
    this.#cancelSleep =
      this.#owedAt > this.#clock.now()
        ? this.#clock.alarm(this.#owedAt, () => this.wake())
        : this.#clock.later(OTHERS_AT_WORK, () => this.wake())
  }

  async #actOnAllDue(): Promise<void> {
    const retried = [...this.#aside.keys()].filter((id) => this.#aside.get(id)?.waits === false)
    let batch = BATCH
    let limit = batch
    let alone = 0
    for (let acted = 1; acted > 0 && !this.#stopped && (await this.#isOwed());) {
      try {
        acted = await this.#act(limit)
      } catch (error) {
        if (!(error instanceof BatchFault) || error.ids.length === 0 || storageFault(error)) throw error
        // One of them is the cause: each is taken alone.
        if (error.ids.length > 1) alone = error.ids.length + 1
        else this.#putAside(error)
      }
      // A little is done here, without another thread; of so much the thread does the rest.
      if (acted === BATCH && this.#store.thread) batch = BATCH_ELSEWHERE
      limit = --alone > 0 ? 1 : batch
      this.#alive = this.#clock.now()
      // Requests that came in meanwhile go first.
      await breath()
    }
    for (const id of retried) if (this.#aside.get(id)?.waits === false) this.#aside.delete(id)
  }

  async #isOwed(): Promise<boolean> {
    this.#owedAt = await earliestOwed(this.#store.db, this.#waitingAside())
    return this.#owedAt <= this.#clock.now()
  }

  #act(limit: number): Promise<number> {
    const given = [this.#clock.now(), limit, this.#waitingAside()] as const
    if (limit > BATCH) return inThread(this.#store, enforceDeadlines, ...given)
    return enforceDeadlines(this.#store, ...given)
  }

  /** What can't be done is told, and tried again later; the others of the province don't wait for it. */
  #putAside(fault: BatchFault): void {
    const [id = 0] = fault.ids
    if (this.#aside.size >= MOST_ASIDE) throw fault
    this.#report(new Error(`what is owed on obstacle ${id} can't be done`, { cause: fault.cause }))
    const failures = (this.#aside.get(id)?.failures ?? 0) + 1
    const aside: Aside = { failures, waits: true, cancel: () => {} }
    aside.cancel = this.#clock.later(retryAfter(failures), () => {
      aside.waits = false
      this.wake()
    })
    this.#aside.set(id, aside)
  }

  #waitingAside(): number[] {
    return [...this.#aside].filter(([, { waits }]) => waits).map(([id]) => id)
  }
}

/** An obstacle on which what is owed could not be done. */
interface Aside {
  failures: number
  /** Until it is tried again. */
  waits: boolean
  cancel: () => void
}

/** Real milliseconds, more from failure to failure. */
function retryAfter(failures: number): number {
  return Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** (failures - 1))
}
