import { commitAlone, CommitTogether, type Claims } from './CommitTogether.ts'
import type { Database } from './connect.ts'
import { lendWriter } from './dialects.ts'

/** Alone in the province, or beside others; whoever knows what it claims can share a transaction with them. */
export type Company = 'alone' | 'beside' | Claims

const groups = new WeakMap<Database, Map<number, CommitTogether>>()

const begun = new WeakMap<Database, number>()

/** Does work of a province in a transaction, perhaps shared with other work. */
export function commit<Result>(
  db: Database,
  provinceId: number,
  company: Company,
  work: (db: Database) => Promise<Result>,
): Promise<Result> {
  return counted(db, () =>
    typeof company === 'string'
      ? commitAlone(db, provinceId, company, work)
      : groupOf(db, provinceId).run(company, work),
  )
}

/** Lets another thread work on the database. */
export function commitElsewhere<Result>(db: Database, work: () => Promise<Result>): Promise<Result> {
  return counted(db, () => lendWriter(db, work))
}

/** How much work has come in and waits for its commit. */
export function uncommitted(db: Database): number {
  return begun.get(db) ?? 0
}

async function counted<Result>(db: Database, work: () => Promise<Result>): Promise<Result> {
  begun.set(db, uncommitted(db) + 1)
  try {
    return await work()
  } finally {
    begun.set(db, uncommitted(db) - 1)
  }
}

function groupOf(db: Database, provinceId: number): CommitTogether {
  const provinces = groups.get(db) ?? new Map<number, CommitTogether>()
  groups.set(db, provinces)
  const group = provinces.get(provinceId) ?? new CommitTogether(db, provinceId)
  provinces.set(provinceId, group)
  return group
}
