import { setImmediate as breath } from 'node:timers/promises'
import { CompiledQuery } from 'kysely'
import type { Database } from './connect.ts'
import { isPostgres } from './dialects.ts'

/** Does its work within a transaction of others and answers with what is to be told once that is committed. */
type Job = (db: Database) => Promise<() => void>

interface Waiting {
  job: Job
  company: Company
  reject: (error: unknown) => void
}

/** Whether work may share its transaction. */
export type Company = 'alone' | 'beside'

/** So many at most share a transaction: nobody else gets a turn while they work. */
const MOST = 64

const groups = new WeakMap<Database, GroupCommit>()

const begun = new WeakMap<Database, number>()

/** Does work in a transaction: one of its own where the database has many writers or it wants to be alone, else shared. */
export async function commit<Result>(
  db: Database,
  company: Company,
  work: (db: Database) => Promise<Result>,
): Promise<Result> {
  begun.set(db, uncommitted(db) + 1)
  try {
    return await commitAloneOrShared(db, company, work)
  } finally {
    begun.set(db, uncommitted(db) - 1)
  }
}

/** How much work has come in and waits for its commit. */
export function uncommitted(db: Database): number {
  return begun.get(db) ?? 0
}

function commitAloneOrShared<Result>(
  db: Database,
  company: Company,
  work: (db: Database) => Promise<Result>,
): Promise<Result> {
  if (isPostgres(db)) {
    return db.transaction().execute(async (db) => {
      const result = await collecting(db, work)
      await writeLeft(db)
      return result
    })
  }
  const group = groups.get(db) ?? new GroupCommit(db)
  groups.set(db, group)
  return group.run(company, work)
}

/** Writes at once what many have left for it. */
type Writer<Item> = (db: Database, items: Item[]) => Promise<void>

/** What is still to be written in a transaction, by who writes it. */
type Left = Map<Writer<never>, unknown[]>

const lefts = new WeakMap<Database, Left>()

/** Leaves something to be written at the end of the transaction, together with what all who share it leave. */
export async function leave<Item>(db: Database, write: Writer<Item>, items: Item[]): Promise<void> {
  const left = lefts.get(db)
  if (left) addTo(left, write, items)
  else await write(db, items)
}

/** For those who leave too much to keep it; only whoever is alone in a transaction may write before its end. */
export async function writeLeft(db: Database): Promise<void> {
  const left = [...(lefts.get(db) ?? [])]
  lefts.get(db)?.clear()
  for (const [write, items] of left) await write(db, items as never[])
}

/** What the work leaves is forgotten where it fails. */
async function collecting<Result>(db: Database, work: (db: Database) => Promise<Result>): Promise<Result> {
  const before: Left = lefts.get(db) ?? new Map()
  const own: Left = new Map()
  lefts.set(db, own)
  try {
    const result = await work(db)
    for (const [write, items] of own) addTo(before, write, items)
    return result
  } finally {
    lefts.set(db, before)
  }
}

function addTo(left: Left, write: Writer<never>, items: unknown[]): void {
  const known = left.get(write)
  if (known) for (const item of items) known.push(item)
  else left.set(write, [...items])
}

/**
 * Where one writer has the whole database, a commit that waits for the disk costs more than the work in it. Work that
 * comes in together shares a transaction, each behind a savepoint of its own: what fails takes back itself only, and
 * nobody hears of success before the commit.
 */
class GroupCommit {
  readonly #db: Database
  readonly #waiting: Waiting[] = []
  #running = false

  constructor(db: Database) {
    this.#db = db
  }

  run<Result>(company: Company, work: (db: Database) => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      const job: Job = async (db) => {
        try {
          const result = await behindSavepoint(db, work)
          return () => resolve(result)
        } catch (error) {
          if (error instanceof LostTransaction) throw error.cause
          return () => reject(error)
        }
      }
      this.#waiting.push({ job, company, reject })
      if (this.#running) return
      this.#running = true
      // Whoever has asked in the meantime comes along.
      setImmediate(() => void this.#commitAll())
    })
  }

  async #commitAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      await this.#commit(this.#waiting.splice(0, this.#together()))
      await breath()
    }
    this.#running = false
  }

  /** How many of those who wait come next. */
  #together(): number {
    const alone = this.#waiting.findIndex(({ company }) => company === 'alone')
    return alone === -1 ? MOST : Math.max(1, Math.min(alone, MOST))
  }

  async #commit(group: Waiting[]): Promise<void> {
    try {
      const done = await this.#db.transaction().execute(async (db) => {
        const answers = []
        for (const { job } of group) answers.push(await job(db))
        await writeLeft(db)
        return answers
      })
      for (const answer of done) answer()
    } catch (error) {
      for (const { reject } of group) reject(error)
    }
  }
}

const SAVEPOINT = CompiledQuery.raw('savepoint job')
const RELEASE = CompiledQuery.raw('release job')
const ROLLBACK = CompiledQuery.raw('rollback to job')

async function behindSavepoint<Result>(
  db: Database,
  work: (db: Database) => Promise<Result>,
): Promise<Result> {
  await db.executeQuery(SAVEPOINT)
  try {
    const result = await collecting(db, work)
    await db.executeQuery(RELEASE)
    return result
  } catch (error) {
    await takeBack(db, error)
    throw error
  }
}

/** A full disk may have taken back the whole transaction: then all that share it have failed, for the same reason. */
async function takeBack(db: Database, cause: unknown): Promise<void> {
  try {
    await db.executeQuery(ROLLBACK)
    await db.executeQuery(RELEASE)
  } catch {
    throw new LostTransaction('the shared transaction is gone', { cause })
  }
}

class LostTransaction extends Error {}
