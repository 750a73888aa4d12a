import type { CompiledQuery, DatabaseConnection, Kysely, QueryResult } from 'kysely'
import type { Tables } from './tables.ts'

type Database = Kysely<Tables>

const connections = new WeakMap<Database, DatabaseConnection>()

/** From now on what is built already goes straight to the transaction's connection. */
export async function keepConnection(db: Database): Promise<void> {
  await db.getExecutor().provideConnection(async (connection) => void connections.set(db, connection))
}

/** Carries out a statement that is built already. The query builder's own way to a connection takes longer than a small one. */
export function execute<Row>(db: Database, query: CompiledQuery<Row>): Promise<QueryResult<Row>> {
  return connections.get(db)?.executeQuery<Row>(query) ?? db.executeQuery(query)
}
