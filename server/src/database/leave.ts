import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

type Database = Kysely<Tables>

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
export async function collecting<Result>(
  db: Database,
  work: (db: Database) => Promise<Result>,
): Promise<Result> {
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
