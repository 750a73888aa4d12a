import type { Actor } from '../records/Actor.ts'

type Look = (tokens: string[]) => Promise<Map<string, Actor>>

/** Whose the sessions are that listen to events: looked at again at each event, all of them in one look. */
export class ListenerSessions {
  readonly #look: Look
  /** How many listen with each token. */
  readonly #tokens = new Map<string, number>()
  readonly #looked = new WeakMap<object, Promise<Map<string, Actor>>>()

  constructor(look: Look) {
    this.#look = look
  }

  /** To be called before the first event is waited for. */
  add(token: string): () => void {
    this.#tokens.set(token, (this.#tokens.get(token) ?? 0) + 1)
    return () => {
      const left = (this.#tokens.get(token) ?? 0) - 1
      if (left > 0) this.#tokens.set(token, left)
      else this.#tokens.delete(token)
    }
  }

  /** Who the token belongs to at the time of the event, or null. */
  async viewerAt(event: object, token: string): Promise<Actor | null> {
    const looked = this.#looked.get(event) ?? this.#look([...this.#tokens.keys()])
    this.#looked.set(event, looked)
    return (await looked).get(token) ?? null
  }
}
