import type { KeyObject } from 'node:crypto'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { auditKeyOf } from '../database/auditKey.ts'
import { commitElsewhere } from '../database/commit.ts'
import type { Database } from '../database/connect.ts'
import { unpackError, type PackedError } from './packError.ts'

/** What the thread is started with. */
export interface ThreadData {
  file: string
  auditKey: KeyObject
}

/** What it is asked to do, by the name of a command. */
export interface Work {
  name: string
  given: unknown[]
}

/** What it says: that it can begin, that it has committed something, how the work ended. */
export type Said = 'ready' | 'committed' | { result: unknown } | { failed: PackedError }

/**
 * Does long work on a SQLite file while this thread goes on answering. It has connections of its own there, as another
 * server would, and the writer's turn of this process for as long as it works. It is started when it is first needed;
 * one that died is started anew, and what it had in hand has failed.
 */
export class WorkThread {
  readonly #db: Database
  readonly #file: string
  readonly #committed: () => void
  #started: Promise<Worker> | null = null

  constructor(db: Database, file: string, committed: () => void) {
    this.#db = db
    this.#file = file
    this.#committed = committed
  }

  async do(name: string, given: unknown[]): Promise<unknown> {
    // Nobody who writes waits for its start.
    await this.#thread()
    // Whoever was there may have died while others had their turn.
    return commitElsewhere(this.#db, async () => this.#ask(await this.#thread(), { name, given }))
  }

  async close(): Promise<void> {
    const started = this.#started
    this.#started = null
    await (await started)?.terminate()
  }

  #thread(): Promise<Worker> {
    if (this.#started) return this.#started
    const workerData: ThreadData = { file: this.#file, auditKey: auditKeyOf(this.#db) }
    const thread = new Worker(new URL('./workInThread.ts', import.meta.url), { workerData })
    thread.unref()
    thread.on('error', () => {})
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
      if (said === 'committed') this.#committed()
      else if (typeof said === 'object' && 'failed' in said) reject(unpackError(said.failed))
      else if (typeof said === 'object') resolve(said.result)
    }
    const die = (error: unknown) => reject(new Error(`the thread died at ${work.name}`, { cause: error }))
    thread.on('message', hear).on('error', die).on('exit', die)
    thread.postMessage(work)
    return promise.finally(() => thread.off('message', hear).off('error', die).off('exit', die))
  }
}
