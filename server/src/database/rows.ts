import { sql, type Insertable, type Kysely } from 'kysely'
import { rowsOf } from './dialects.ts'
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
  const into = sql.join(columns.map((column) => sql.ref(column)))
  const query = sql<{ id: number }>`insert into ${sql.table(table)} (${into})
    select ${into} from ${rowsOf(db, table, columns, values)} as given returning id`
  const inserted = await query.execute(db)
  // Ids rise in the order of the values; RETURNING itself promises no order.
  return inserted.rows.map(({ id }) => id).sort((a, b) => a - b)
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
    const set = columns.map((column) => sql`${sql.ref(column)} = ${sql.ref(`given.${column}`)}`)
    await sql`update ${sql.table(table)} set ${sql.join(set)} from ${rowsOf(db, table, ['id', ...columns], values)} as given
      where ${sql.ref(`${table}.id`)} = given.id`.execute(db)
  }
}

function differingColumns<Row extends object>(before: Row, after: Row): (keyof Row & string)[] {
  return (Object.keys(after) as (keyof Row & string)[]).filter((column) => after[column] !== before[column])
}
