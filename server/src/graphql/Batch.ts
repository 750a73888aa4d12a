type Load<Key, Value> = (keys: Key[]) => Promise<Map<Key, Value>>

/**
 * Looks things up for one request: what is asked for in one turn is loaded by one call, and what is known
 * already is answered at once, without a promise. Null stands for what isn't there.
 */
export class Batch<Key, Value> {
  readonly #load: Load<Key, Value>
  readonly #known = new Map<Key, Value | null>()
  #asked: { keys: Set<Key>; loaded: Promise<void> } | null = null

  constructor(load: Load<Key, Value>) {
    this.#load = load
  }

  /** How many keys it has looked up. */
  get size(): number {
    return this.#known.size
  }

  get(key: Key): Value | null | Promise<Value | null> {
    const known = this.#known.get(key)
    if (known !== undefined) return known
    return this.#ask([key]).then(() => this.#known.get(key) ?? null)
  }

  /** The values that are there, in the order of the keys. */
  all(keys: Key[]): Value[] | Promise<Value[]> {
    const missing = keys.filter((key) => !this.#known.has(key))
    return missing.length === 0 ? this.#there(keys) : this.#ask(missing).then(() => this.#there(keys))
  }

  #there(keys: Key[]): Value[] {
    return keys.flatMap((key) => this.#known.get(key) ?? [])
  }

  #ask(keys: Key[]): Promise<void> {
    const asked = this.#asked ?? this.#open()
    for (const key of keys) asked.keys.add(key)
    return asked.loaded
  }

  /** Waits until the promises of this turn have run, so that siblings ask together. */
  #open() {
    const keys = new Set<Key>()
    const turn = Promise.resolve().then(() => new Promise<void>((resolve) => process.nextTick(resolve)))
    const loaded = turn.then(async () => {
      if (this.#asked?.keys === keys) this.#asked = null
      const values = await this.#load([...keys])
      for (const key of keys) this.#known.set(key, values.get(key) ?? null)
    })
    this.#asked = { keys, loaded }
    return this.#asked
  }
}
