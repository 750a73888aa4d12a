import type { Database } from './database/connect.ts'
import { NewEvents } from './database/NewEvents.ts'
import type { EventRow } from './database/tables.ts'

/** Hands every event on, after its commit, to whoever listens. The event table itself is the queue. */
export interface Live {
  /** Something was committed: look for new events. */
  wake(): void
  /** Every event from now on. Ends when the signal does, or when the reader is too slow to be kept. */
  changes(signal: AbortSignal): AsyncGenerator<EventRow, void, void>
  /** How many listen, and how many events they have not taken yet. */
  readers(): { count: number; waiting: number }
  close(): Promise<void>
}

/** A reader this far behind is let go: it reconnects and reads the present state anew. */
const MOST_WAITING = 2_000

export async function createLive(db: Database, report: (error: unknown) => void): Promise<Live> {
  const readers = new Set<Reader>()
  const news = await NewEvents.startingNow(db)
  let reading: Promise<void> | null = null
  let again = false

  const read = async () => {
    while (again) {
      again = false
      const events = await news.read()
      for (const reader of readers) reader.offer(events)
    }
  }
  const wake = () => {
    again = true
    reading ??= read()
      .catch(report)
      .finally(() => {
        reading = null
        if (again) wake()
      })
  }
  return {
    wake,
    async *changes(signal) {
      const reader = new Reader(signal)
      readers.add(reader)
      try {
        for (let event = await reader.next(); event; event = await reader.next()) yield event
      } finally {
        readers.delete(reader)
      }
    },
    readers: () => ({
      count: readers.size,
      waiting: [...readers].reduce((sum, reader) => sum + reader.waiting, 0),
    }),
    async close() {
      for (const reader of readers) reader.end()
      await reading
    },
  }
}

class Reader {
  #events: EventRow[] = []
  #ended = false
  #wake: () => void = () => {}

  constructor(signal: AbortSignal) {
    if (signal.aborted) this.end()
    signal.addEventListener('abort', () => this.end(), { once: true })
  }

  get waiting(): number {
    return this.#events.length
  }

  offer(events: EventRow[]): void {
    if (this.#events.length + events.length > MOST_WAITING) return this.end()
    this.#events.push(...events)
    this.#wake()
  }

  end(): void {
    this.#ended = true
    this.#wake()
  }

  async next(): Promise<EventRow | undefined> {
    while (this.#events.length === 0 && !this.#ended) {
      await new Promise<void>((wake) => {
        this.#wake = wake
      })
    }
    return this.#events.shift()
  }
}
