import { once } from 'node:events'
import { closeSync, fdatasync, openSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type SqliteDatabase from 'better-sqlite3'

/** Lengths of a log in pages of 4 kB. */
export interface LogLimits {
  /** With so many to copy a thread is worth waking. */
  many: number
  /** From here on the writer copies what little is left, so that the log begins anew. */
  long: number
  /** Here it copies whatever is left, unless the thread is at it. */
  longest: number
}

/** Of a transaction, in milliseconds. */
const LONG_WRITING = 100

/**
 * What is committed stands in a log first and is copied into the file later. SQLite does so within the commit that makes
 * the log too long, and everybody would wait for the disk with it. Here a thread does it meanwhile.
 */
export class SqliteLog {
  readonly #file: string
  readonly #writer: SqliteDatabase.Database
  readonly #durable: boolean
  readonly #limits: LogLimits
  readonly #state: SqliteDatabase.Statement<[], { log: number; checkpointed: number }>
  #thread: Worker | null = null
  #copying = false
  #closing = false
  #syncing: NodeJS.Timeout | undefined
  #descriptor: number | undefined
  #onItsWay = false

  constructor(
    file: string,
    writer: SqliteDatabase.Database,
    durable: boolean,
    limits: LogLimits = { many: 1_000, long: 16_000, longest: 64_000 },
  ) {
    this.#file = file
    this.#writer = writer
    this.#durable = durable
    this.#limits = limits
    this.#state = writer.prepare('pragma wal_checkpoint(noop)')
    writer.pragma('wal_autocheckpoint = 0')
    writer.pragma(`journal_size_limit = ${limits.long * 4096}`)
  }

  /** Somebody begins to write. Where that takes long, its log goes to the disk meanwhile, so that the commit has little to wait for. */
  begin(): void {
    if (this.#durable) this.#syncing = setInterval(() => this.#sync(), LONG_WRITING)
  }

  end(): void {
    clearInterval(this.#syncing)
  }

  /** Something was written, and nobody is writing now. */
  look(): void {
    if (this.#closing) return
    const { many, long, longest } = this.#limits
    try {
      const { log, checkpointed } = this.#state.get() ?? { log: 0, checkpointed: 0 }
      const left = log - checkpointed
      // While the thread copies this does nothing, but whoever never waits never hears of its end either.
      const isOver = this.#copying ? log > longest : log > long && left < many
      if (isOver) this.#writer.pragma('wal_checkpoint(passive)')
      else if (!this.#copying && left >= many) this.#copy()
    } catch {
      // A disk that fails is told to whoever writes next.
    }
  }

  async close(): Promise<void> {
    this.#closing = true
    this.end()
    if (this.#descriptor !== undefined) closeSync(this.#descriptor)
    if (!this.#thread) return
    const gone = once(this.#thread, 'exit')
    this.#thread.ref()
    this.#thread.postMessage('close')
    await gone
  }

  #copy(): void {
    this.#copying = true
    this.#thread ??= this.#startThread()
    this.#thread.postMessage('copy')
  }

  #startThread(): Worker {
    const workerData: CopyingThread = { file: this.#file, durable: this.#durable }
    const thread = new Worker(new URL('./copySqliteLog.ts', import.meta.url), { workerData })
    thread.unref()
    thread.on('message', () => (this.#copying = false))
    thread.on('error', () => {})
    thread.on('exit', () => {
      if (!this.#closing) this.#goOnAlone()
    })
    return thread
  }

  /** The thread has died: SQLite's own way is the one that is left. */
  #goOnAlone(): void {
    this.#thread = null
    this.#writer.pragma(`wal_autocheckpoint = ${this.#limits.many}`)
  }

  #sync(): void {
    if (this.#onItsWay) return
    this.#onItsWay = true
    this.#descriptor ??= openSync(`${this.#file}-wal`, 'r')
    fdatasync(this.#descriptor, () => (this.#onItsWay = false))
  }
}

export interface CopyingThread {
  file: string
  durable: boolean
}
