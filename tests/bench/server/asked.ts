import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openStatuses } from '@goshayesh/shared/workflow'
import { tokenHash } from '../../../server/src/queries/viewerOf.ts'
import type { Actor } from '../../../server/src/records/Actor.ts'
import type { Database } from '../../../server/src/database/connect.ts'
import type { Request } from './drive.ts'

const TOKEN = randomBytes(32).toString('base64url')

const web = (path: string) => readFileSync(join(import.meta.dirname, '../../../web/src', path), 'utf8')
const card = `id ref title status severity category overdue escalationLevel version agency { code name } owner { id name }
  nextDeadline { dueAt }`
const page = (filter: string) => ({
  query: `{ obstacles(filter: ${filter}) { edges { node { ${card} } } } }`,
})
export const board = { query: `{ board { columns { status obstacles { ${card} } } } }` }
export const boardOfClient = {
  query: web('boards/Board.graphql') + web('obstacles/ObstacleCard.graphql'),
  operationName: 'Board',
  variables: { perColumn: 50 },
}
export const overduePage = page('{ overdue: true }')
export const overdueByAgency = {
  query: '{ overdueSummary(by: AGENCY) { key label openCount overdueCount } }',
}
/** Both are in every fifth obstacle of the generated ones. */
export const commonSearch = page('{ search: "در سامانه" }')
export const rareSearch = page('{ search: "225" }')

/** The cards of the board in the schema that PostGraphile makes of the tables. */
export const boardOfPostgraphile = {
  query: `fragment Cards on ObstaclesConnection { nodes { id number title status severity category overdue escalationLevel
      version nextDueAt agencyByProvinceIdAndAgencyCode { code nameFa } userByOwnerId { id name } } }
    { ${openStatuses
      .map(
        (status) => `${status}: allObstacles(condition: { provinceId: "1", status: "${status}" },
          orderBy: [NEXT_DUE_AT_ASC, ID_ASC], first: 50) { ...Cards }`,
      )
      .join(' ')} }`,
}

/** A request of the secretary's, who is signed in by signInSecretary. */
export function asked(body: object): Request {
  const headers = { 'content-type': 'application/json', cookie: `goshayesh=${TOKEN}` }
  return { path: '/graphql', headers, body: JSON.stringify(body) }
}

/** The same, as browsers ask. */
export function askedPacked(body: object): Request {
  const request = asked(body)
  return { ...request, headers: { ...request.headers, 'accept-encoding': 'gzip' } }
}

/** The same, as it is put to a server that knows no session. */
export function askedOfPeer(path: string, body: object): Request {
  return { path, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

export async function signInSecretary(db: Database, now: number): Promise<Actor> {
  const { id, name, agency_code } = await db
    .selectFrom('user')
    .selectAll()
    .where('province_id', '=', 1)
    .where('role', '=', 'SECRETARY')
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow()
  const session = { token_hash: tokenHash(TOKEN), user_id: id, created_at: now, expires_at: now * 2 }
  await db.deleteFrom('session').where('user_id', '=', id).execute()
  await db.insertInto('session').values(session).execute()
  return { id, name, role: 'SECRETARY', agencyCode: agency_code, provinceId: 1 }
}
