import type { Kysely } from 'kysely'
import { allDone } from './allDone.ts'
import type { Tables } from './tables.ts'

type Database = Kysely<Tables>

/** Writes at once what many have left for it. */
type Writer<Item> = (db: Database, items: Item[]) => Promise<void>

/** What is still to be written in each transaction, by who writes it. */
const lefts = new WeakMap<Database, Map<Writer<never>, unknown[]>>()

/** Leaves something to be written at the end of the transaction, together with what all who share it leave. */
export async function leave<Item>(db: Database, write: Writer<Item>, items: Item[]): Promise<void> {
  const left = lefts.get(db)
  if (!left) return write(db, items)
  const known = left.get(write)
  if (known) for (const item of items) known.push(item)
  else left.set(write, [...items])
}

/** From now on what is left in this transaction waits for `writeLeft`. */
export function collectLeft(db: Database): void {
  lefts.set(db, new Map())
}

/**
 * At the end; before it only for those who leave too much to keep it and are alone in a transaction. All of it is asked
 * at once; what is left meanwhile comes after it.
 */
export async function writeLeft(db: Database): Promise<void> {
  const left = [...(lefts.get(db) ?? [])]
  if (left.length === 0) return
  lefts.get(db)?.clear()
  await allDone(left.map(([write, items]) => write(db, items as never[])))
  await writeLeft(db)
}
