import { hash } from 'node:crypto'
import { actorOf, type Actor } from '../records/Actor.ts'
import type { Database } from '../database/connect.ts'
import { anyOf } from '../database/dialects.ts'

/** Who the session's token belongs to, or null: no such session, run out, signed out or suspended. */
export async function viewerOf(db: Database, token: string | null, now: number): Promise<Actor | null> {
  if (!token) return null
  const user = await db
    .selectFrom('session')
    .innerJoin('user', 'user.id', 'session.user_id')
    .selectAll('user')
    .where('session.token_hash', '=', tokenHash(token))
    .where('session.expires_at', '>', now)
    .where('user.suspended_at', 'is', null)
    .executeTakeFirst()
  return user ? actorOf(user) : null
}

/** As viewerOf, for many sessions at once: those that are over are left out. */
export async function viewersOf(db: Database, tokens: string[], now: number): Promise<Map<string, Actor>> {
  const byHash = new Map(tokens.map((token) => [tokenHash(token), token]))
  const users = await db
    .selectFrom('session')
    .innerJoin('user', 'user.id', 'session.user_id')
    .selectAll('user')
    .select('session.token_hash')
    .where('session.token_hash', 'in', anyOf(db, [...byHash.keys()]))
    .where('session.expires_at', '>', now)
    .where('user.suspended_at', 'is', null)
    .execute()
  return new Map(users.map((user) => [byHash.get(user.token_hash) ?? '', actorOf(user)]))
}

export function tokenHash(token: string): string {
  return hash('sha256', token)
}
