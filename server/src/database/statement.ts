import { sql, type Compilable, type CompiledQuery, type Kysely, type RawBuilder } from 'kysely'
import { asList, isPostgres } from './dialects.ts'
import type { Tables } from './tables.ts'

type Database = Kysely<Tables>

/** Where a value is put in. */
class Place {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

type Values = Record<string, string | number | number[] | string[]>
/** By name, where each value is put in. */
export type Places<Given extends Values> = <Name extends keyof Given & string>(
  name: Name,
) => RawBuilder<Given[Name]>

/**
 * A statement whose text never changes, built when it is first asked: to build one costs more than to look up a few
 * rows. Each asking puts its values in.
 */
export function statement<Given extends Values, Row>(
  build: (db: Database, value: Places<Given>) => Compilable<Row>,
): (db: Database, values: Given) => Promise<Row[]> {
  let [onSqlite, onPostgres]: (CompiledQuery<Row> | null)[] = [null, null]
  const compile = (db: Database) => build(db, (name) => sql`${new Place(name)}`).compile()
  return async (db, values) => {
    const compiled = isPostgres(db) ? (onPostgres ??= compile(db)) : (onSqlite ??= compile(db))
    const parameters = compiled.parameters.map((parameter) => {
      const value = parameter instanceof Place ? values[parameter.name] : parameter
      return Array.isArray(value) ? asList(db, value) : value
    })
    const { rows } = await db.executeQuery<Row>({ ...compiled, parameters })
    return rows
  }
}
