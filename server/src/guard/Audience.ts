import { setImmediate as breath } from 'node:timers/promises'
import type { EventRow } from '../database/tables.ts'
import type { Moment } from '../graphql/Feed.ts'
import type { Actor } from '../records/Actor.ts'

export interface Listener {
  /** Of the session that it listens with. */
  token: string
  /** Without a viewer the session is over: this is the last that it hears. */
  hear(moment: Moment<Actor | null>): undefined | Promise<undefined>
  /** It has missed something: it is to come again and read all anew. */
  lose(): void
}

export interface AudienceParts {
  now: () => number
  /** Who of these sessions is still there. */
  viewers: (tokens: string[]) => Promise<Map<string, Actor>>
  report: (error: unknown) => void
}

/** So many are told before others have their turn; the first few wait for what all others then find at hand. */
const FIRST_ROW = 10
const ROW = 200

/**
 * All who listen to events through this server. Each event is one round: all their sessions are looked at in one look,
 * and then each is told.
 */
export class Audience {
  readonly #parts: AudienceParts
  readonly #listeners = new Set<Listener>()

  constructor(parts: AudienceParts) {
    this.#parts = parts
  }

  get size(): number {
    return this.#listeners.size
  }

  add(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  async tell(event: EventRow): Promise<void> {
    const listeners = [...this.#listeners]
    if (listeners.length === 0) return
    const now = this.#parts.now()
    const tokens = new Set(listeners.map(({ token }) => token))
    try {
      const viewers = await this.#parts.viewers([...tokens])
      for (let from = 0, size = FIRST_ROW; from < listeners.length; from += size, size = ROW) {
        const row = listeners.slice(from, from + size)
        const waiting = row.flatMap(
          (one) => this.#tellOne(one, { event, now, viewer: viewers.get(one.token) ?? null }) ?? [],
        )
        await Promise.all(waiting)
        await breath()
      }
    } catch (error) {
      this.#parts.report(error)
      this.loseAll()
    }
  }

  /** Nobody can be told what happened. */
  loseAll(): void {
    for (const listener of this.#listeners) this.#lose(listener)
  }

  #tellOne(listener: Listener, moment: Moment<Actor | null>): Promise<void> | undefined {
    const failed = (error: unknown) => {
      this.#parts.report(error)
      this.#lose(listener)
    }
    try {
      return listener.hear(moment)?.catch(failed)
    } catch (error) {
      failed(error)
      return undefined
    }
  }

  #lose(listener: Listener): void {
    if (this.#listeners.delete(listener)) listener.lose()
  }
}
