import type { KeyObject } from 'node:crypto'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { auditKeyOf } from '../database/auditKey.ts'
import { commitElsewhere } from '../database/commit.ts'
import type { Database } from '../database/connect.ts'
import { unpackError, type PackedError } from './packError.ts'

/** What the thread is started with. */
export interface ThreadData {
  /** Of the database. */
  location: string
  auditKey: KeyObject
}

/** What it is asked to do, by the name of a command. */
export interface Work {
  number: number
  name: string
  given: unknown[]
}

/** What it says: that it can begin, that it has committed something, how the work ended. */
export type Said = 'ready' | 'committed' | Ending
export type Ending = { number: number } & ({ result: unknown } | { failed: PackedError })

/**
 * Does long work on the database while this thread goes on answering. It has connections of its own there, as another
 * server would, and on a SQLite file the writer's turn of this process for as long as it works. It is started when it is
 * first needed; one that died is started anew, and what it had in hand has failed.
 */
export class WorkThread {
  readonly #db: Database
  readonly #location: string
  readonly #committed: () => void
  #started: Promise<Worker> | null = null
  #last = 0

  constructor(db: Database, location: string, committed: () => void) {
    this.#db = db
    this.#location = location
    this.#committed = committed
  }

  async do(name: string, given: unknown[]): Promise<unknown> {
    // Nobody who writes waits for its start.
    await this.#thread()
    // Whoever was there may have died while others had their turn.
    return commitElsewhere(this.#db, async () =>
      this.#ask(await this.#thread(), { number: ++this.#last, name, given }),
    )
  }

  async close(): Promise<void> {
    const started = this.#started
    this.#started = null
    await (await started)?.terminate()
  }

  #thread(): Promise<Worker> {
    if (this.#started) return this.#started
    const workerData: ThreadData = { location: this.#location, auditKey: auditKeyOf(this.#db) }
    const thread = new Worker(new URL('./workInThread.ts', import.meta.url), { workerData })
    thread.unref()
    // Each work in hand listens.
    thread.setMaxListeners(0)
    thread.on('error', () => {})
    thread.on('message', (said: Said) => {
      if (said === 'committed') this.#committed()
    })
    const started = once(thread, 'message').then(() => thread)
    thread.on('exit', () => {
      // Another one may have its place already.
      if (this.#started === started) this.#started = null
    })
    this.#started = started
    return started
  }

  #ask(thread: Worker, work: Work): Promise<unknown> {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    const hear = (said: Said) => {
      if (typeof said === 'string' || said.number !== work.number) return
      if ('failed' in said) reject(unpackError(said.failed))
      else resolve(said.result)
    }
    const die = (error: unknown) => reject(new Error(`the thread died at ${work.name}`, { cause: error }))
    thread.on('message', hear).on('error', die).on('exit', die)
    thread.postMessage(work)
    return promise.finally(() => thread.off('message', hear).off('error', die).off('exit', die))
  }
}
