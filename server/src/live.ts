import type { Database } from './database/connect.ts'
import { NewEvents } from './database/NewEvents.ts'
import type { EventRow } from './database/tables.ts'

/** Hands every event on, after its commit, to whoever listens. The event table itself is the queue. */
export interface Live {
  /** Something was committed: look for new events. */
  wake(): void
  /** Every event from now on, until what it answers with is called. */
  listen(hall: Hall): () => void
  /** How many events were read and are not told yet. */
  waiting(): number
  close(): Promise<void>
}

export interface Hall {
  /** One event; the next one waits for the end of it. */
  tell(event: EventRow): Promise<void>
  /** There were more events than can be told one by one: all have to read the present state anew. */
  loseAll(): void
}

/** Of more at once, as when a change of the rules moves all deadlines, nobody is told one by one. */
const MOST_AT_ONCE = 2_000

export async function createLive(db: Database, report: (error: unknown) => void): Promise<Live> {
  const halls = new Set<Hall>()
  const news = await NewEvents.startingNow(db)
  let reading: Promise<void> | null = null
  let again = false
  let closed = false
  let waiting = 0

  const read = async () => {
    while (again) {
      again = false
      const events = await news.read(MOST_AT_ONCE)
      if (!events) for (const hall of halls) hall.loseAll()
      waiting = events?.length ?? 0
      for (const event of events ?? []) {
        for (const hall of halls) await hall.tell(event)
        waiting--
      }
    }
  }
  const wake = () => {
    if (closed) return
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
    listen(hall) {
      halls.add(hall)
      return () => void halls.delete(hall)
    },
    waiting: () => waiting,
    async close() {
      closed = true
      again = false
      halls.clear()
      await reading
    },
  }
}
