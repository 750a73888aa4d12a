import type { Database } from '../database/connect.ts'
import { tokenHash } from '../queries/viewerOf.ts'

/** Ends all sessions of a person but the one whose token is given. */
export async function endOtherSessions(db: Database, userId: number, token: string | null): Promise<void> {
  await db
    .deleteFrom('session')
    .where('user_id', '=', userId)
    .where('token_hash', '!=', token === null ? '' : tokenHash(token))
    .execute()
}
