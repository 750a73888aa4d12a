import type { Database } from './connect.ts'
import { transactionsNow } from './dialects.ts'
import type { EventRow } from './tables.ts'

/** Ids that were passed over: taken by a transaction that has not committed yet, or never will. */
interface Gap {
  from: number
  to: number
  /** Whoever may still fill it began before this transaction; null until that is known. */
  before: number | null
}

/** So far back are gaps looked for at the start. */
const LOOK_BACK = 100_000

/**
 * Every event exactly once, when it has been committed. Ids are taken in order, but not committed in order where
 * several write at once, so what was passed over is looked for until nobody can write it any more.
 */
export class NewEvents {
  readonly #db: Database
  #last: number
  #gaps: Gap[]

  static async startingNow(db: Database): Promise<NewEvents> {
    const { last, gaps } = await situation(db)
    return new NewEvents(db, last, gaps)
  }

  private constructor(db: Database, last: number, gaps: Gap[]) {
    this.#db = db
    this.#last = last
    this.#gaps = gaps
  }

  /** How many ids may still come that were passed over. */
  waitsFor(): number {
    return this.#gaps.reduce((sum, { from, to }) => sum + to - from + 1, 0)
  }

  /** Null where there are more than `most`: then all of them are passed over. */
  async read(most = Infinity): Promise<EventRow[] | null> {
    const { oldest, next } = await transactionsNow(this.#db)
    const events = await this.#db
      .selectFrom('event')
      .selectAll()
      .where((eb) =>
        eb.or([
          eb('id', '>', this.#last),
          ...this.#gaps.map(({ from, to }) => eb.and([eb('id', '>=', from), eb('id', '<=', to)])),
        ]),
      )
      .orderBy('id')
      .$if(most !== Infinity, (found) => found.limit(most + 1))
      .execute()
    if (events.length > most) {
      const { last, gaps } = await situation(this.#db)
      this.#last = last
      this.#gaps = gaps
      return null
    }
    const known = this.#gaps.map((gap) => ({ ...gap, before: gap.before ?? next }))
    const alive = known.filter(({ before }) => before > oldest)
    const ids = events.map(({ id }) => id)
    const fresh = { from: this.#last + 1, to: Math.max(this.#last, ids.at(-1) ?? 0), before: null }
    this.#gaps = [...alive, fresh].flatMap((gap) => without(gap, ids))
    this.#last = fresh.to
    return events
  }
}

/** What is left of a gap when these ids, ascending, have come. */
function without(gap: Gap, ids: number[]): Gap[] {
  const left: Gap[] = []
  let from = gap.from
  for (const id of ids) {
    if (id < from || id > gap.to) continue
    if (id > from) left.push({ ...gap, from, to: id - 1 })
    from = id + 1
  }
  return from <= gap.to ? [...left, { ...gap, from }] : left
}

/** Up to where events have come, and what may still come before that. */
async function situation(db: Database): Promise<{ last: number; gaps: Gap[] }> {
  const row = await db
    .selectFrom('event')
    .select((eb) => eb.fn.max('id').as('last'))
    .executeTakeFirstOrThrow()
  const last = row.last ?? 0
  return { last, gaps: await openGaps(db, last) }
}

async function openGaps(db: Database, last: number): Promise<Gap[]> {
  const { oldest, next } = await transactionsNow(db)
  if (oldest === next) return []
  const from = Math.max(1, last - LOOK_BACK)
  const rows = await db
    .selectFrom('event')
    .select('id')
    .where('id', '>=', from)
    .where('id', '<=', last)
    .execute()
  return without(
    { from, to: last, before: next },
    rows.map(({ id }) => id).sort((a, b) => a - b),
  )
}
