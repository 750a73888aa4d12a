import { sql } from 'kysely'
import type { Database } from '../../server/src/database/connect.ts'
import { isPostgres } from '../../server/src/database/dialects.ts'

type Mend = () => Promise<unknown>

/** Lets nothing be written any more, as a storage does that has become read-only. */
export async function makeReadOnly(db: Database): Promise<Mend> {
  if (isPostgres(db)) return failInserts(db, 'true', '25006')
  await sql`pragma query_only = on`.execute(db)
  return () => sql`pragma query_only = off`.execute(db)
}

/** Lets no event of an obstacle be written but that it was logged. */
export async function breakEventsOf(db: Database, obstacleId: number): Promise<Mend> {
  const condition = `new.obstacle_id = ${obstacleId} and new.kind <> 'LOGGED'`
  if (isPostgres(db)) return failInserts(db, condition, 'P0001')
  await sql
    .raw(
      `create trigger broken before insert on event when ${condition} begin select raise(abort, 'broken'); end`,
    )
    .execute(db)
  return () => sql`drop trigger broken`.execute(db)
}

async function failInserts(db: Database, condition: string, code: string): Promise<Mend> {
  await sql
    .raw(
      `create function broken() returns trigger language plpgsql as
        $$ begin raise exception 'broken' using errcode = '${code}'; end $$;
      create trigger broken before insert on event for each row when (${condition}) execute function broken()`,
    )
    .execute(db)
  return () => sql`drop function broken cascade`.execute(db)
}

/** Writes as somebody does who has the database in the hand and cares for no reference. */
export async function writeAgainstReferences(db: Database, statements: string[]): Promise<void> {
  await forgetReferences(db)
  await db.transaction().execute((db) => carryOut(db, statements))
}

/** The same, seen by `look` and then taken back. */
export async function lookPastReferences<Seen>(
  db: Database,
  statements: string[],
  look: (db: Database) => Promise<Seen>,
): Promise<Seen> {
  await forgetReferences(db)
  const transaction = await db.startTransaction().execute()
  try {
    await carryOut(transaction, statements)
    return await look(transaction)
  } finally {
    await transaction.rollback().execute()
  }
}

/** SQLite is told before the transaction, PostgreSQL in it. */
async function forgetReferences(db: Database): Promise<void> {
  if (!isPostgres(db)) await sql`pragma foreign_keys = off`.execute(db)
}

async function carryOut(db: Database, statements: string[]): Promise<void> {
  if (isPostgres(db)) await sql`set local session_replication_role = replica`.execute(db)
  for (const statement of statements) await sql.raw(statement).execute(db)
}
