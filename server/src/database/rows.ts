import type { CompiledQuery, Insertable, Kysely } from 'kysely'
import { isPostgres, manyRows, numberedInsertion, updateById } from './dialects.ts'
import type { Tables } from './tables.ts'
import { asOne } from './Together.ts'

type Database = Kysely<Tables>

/*
 * Many rows in one statement whose text doesn't depend on their number: a value more costs the query builder more than
 * it costs the database, and a text that stays the same keeps its statement.
 */

/** The tables whose rows have an id. */
type Table = {
  [Name in keyof Tables]: Tables[Name] extends { id: unknown } ? Name : never
}[keyof Tables]

/** Inserts rows that all have the same columns; answers with their ids in the order of the rows. */
export async function insertRows<Name extends Table>(
  db: Database,
  table: Name,
  rows: Insertable<Tables[Name]>[],
): Promise<number[]> {
  const [first] = rows
  if (!first) return []
  const columns = Object.keys(first)
  return asOne(
    db,
    'writes',
    () => `insert ${table} ${columns.join()}`,
    rows,
    async (db, lists) => {
      const inserted = await withRows<{ id: number }>(
        db,
        numberedInsertion,
        table,
        columns,
        columns,
        lists.flat(),
      )
      // Ids rise in the order of the values; RETURNING itself promises no order.
      const ids = inserted.map(({ id }) => id).sort((a, b) => a - b)
      return lists.map((list) => ids.splice(0, list.length))
    },
  )
}

/** Writes the columns in which rows differ from what they were, a statement for each set of columns. */
export async function updateRows<Row extends { id: number }>(
  db: Database,
  table: Table,
  changes: { before: Row; after: Row }[],
): Promise<void> {
  const groups = Map.groupBy(changes, ({ before, after }) => differingColumns(before, after))
  for (const [key, group] of groups) {
    if (key === '') continue
    const columns = key.slice(0, -1).split(',')
    const rows = group.map(({ after }) => after)
    await asOne(
      db,
      'writes',
      () => `update ${table} ${key}`,
      rows,
      async (db, lists) => {
        await withRows(db, updateById, table, columns, [...columns, 'id'], lists.flat())
        return lists
      },
    )
  }
}

/** Statements by what they are made of: only the rows in them differ. There are as many as there are ways to change. */
const statements = new Map<string, CompiledQuery>()

async function withRows<Result>(
  db: Database,
  build: typeof numberedInsertion | typeof updateById,
  table: Table,
  columns: string[],
  given: string[],
  rows: object[],
): Promise<Result[]> {
  const key = [isPostgres(db), build.name, table, ...columns].join()
  const known = statements.get(key) ?? build(db, table, columns).compile(db)
  statements.set(key, known)
  const values = rows.map((row) => given.map((column) => row[column as keyof typeof row] as unknown))
  const result = await db.executeQuery({ ...known, parameters: [manyRows(db, given, values)] })
  return result.rows as Result[]
}

/** Their names, with a comma behind each. A loop over the keys themselves is a fifth of one over a list of them. */
function differingColumns<Row extends object>(before: Row, after: Row): string {
  let differing = ''
  for (const column in after) if (after[column] !== before[column]) differing += `${column},`
  return differing
}
