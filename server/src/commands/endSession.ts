import { Refusal } from '@goshayesh/shared/refusal'
import type { Database } from '../database/connect.ts'
import { ownSessions } from '../queries/ownSessions.ts'

/** Ends one of a person's own sessions at once, wherever it is used. NOT_FOUND for what is none of them. */
export async function endSession(db: Database, userId: number, id: string, now: number): Promise<void> {
  const session = (await ownSessions(db, userId, now)).find((session) => session.id === id)
  if (!session) throw new Refusal('NOT_FOUND')
  await db.deleteFrom('session').where('token_hash', '=', session.tokenHash).execute()
}
