import { sql, type CompiledQuery, type Insertable, type Kysely, type RawBuilder } from 'kysely'
import { isPostgres, rowsAsJson, rowsOf } from './dialects.ts'
import type { Tables } from './tables.ts'

type Database = Kysely<Tables>

/*
 * Many rows in one statement whose text doesn't depend on their number: they travel as one JSON text. A value more
 * costs the query builder more than it costs the database, and a text that stays the same keeps its statement.
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
  const columns = Object.keys(first) as (keyof typeof first & string)[]
  const values = rows.map((row) => columns.map((column) => row[column]))
  const inserted = await withRows<{ id: number }>(db, 'insert', table, columns, values, (given) => {
    const into = sql.join(columns.map((column) => sql.ref(column)))
    return sql`insert into ${sql.table(table)} (${into}) select ${into} from ${given} as given returning id`
  })
  // Ids rise in the order of the values; RETURNING itself promises no order.
  return inserted.map(({ id }) => id).sort((a, b) => a - b)
}

/** Writes the columns in which rows differ from what they were, a statement for each set of columns. */
export async function updateRows<Row extends { id: number }>(
  db: Database,
  table: Table,
  changes: { before: Row; after: Row }[],
): Promise<void> {
  const groups = Map.groupBy(changes, ({ before, after }) => differingColumns(before, after).join())
  for (const [key, group] of groups) {
    if (key === '') continue
    const columns = key.split(',') as (keyof Row & string)[]
    const values = group.map(({ after }) => [after.id, ...columns.map((column) => after[column])])
    await withRows(db, 'update', table, ['id', ...columns], values, (given) => {
      const set = columns.map((column) => sql`${sql.ref(column)} = ${sql.ref(`given.${column}`)}`)
      return sql`update ${sql.table(table)} set ${sql.join(set)} from ${given} as given
        where ${sql.ref(`${table}.id`)} = given.id`
    })
  }
}

/** Statements by what they are made of: only the rows in them differ. There are as many as there are ways to change. */
const statements = new Map<string, CompiledQuery>()

async function withRows<Result>(
  db: Database,
  verb: 'insert' | 'update',
  table: Table,
  columns: string[],
  values: unknown[][],
  build: (given: RawBuilder<unknown>) => RawBuilder<unknown>,
): Promise<Result[]> {
  const json = rowsAsJson(db, columns, values)
  const key = [isPostgres(db), verb, table, ...columns].join()
  const known = statements.get(key) ?? build(rowsOf(db, table, columns, json)).compile(db)
  statements.set(key, known)
  const { rows } = await db.executeQuery({ ...known, parameters: [json] })
  return rows as Result[]
}

function differingColumns<Row extends object>(before: Row, after: Row): (keyof Row & string)[] {
  return (Object.keys(after) as (keyof Row & string)[]).filter((column) => after[column] !== before[column])
}
