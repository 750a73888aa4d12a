import { storageFault } from '../database/storageFault.ts'
import type { SessionTimes } from '../queries/viewerOf.ts'

/** Seldom, as whatever is written makes all that readers have in memory old. */
const EVERY_MS = 3_600_000

type Note = (token: string, times: SessionTimes, now: number) => Promise<void>

/** Has it noted that sessions are in use, each once an hour; no request waits for that. */
export class SessionUse {
  readonly #note: Note
  readonly #report: (error: unknown) => void
  readonly #noting = new Set<string>()
  #stopped = false

  constructor(note: Note, report: (error: unknown) => void) {
    this.#note = note
    this.#report = report
  }

  see(token: string, times: SessionTimes, now: number): void {
    const before = times.used_at ?? times.created_at
    if (Math.abs(now - before) < EVERY_MS || this.#noting.has(token)) return
    this.#noting.add(token)
    void this.#note(token, times, now)
      .catch((error: unknown) => {
        // Where nothing can be written, reading goes on.
        if (!this.#stopped && !storageFault(error)) this.#report(error)
      })
      .finally(() => this.#noting.delete(token))
  }

  /** The database may be closed from now on: whoever writes for long keeps nobody from leaving. */
  stop(): void {
    this.#stopped = true
  }
}
