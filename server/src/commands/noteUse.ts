import type { Database } from '../database/connect.ts'
import { tokenHash, type SessionTimes } from '../queries/viewerOf.ts'
import { sessionEnd } from './sessionEnd.ts'

/** Puts off the end of a session that is in use. */
export async function noteUse(db: Database, token: string, times: SessionTimes, now: number): Promise<void> {
  await db
    .updateTable('session')
    .set({ used_at: now, expires_at: Math.max(times.expires_at, sessionEnd(times, now)) })
    .where('token_hash', '=', tokenHash(token))
    .execute()
}
