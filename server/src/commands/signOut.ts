import type { Database } from '../database/connect.ts'
import { tokenHash } from '../queries/viewerOf.ts'

/** Ends the session at once, wherever it is used. */
export async function signOut(db: Database, token: string): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', tokenHash(token)).execute()
}
