import type { Kysely, KyselyPlugin, RootOperationNode } from 'kysely'
import { Migrator } from 'kysely/migration'
import { inPostgresWords, isPostgres } from './dialects.ts'
import * as first from './migrations/0001-first.ts'
import * as notices from './migrations/0002-notices.ts'
import * as settings from './migrations/0003-settings.ts'
import * as audit from './migrations/0004-audit.ts'
import * as plans from './migrations/0006-plans.ts'
import * as following from './migrations/0007-following.ts'
import * as servers from './migrations/0008-servers.ts'
import * as secondFactor from './migrations/0009-second-factor.ts'
import * as live from './migrations/0012-live.ts'
import * as temporaryPasswords from './migrations/0013-temporary-passwords.ts'
import * as slices from './migrations/0015-slices.ts'
import * as stamps from './migrations/0018-stamps.ts'
import * as counts from './migrations/0019-counts.ts'
import * as words from './migrations/0020-words.ts'
import * as own from './migrations/0021-own.ts'
import * as knownWords from './migrations/0022-known-words.ts'
import * as beginnings from './migrations/0023-beginnings.ts'
import * as sessions from './migrations/0024-sessions.ts'
import * as assigned from './migrations/0025-assigned.ts'
import * as lapsed from './migrations/0026-lapsed.ts'

const migrations = {
  '0001-first': first,
  '0002-notices': notices,
  '0003-settings': settings,
  '0004-audit': audit,
  '0006-plans': plans,
  '0007-following': following,
  '0008-servers': servers,
  '0009-second-factor': secondFactor,
  '0012-live': live,
  '0013-temporary-passwords': temporaryPasswords,
  '0015-slices': slices,
  '0018-stamps': stamps,
  '0019-counts': counts,
  '0020-words': words,
  '0021-own': own,
  '0022-known-words': knownWords,
  '0023-beginnings': beginnings,
  '0024-sessions': sessions,
  '0025-assigned': assigned,
  '0026-lapsed': lapsed,
}

/** All that this version knows, in order. */
export const migrationNames = Object.keys(migrations)

export class NewerDatabaseError extends Error {
  constructor() {
    super('the database was made by a newer version of Goshayesh; update the program')
  }
}

/** Brings the schema up to date; refuses a database of a newer version of the product. */
export async function migrate<Schema>(db: Kysely<Schema>): Promise<void> {
  const migrator = new Migrator({
    db: isPostgres(db) ? db.withPlugin(new PostgresWords()) : db,
    provider: { getMigrations: async () => migrations },
  })
  const { error } = await migrator.migrateToLatest()
  if (error instanceof Error && /corrupted migrations/.test(error.message)) throw new NewerDatabaseError()
  if (error) throw error
}

/** Migrations are written once, in SQLite's words. */
class PostgresWords implements KyselyPlugin {
  transformQuery({ node }: { node: RootOperationNode }): RootOperationNode {
    if (node.kind !== 'RawNode') return node
    return { ...node, sqlFragments: node.sqlFragments.map(inPostgresWords) }
  }

  transformResult: KyselyPlugin['transformResult'] = async ({ result }) => result
}
