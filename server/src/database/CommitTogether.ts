import { setImmediate as breath } from 'node:timers/promises'
import { allDone } from './allDone.ts'
import type { Database } from './connect.ts'
import { lock, lockObstacles, notifyServers } from './dialects.ts'
import { keepConnection } from './execute.ts'
import { collectLeft, writeLeft } from './leave.ts'
import { storageFault } from './storageFault.ts'
import { Together } from './Together.ts'

/** What a command keeps for itself until it is committed: as it is known before it begins, it can share a transaction. */
export interface Claims {
  obstacleIds?: number[]
  key?: string | null
}

type Work<Result> = (db: Database) => Promise<Result>

interface Waiting {
  claims: Claims
  work: Work<unknown>
  resolve: (result: never) => void
  reject: (error: unknown) => void
}

/** So many at most share a transaction: on SQLite nobody else gets a turn while they work. */
const MOST = 64

/**
 * Commands of one province would wait for one another anyway, at its number and its trail, on SQLite for the file. Those
 * that come in together share a transaction, and so one wait for the disk, and what they do alike is one statement
 * (Together). All locks are taken at the beginning and in one order, so that two servers never wait for each other;
 * those who claim the same come one after another. If anything goes wrong, nothing of it counts, and each is done by
 * itself.
 */
export class CommitTogether {
  readonly #db: Database
  readonly #provinceId: number
  #waiting: Waiting[] = []
  #running = false

  constructor(db: Database, provinceId: number) {
    this.#db = db
    this.#provinceId = provinceId
  }

  run<Result>(claims: Claims, work: Work<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ claims, work, resolve, reject })
      if (this.#running) return
      this.#running = true
      // Whoever has asked in the meantime comes along.
      setImmediate(() => void this.#commitAll())
    })
  }

  async #commitAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      await this.#commit(this.#next())
      await breath()
    }
    this.#running = false
  }

  /** Takes those who come next, none of whom claims what another one does or what somebody before it waits for. */
  #next(): Waiting[] {
    const claimed = new Set<string | number>()
    const group: Waiting[] = []
    const rest: Waiting[] = []
    for (const one of this.#waiting) {
      const { obstacleIds = [], key } = one.claims
      const claims = key == null ? obstacleIds : [...obstacleIds, key]
      const isFree = group.length < MOST && !claims.some((claim) => claimed.has(claim))
      ;(isFree ? group : rest).push(one)
      for (const claim of claims) claimed.add(claim)
    }
    this.#waiting = rest
    return group
  }

  async #commit(group: Waiting[]): Promise<void> {
    const [first] = group
    if (first && group.length === 1) return this.#commitAlone(first)
    let isSent = false
    try {
      const claims = group.map(({ claims }) => claims)
      const works = group.map(({ work }) => work)
      const ends = await inTransaction(this.#db, this.#provinceId, 'beside', claims, async (db) => {
        const ends = await Together.run(db, works, finish)
        isSent = true
        return ends
      })
      group.forEach(({ resolve, reject }, place) => {
        const end = ends[place]
        if (end?.status === 'fulfilled') resolve(end.value as never)
        else reject(end?.reason)
      })
    } catch (error) {
      // What was sent to be committed may have been: nobody knows, so nobody may do it again.
      if (isSent || storageFault(error)) for (const { reject } of group) reject(error)
      else await Promise.all(group.map((one) => this.#commitAlone(one)))
    }
  }

  async #commitAlone({ claims, work, resolve, reject }: Waiting): Promise<void> {
    await commitAlone(this.#db, this.#provinceId, claims, work).then(resolve as () => void, reject)
  }
}

/** Does work in a transaction of its own, alone in the province or beside others. */
export function commitAlone<Result>(
  db: Database,
  provinceId: number,
  company: 'alone' | 'beside' | Claims,
  work: Work<Result>,
): Promise<Result> {
  const [way, claims] = typeof company === 'string' ? [company, []] : ['beside' as const, [company]]
  return inTransaction(db, provinceId, way, claims, async (db) => {
    collectLeft(db)
    const result = await work(db)
    await finish(db)
    return result
  })
}

/** The locks are asked for first, and what the work then asks goes along: the server carries it out once it has them. */
function inTransaction<Result>(
  db: Database,
  provinceId: number,
  way: 'alone' | 'beside',
  claims: Claims[],
  work: Work<Result>,
): Promise<Result> {
  return db.transaction().execute(async (db) => {
    await keepConnection(db)
    const [, result] = await allDone([take(db, provinceId, way, claims), work(db)])
    return result
  })
}

/** Statements that don't wait for each other cost one way to the server. */
async function finish(db: Database): Promise<void> {
  await allDone([writeLeft(db), notifyServers(db)])
}

/** The order of all locks: the province, then keys, then obstacles; what is taken later is the number, then the trail. */
async function take(
  db: Database,
  provinceId: number,
  way: 'alone' | 'beside',
  claims: Claims[],
): Promise<void> {
  const keys = claims.flatMap(({ key }) => key ?? []).sort()
  const obstacleIds = claims.flatMap(({ obstacleIds = [] }) => obstacleIds)
  await allDone([
    lock(db, [`province ${provinceId}`], way),
    lock(db, keys),
    lockObstacles(db, provinceId, obstacleIds),
  ])
}
