import type { CompiledQuery, Insertable, Kysely } from 'kysely'
import { isPostgres, manyRows, numberedInsertion, updateById } from './dialects.ts'
import { execute } from './execute.ts'
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

/** Inserts rows that all have the same columns; answers with the ids that they get, in the order of the rows. */
export async function insertRows<Name extends Table>(
  db: Database,
  table: Name,
  rows: Insertable<Tables[Name]>[],
): Promise<number[]> {
  const [first] = rows
  if (!first) return []
  const columns = columnsOf(first)
  return asOne(
    db,
    'writes',
    () => `insert ${table} ${columns}`,
    rows,
    async (db, lists) => {
      const inserted = await withRows<{ id: number }>(db, numberedInsertion, table, columns, lists.flat())
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
  for (const [columns, group] of groups) {
    if (columns === '') continue
    const rows = group.map(({ after }) => after)
    await asOne(
      db,
      'writes',
      () => `update ${table} ${columns}`,
      rows,
      async (db, lists) => {
        await withRows(db, updateById, table, columns, lists.flat())
        return lists
      },
    )
  }
}

interface Statement {
  query: CompiledQuery
  /** The columns whose values it takes. */
  given: string[]
}

/** Statements by what they are made of: only the rows in them differ. There are as many as there are ways to change. */
const statements = new Map<string, Statement>()

async function withRows<Result>(
  db: Database,
  build: typeof numberedInsertion | typeof updateById,
  table: Table,
  columns: string,
  rows: object[],
): Promise<Result[]> {
  const key = `${isPostgres(db)} ${build.name} ${table} ${columns}`
  const known = statements.get(key) ?? built(db, build, table, columns)
  statements.set(key, known)
  const { query, given } = known
  const result = await execute(db, { ...query, parameters: [manyRows(db, given, rows)] })
  return result.rows as Result[]
}

function built(
  db: Database,
  build: typeof numberedInsertion | typeof updateById,
  table: Table,
  columns: string,
): Statement {
  const names = columns.slice(0, -1).split(',')
  const given = build === updateById ? [...names, 'id'] : names
  return { query: build(db, table, names).compile(db), given }
}

/** Their names, with a comma behind each, but for the id. A loop over the keys themselves is a fifth of one over a list of them. */
function columnsOf(row: object): string {
  let columns = ''
  for (const column in row) if (column !== 'id') columns += `${column},`
  return columns
}

/** The same of those that differ. */
function differingColumns<Row extends object>(before: Row, after: Row): string {
  let differing = ''
  for (const column in after) if (after[column] !== before[column]) differing += `${column},`
  return differing
}
