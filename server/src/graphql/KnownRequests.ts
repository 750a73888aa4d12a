/** As many as a client has documents, with the usual values of their variables. */
const MOST = 1_000
const LONGEST = 20_000

/**
 * Requests that were read before, by the text that was sent: the same text is the same object, so that what follows
 * from a request alone is found out once.
 */
export class KnownRequests {
  readonly #kept = new Map<string, object>()
  readonly #texts = new WeakMap<object, string>()

  of(text: string): object | undefined {
    return this.#kept.get(text)
  }

  /** What the text was found to say. */
  read(text: string, request: object): void {
    if (text.length <= LONGEST) this.#texts.set(request, text)
  }

  /** To be called for requests without secrets. Answers with whether it is the same object from now on. */
  keep(request: object): boolean {
    const text = this.#texts.get(request)
    if (text === undefined) return false
    if (this.#kept.size >= MOST) this.#kept.clear()
    this.#kept.set(text, request)
    return true
  }
}
