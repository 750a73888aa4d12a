import { setImmediate as breath } from 'node:timers/promises'
import { CompiledQuery } from 'kysely'
import { commitAlone, CommitTogether, type Claims } from './CommitTogether.ts'
import type { Database } from './connect.ts'
import { isPostgres } from './dialects.ts'
import { execute, keepConnection } from './execute.ts'
import { lendWriter } from './ImmediateSqliteDialect.ts'
import { collecting, writeLeft } from './leave.ts'

/** Does its work within a transaction, its own or one of several, and answers with what is to be told once that is committed. */
type Job = (db: Database, whose: 'own' | 'shared') => Promise<() => void>

interface Waiting {
  job: Job
  company: Company
  reject: (error: unknown) => void
}

/** So many at most share a transaction: nobody else gets a turn while they work. */
const MOST = 64

const groups = new WeakMap<Database, GroupCommit>()
const groupsOfProvinces = new WeakMap<Database, Map<number, CommitTogether>>()

const begun = new WeakMap<Database, number>()

/** Alone in the province, or beside others; whoever knows what it claims can share a transaction with them. */
export type Company = 'alone' | 'beside' | Claims

/** Does work of a province in a transaction, perhaps shared with other work. */
export async function commit<Result>(
  db: Database,
  provinceId: number,
  company: Company,
  work: (db: Database) => Promise<Result>,
): Promise<Result> {
  return counted(db, () => commitAloneOrShared(db, provinceId, company, work))
}

/** Lets another thread work on the SQLite file: nobody of this process writes meanwhile. */
export function commitElsewhere<Result>(db: Database, work: () => Promise<Result>): Promise<Result> {
  return counted(db, () => lendWriter(db, work))
}

async function counted<Result>(db: Database, work: () => Promise<Result>): Promise<Result> {
  begun.set(db, uncommitted(db) + 1)
  try {
    return await work()
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
  provinceId: number,
  company: Company,
  work: (db: Database) => Promise<Result>,
): Promise<Result> {
  if (!isPostgres(db)) return groupOf(groups, db, () => new GroupCommit(db)).run(company, work)
  if (typeof company === 'string') return commitAlone(db, provinceId, company, work)
  const provinces = groupOf(groupsOfProvinces, db, () => new Map<number, CommitTogether>())
  return groupOf(provinces, provinceId, () => new CommitTogether(db, provinceId)).run(company, work)
}

function groupOf<Key, Group>(
  groups: { get: (key: Key) => Group | undefined; set: (key: Key, group: Group) => unknown },
  key: Key,
  make: () => Group,
): Group {
  const group = groups.get(key) ?? make()
  groups.set(key, group)
  return group
}

/**
 * Where one writer has the whole database, a commit that waits for the disk costs more than the work in it. Work that
 * comes in together shares a transaction, each of several behind a savepoint: what fails takes back itself only, and
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
      const job: Job = async (db, whose) => {
        // For a savepoint SQLite keeps each page as it was, which costs much where many change.
        const attempt = whose === 'own' ? collecting : behindSavepoint
        try {
          const result = await attempt(db, work)
          return () => resolve(result)
        } catch (error) {
          if (whose === 'own') throw error
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
        await keepConnection(db)
        const answers = []
        const whose = group.length === 1 ? 'own' : 'shared'
        for (const { job } of group) answers.push(await job(db, whose))
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
  await execute(db, SAVEPOINT)
  try {
    const result = await collecting(db, work)
    await execute(db, RELEASE)
    return result
  } catch (error) {
    await takeBack(db, error)
    throw error
  }
}

/** A full disk may have taken back the whole transaction: then all that share it have failed, for the same reason. */
async function takeBack(db: Database, cause: unknown): Promise<void> {
  try {
    await execute(db, ROLLBACK)
    await execute(db, RELEASE)
  } catch {
    throw new LostTransaction('the shared transaction is gone', { cause })
  }
}

class LostTransaction extends Error {}
