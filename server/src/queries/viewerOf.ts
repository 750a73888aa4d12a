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

export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
