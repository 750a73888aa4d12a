import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { momentOfName, nameOfMoment } from '../backups/nameOfMoment.ts'
import type { Clock } from '../clock.ts'
import { filesBeside } from '../files/FileStore.ts'
import { makeFolder } from '../makeFolder.ts'

const DAY = 86_400_000
const HOUR = 3_600_000

export interface BackupPlan {
  folder: string
  /** How many are kept. */
  keep: number
  /** Copies the installation into a new file; `earlier` is a copy from before. */
  copy: (target: string, earlier: string | undefined, signal: AbortSignal) => Promise<void>
}

/** A copy a day, the newest ones kept; which there are is read from the folder, so restarts and set clocks don't matter. */
export function runBackups(clock: Clock, plan: BackupPlan, report: (error: unknown) => void): Backups {
  const backups = new Backups(clock, plan, report)
  backups.start()
  return backups
}

export class Backups {
  readonly #clock: Clock
  readonly #plan: BackupPlan
  readonly #report: (error: unknown) => void
  readonly #ending = new AbortController()
  #cancelSleep = () => {}
  #working: Promise<void> = Promise.resolve()
  #newest: number | null = null
  #failures = 0

  constructor(clock: Clock, plan: BackupPlan, report: (error: unknown) => void) {
    this.#clock = clock
    this.#plan = plan
    this.#report = report
  }

  start(): void {
    this.#working = this.#backUpIfDue().then(
      () => {
        this.#failures = 0
      },
      (error: unknown) => {
        if (this.#ending.signal.aborted) return
        this.#failures++
        this.#report(new Error('the daily backup failed', { cause: error }))
      },
    )
    void this.#working.then(() => {
      // Looks again every hour: after a failure, and whatever the clock was set to.
      if (!this.#ending.signal.aborted)
        this.#cancelSleep = this.#clock.later(this.#sleep(), () => this.start())
    })
  }

  /** When the newest copy was made, null without one; how often in a row it failed. */
  health(): { newest: number | null; failures: number } {
    return { newest: this.#newest, failures: this.#failures }
  }

  /** A copy in hand is broken off; nothing half made stays. */
  async stop(): Promise<void> {
    this.#ending.abort()
    this.#cancelSleep()
    await this.#working
  }

  async #backUpIfDue(): Promise<void> {
    const { folder, keep, copy } = this.#plan
    makeFolder(folder)
    const made = await this.#made()
    this.#newest = made[0] ?? null
    const now = this.#clock.now()
    if (made[0] !== undefined && made[0] <= now && now < made[0] + DAY) return
    await this.#removeDrafts()
    const earlier = made[0] === undefined ? undefined : this.#path(made[0])
    await copy(this.#path(now), earlier, this.#ending.signal)
    this.#newest = now
    // The one just made counts, even where the clock was set back behind others.
    for (const old of made.slice(keep - 1)) {
      await rm(this.#path(old), { force: true })
      await rm(filesBeside(this.#path(old)), { recursive: true, force: true })
    }
  }

  #sleep(): number {
    const left = (this.#newest ?? 0) + DAY - this.#clock.now()
    return this.#failures > 0 || left <= 0 ? HOUR : Math.min(HOUR, left / this.#clock.speed)
  }

  /** The moments of all copies, the newest first. */
  async #made(): Promise<number[]> {
    const names = await readdir(this.#plan.folder)
    return names
      .flatMap((name) => (name.endsWith(SUFFIX) ? (momentOfName(name.slice(0, -SUFFIX.length)) ?? []) : []))
      .sort((a, b) => b - a)
  }

  /** What a kill left of a copy. */
  async #removeDrafts(): Promise<void> {
    const names = await readdir(this.#plan.folder)
    for (const name of names.filter((name) => name.endsWith(`${SUFFIX}.part`))) {
      const draft = join(this.#plan.folder, name)
      await rm(draft, { force: true })
      await rm(filesBeside(draft.slice(0, -'.part'.length)), { recursive: true, force: true })
    }
  }

  #path(moment: number): string {
    return join(this.#plan.folder, `${nameOfMoment(moment)}${SUFFIX}`)
  }
}

const SUFFIX = '.sqlite'
