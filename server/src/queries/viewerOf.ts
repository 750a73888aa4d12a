import { createHash } from 'node:crypto'
import { actorOf, type Actor } from '../records/Actor.ts'
import type { Database } from '../database/connect.ts'

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
  const hashes = [...byHash.keys()]
  const viewers = new Map<string, Actor>()
  for (let from = 0; from < hashes.length; from += CHUNK) {
    const users = await db
      .selectFrom('session')
      .innerJoin('user', 'user.id', 'session.user_id')
      .selectAll('user')
      .select('session.token_hash')
      .where('session.token_hash', 'in', hashes.slice(from, from + CHUNK))
      .where('session.expires_at', '>', now)
      .where('user.suspended_at', 'is', null)
      .execute()
    for (const user of users) viewers.set(byHash.get(user.token_hash) ?? '', actorOf(user))
  }
  return viewers
}

/** A statement takes a limited number of values. */
const CHUNK = 500

export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
