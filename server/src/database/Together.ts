import { Refusal } from '@goshayesh/shared/refusal'
import type { Kysely, KyselyPlugin } from 'kysely'
import { keepConnection } from './execute.ts'
import { collectLeft } from './leave.ts'
import type { Tables } from './tables.ts'

type Database = Kysely<Tables>

/** Does for many what it does for one, and answers in their order. */
type Many<Input, Output> = (db: Database, inputs: Input[]) => Promise<Output[]>

interface Asked {
  input: unknown
  resolve: (output: never) => void
  reject: (error: unknown) => void
}

interface Gathered {
  many: Many<never, unknown>
  asked: Asked[]
}

const togethers = new WeakMap<Database, Together>()

export function sharesTransaction(db: Database): boolean {
  return togethers.has(db)
}

/**
 * Does something by itself, or, in a transaction that others share, once for all who do the same: those are one statement
 * then. The name tells what is the same.
 */
export async function asOne<Input, Output>(
  db: Database,
  does: 'reads' | 'writes',
  name: () => string,
  input: Input,
  many: Many<Input, Output>,
): Promise<Output> {
  const together = togethers.get(db)
  if (together) return together.ask(does, name(), input, many)
  const [output] = await many(db, [input])
  return output as Output
}

/**
 * Works that share a transaction and are done side by side. What they ask for in the same way waits until all of them
 * wait, and goes out as one. Whatever reads goes first, so that nothing is written before each has been checked: until
 * then a work that is refused just leaves. After that it has perhaps seen what others wrote, or written something itself,
 * so the transaction is broken and nobody's work counts.
 */
export class Together {
  /** For the works. */
  readonly db: Database
  readonly #plain: Database
  readonly #gathered = { reads: new Map<string, Gathered>(), writes: new Map<string, Gathered>() }
  #working: number
  #waiting = 0
  #written = false
  #broken: { cause: unknown } | null = null

  /** Does all of them and then what they have left for the end; throws if what they have done must not be committed. */
  static async run<Result>(
    db: Database,
    works: ((db: Database) => Promise<Result>)[],
    finish: (db: Database) => Promise<void>,
  ): Promise<PromiseSettledResult<Result>[]> {
    const together = new Together(db, works.length)
    await keepConnection(together.db)
    collectLeft(together.db)
    const ends = await Promise.allSettled(works.map((work) => together.#run(work)))
    if (together.#broken) throw together.#broken.cause
    await finish(together.db)
    return ends
  }

  private constructor(db: Database, works: number) {
    this.#plain = db
    this.#working = works
    this.db = db.withPlugin(this.#watch())
    togethers.set(this.db, this)
  }

  async #run<Result>(work: (db: Database) => Promise<Result>): Promise<Result> {
    try {
      return await work(this.db)
    } catch (error) {
      if (this.#written || !(error instanceof Refusal)) this.#break(error)
      throw error
    } finally {
      this.#working--
      this.#goOn()
    }
  }

  ask<Input, Output>(
    does: 'reads' | 'writes',
    name: string,
    input: Input,
    many: Many<Input, Output>,
  ): Promise<Output> {
    return new Promise((resolve, reject) => {
      if (this.#broken) return reject(this.#broken.cause)
      const same = this.#gathered[does].get(name) ?? { many, asked: [] }
      this.#gathered[does].set(name, same)
      same.asked.push({ input, resolve, reject })
      this.#waiting++
      this.#goOn()
    })
  }

  #goOn(): void {
    if (this.#waiting < this.#working) return
    const { reads, writes } = this.#gathered
    const next = reads.size > 0 ? reads : writes
    const all = [...next.values()]
    next.clear()
    if (next === writes && all.length > 0) this.#written = true
    for (const gathered of all) void this.#do(gathered)
  }

  async #do({ many, asked }: Gathered): Promise<void> {
    this.#waiting -= asked.length
    try {
      const outputs = await many(
        this.#plain,
        asked.map(({ input }) => input as never),
      )
      asked.forEach(({ resolve }, place) => resolve(outputs[place] as never))
    } catch (error) {
      for (const { reject } of asked) reject(error)
      this.#break(error)
    }
  }

  #break(cause: unknown): void {
    this.#broken ??= { cause }
    for (const kind of Object.values(this.#gathered)) {
      for (const { reject } of [...kind.values()].flatMap(({ asked }) => asked)) {
        this.#waiting--
        reject(this.#broken.cause)
      }
      kind.clear()
    }
  }

  /** What the works write by themselves is seen by its result. */
  #watch(): KyselyPlugin {
    return {
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        if (result.numAffectedRows !== undefined) this.#written = true
        return result
      },
    }
  }
}
