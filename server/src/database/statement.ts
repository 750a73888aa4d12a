import { sql, type Compilable, type CompiledQuery, type Kysely, type RawBuilder } from 'kysely'
import { asList, isPostgres } from './dialects.ts'
import { execute } from './execute.ts'
import type { Tables } from './tables.ts'
import { asOne, sharesTransaction } from './Together.ts'

type Database = Kysely<Tables>

/** Where a value is put in. */
class Place {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

export type Values = Record<string, string | number | number[] | string[]>
/** By name, where each value is put in. */
export type Places<Given extends Values> = <Name extends keyof Given & string>(
  name: Name,
) => RawBuilder<Given[Name]>
/** A value, or the place where it is put in: whatever says a condition takes both. */
export type Put<Value> = Value | RawBuilder<Value>

/**
 * A statement whose text never changes, built when it is first asked: to build one costs more than to look up a few
 * rows. Each asking puts its values in.
 */
export function statement<Given extends Values, Row>(
  build: (db: Database, value: Places<Given>) => Compilable<Row>,
): (db: Database, values: Given) => Promise<Row[]> {
  const query = shapedQuery<null, Given, Row>((db, value) => build(db, value))
  return async (db, values) => {
    const asked = query(db, null, values)
    if (!sharesTransaction(db) || asked.query.kind !== 'SelectQueryNode')
      return (await execute(db, asked)).rows
    // Whoever asks the same gets the same rows.
    const name = () => JSON.stringify([asked.sql, asked.parameters])
    return asOne(db, 'reads', name, null, async (db, all) => {
      const { rows } = await execute(db, asked)
      return all.map(() => rows)
    })
  }
}

/** So many shapes of a statement are kept; their texts are short. */
const MOST = 500

/** The same where what is asked decides the text: built once for each shape, which is plain data, and ready to be executed. */
export function shapedQuery<Shape, Given extends Values, Row>(
  build: (db: Database, value: Places<Given>, shape: Shape) => Compilable<Row>,
): (db: Database, shape: Shape, values: Given) => CompiledQuery<Row> {
  const [onSqlite, onPostgres] = [
    new Map<string, CompiledQuery<Row>>(),
    new Map<string, CompiledQuery<Row>>(),
  ]
  return (db, shape, values) => {
    const built = isPostgres(db) ? onPostgres : onSqlite
    const key = JSON.stringify(shape)
    const known = built.get(key)
    const compiled = known ?? build(db, (name) => sql`${new Place(name)}`, shape).compile()
    if (!known) {
      if (built.size >= MOST) built.clear()
      built.set(key, compiled)
    }
    const parameters = compiled.parameters.map((parameter) => {
      const value = parameter instanceof Place ? values[parameter.name] : parameter
      return Array.isArray(value) ? asList(db, value) : value
    })
    return { ...compiled, parameters }
  }
}
