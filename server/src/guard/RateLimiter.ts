/**
 * Lets each key do `rate` things a second in the long run, and `burst` at once: a bucket that fills as time goes by.
 * Remembers only whose bucket is not full.
 */
export class RateLimiter {
  readonly #rate: number
  readonly #burst: number
  readonly #buckets = new Map<string, Bucket>()

  constructor(rate: number, burst: number) {
    this.#rate = rate
    this.#burst = burst
  }

  /** Takes one; answers with 0, or with the seconds to wait where there is none left. */
  take(key: string, now: number): number {
    const filled = this.#filled(key, now)
    const wait = this.#waitFor(filled)
    // To the end of the map, so that it begins with those who have been quiet for longest.
    this.#buckets.delete(key)
    this.#buckets.set(key, { left: wait === 0 ? filled - 1 : filled, at: now })
    this.#forgetQuiet(now)
    return wait
  }

  /** As take, without taking: how long it has to wait. */
  wait(key: string, now: number): number {
    return this.#waitFor(this.#filled(key, now))
  }

  #filled(key: string, now: number): number {
    const { left, at } = this.#buckets.get(key) ?? { left: this.#burst, at: now }
    // A clock that is set back takes nothing away.
    return Math.min(this.#burst, left + (Math.max(0, now - at) / 1_000) * this.#rate)
  }

  #waitFor(filled: number): number {
    return filled >= 1 ? 0 : Math.ceil((1 - filled) / this.#rate)
  }

  get size(): number {
    return this.#buckets.size
  }

  /** Two a call, so that the map shrinks faster than it grows and never at a stroke. */
  #forgetQuiet(now: number): void {
    let looked = 0
    for (const [key, { at }] of this.#buckets) {
      const isFull = (Math.abs(now - at) / 1_000) * this.#rate >= this.#burst
      if (looked++ >= 2 || !(isFull || this.#buckets.size > MOST_REMEMBERED)) return
      this.#buckets.delete(key)
    }
  }
}

interface Bucket {
  left: number
  at: number
}

const MOST_REMEMBERED = 50_000
