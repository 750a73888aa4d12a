import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import SqliteDatabase from 'better-sqlite3'
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely'
import { Pool, types } from 'pg'
import { openStatuses } from '@goshayesh/shared/workflow'
import { isPostgresUrl } from '../../../server/src/database/dialects.ts'
import type { Tables } from '../../../server/src/database/tables.ts'
import { answerParent } from './Child.ts'

/*
 * The board as a reader of Apollo's manual writes it: a standalone server, a resolver where names differ, one joined
 * statement a column. It knows no session and no rights, so it has less to do than ours.
 */
const [location = ''] = process.argv.slice(2)
types.setTypeParser(types.builtins.INT8, Number)
const db = new Kysely<Tables>({
  dialect: isPostgresUrl(location)
    ? new PostgresDialect({ pool: new Pool({ connectionString: location }) })
    : new SqliteDialect({ database: new SqliteDatabase(location) }),
})

const typeDefs = `#graphql
  type Query { board: Board! }
  type Board { columns: [Column!]! }
  type Column { status: String! obstacles: [Obstacle!]! }
  type Obstacle {
    id: ID! ref: String! title: String! status: String! severity: String! category: String! overdue: Boolean!
    escalationLevel: Int! version: Int! agency: Agency owner: User nextDeadline: Deadline
  }
  type Agency { code: ID! name: String! }
  type User { id: ID! name: String! }
  type Deadline { dueAt: String! }
`

function cards(status: (typeof openStatuses)[number]) {
  return db
    .selectFrom('obstacle')
    .leftJoin('agency', (join) =>
      join
        .onRef('agency.province_id', '=', 'obstacle.province_id')
        .onRef('agency.code', '=', 'obstacle.agency_code'),
    )
    .leftJoin('user', 'user.id', 'obstacle.owner_id')
    .selectAll('obstacle')
    .select(['agency.name_fa as agency_name', 'user.name as owner_name'])
    .where('obstacle.province_id', '=', 1)
    .where('obstacle.status', '=', status)
    .orderBy('obstacle.next_due_at')
    .orderBy('obstacle.id')
    .limit(50)
    .execute()
}
type Card = Awaited<ReturnType<typeof cards>>[number]

const resolvers = {
  Query: { board: () => ({ columns: openStatuses.map((status) => ({ status })) }) },
  Column: { obstacles: ({ status }: { status: (typeof openStatuses)[number] }) => cards(status) },
  Obstacle: {
    ref: ({ number }: Card) => `OB-${number}`,
    overdue: ({ overdue }: Card) => overdue === 1,
    escalationLevel: (card: Card) => card.escalation_level,
    agency: (card: Card) => card.agency_code && { code: card.agency_code, name: card.agency_name },
    owner: (card: Card) => card.owner_id && { id: card.owner_id, name: card.owner_name },
    nextDeadline: (card: Card) => ({ dueAt: new Date(card.next_due_at).toISOString() }),
  },
}

const { url } = await startStandaloneServer(new ApolloServer({ typeDefs, resolvers }), {
  listen: { host: '127.0.0.1', port: 0 },
})
answerParent(url.replace(/\/$/, ''), {})
