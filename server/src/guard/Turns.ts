/** A place at the counter, or in the line before it. */
export interface Turn {
  /** Resolves when it is there, with false where it was ended before. */
  begun: Promise<boolean>
  /** Whether it was not there at once. */
  waited: boolean
  /** To be called once: makes room for the next in line. */
  end(): void
}

interface Counter {
  busy: number
  line: ((isThere: boolean) => void)[]
}

/** Lets each key do `most` things at a time; what comes beside them waits in a line of at most `longest`. */
export class Turns {
  readonly #most: number
  readonly #longest: number
  readonly #counters = new Map<string, Counter>()
  #waiting = 0

  constructor(most: number, longest: number) {
    this.#most = most
    this.#longest = longest
  }

  /** How many stand in all lines. */
  get waiting(): number {
    return this.#waiting
  }

  /** How many keys have something to do. */
  get size(): number {
    return this.#counters.size
  }

  /** Null where the line is too long. */
  take(key: string): Turn | null {
    const counter = this.#counters.get(key) ?? { busy: 0, line: [] }
    this.#counters.set(key, counter)
    if (counter.busy < this.#most) {
      counter.busy++
      return { begun: Promise.resolve(true), waited: false, end: () => this.#next(key, counter) }
    }
    if (counter.line.length >= this.#longest) return null
    return this.#wait(key, counter)
  }

  #wait(key: string, counter: Counter): Turn {
    const { promise: begun, resolve: call } = Promise.withResolvers<boolean>()
    counter.line.push(call)
    this.#waiting++
    return {
      begun,
      waited: true,
      end: () => {
        const place = counter.line.indexOf(call)
        if (place < 0) return this.#next(key, counter)
        counter.line.splice(place, 1)
        this.#waiting--
        call(false)
      },
    }
  }

  #next(key: string, counter: Counter): void {
    const next = counter.line.shift()
    if (next) {
      this.#waiting--
      next(true)
    } else if (--counter.busy === 0) this.#counters.delete(key)
  }
}
