import { sql, type Compilable, type CompiledQuery, type Kysely, type SelectQueryBuilder } from 'kysely'
import { isPostgres } from './dialects.ts'
import { execute } from './execute.ts'
import type { Tables } from './tables.ts'

type Database = Kysely<Tables>

/** How rows travel: as they are, or as one row that holds the list of each column, null where there are none. */
export type InColumns<Row> = { [Name in keyof Row]: Row[Name] | Row[Name][] | null }

/**
 * A query of many small rows, to be asked by `rowsInColumns`. From PostgreSQL each row would come as a message of its own,
 * which takes longer to read than to find.
 */
export function inColumns<Scope, Name extends keyof Scope, Row>(
  db: Database,
  query: SelectQueryBuilder<Scope, Name, Row>,
  columns: (keyof Row & string)[],
): Compilable<InColumns<Row>> {
  if (!isPostgres(db)) return query
  const lists = columns.map((column) => sql`to_json(array_agg(${sql.ref(column)})) as ${sql.ref(column)}`)
  const asked = sql<InColumns<Row>>`select ${sql.join(lists)} from ${query} as listed`
  return { compile: () => asked.compile(db) }
}

/** The rows of a query that is made by `inColumns`, in its order. */
export async function rowsInColumns<Row>(db: Database, query: CompiledQuery<InColumns<Row>>): Promise<Row[]> {
  const { rows } = await execute(db, query)
  if (!isPostgres(db)) return rows as Row[]
  const columns = Object.entries(rows[0] ?? {}) as [keyof Row, Row[keyof Row][] | null][]
  const [first] = columns
  return (first?.[1] ?? []).map((_, place) => {
    const row = {} as Row
    for (const [name, values] of columns) if (values) row[name] = values[place] as Row[keyof Row]
    return row
  })
}
