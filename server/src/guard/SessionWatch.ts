import type { Actor } from '../records/Actor.ts'

/** Often enough that nobody listens on for a second after the end of the session; also where another process ended it. */
const EVERY_MS = 500

export type Ending = 'SIGNED_OUT' | 'CHANGED'

interface Watched {
  token: string
  actor: Actor
  end: (why: Ending) => void
}

/** Looks at the sessions behind open sockets again and again, all of them in one look, and ends those that are over. */
export class SessionWatch {
  readonly #look: (tokens: string[]) => Promise<Map<string, Actor>>
  readonly #report: (error: unknown) => void
  readonly #watched = new Set<Watched>()
  readonly #timer: NodeJS.Timeout
  #looking = false

  constructor(look: (tokens: string[]) => Promise<Map<string, Actor>>, report: (error: unknown) => void) {
    this.#look = look
    this.#report = report
    this.#timer = setInterval(() => void this.#check(), EVERY_MS).unref()
  }

  /** Calls `end` once: when the session is over, or its person may do other things than at the beginning. */
  add(watched: Watched): () => void {
    this.#watched.add(watched)
    return () => void this.#watched.delete(watched)
  }

  countOf(actor: Actor): number {
    return [...this.#watched].filter((watched) => watched.actor.id === actor.id).length
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  async #check(): Promise<void> {
    if (this.#looking || this.#watched.size === 0) return
    this.#looking = true
    try {
      const looked = [...this.#watched]
      const actors = await this.#look([...new Set(looked.map(({ token }) => token))])
      for (const watched of looked) {
        const actor = actors.get(watched.token)
        if (actor && hasSameRights(actor, watched.actor)) continue
        if (this.#watched.delete(watched)) watched.end(actor ? 'CHANGED' : 'SIGNED_OUT')
      }
    } catch (error) {
      this.#report(error)
    } finally {
      this.#looking = false
    }
  }
}

function hasSameRights(one: Actor, other: Actor): boolean {
  return (
    one.id === other.id &&
    one.role === other.role &&
    one.agencyCode === other.agencyCode &&
    one.provinceId === other.provinceId
  )
}
