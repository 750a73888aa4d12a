import { hash } from 'node:crypto'
import type { Database } from '../database/connect.ts'
import { statement, type Places } from '../database/statement.ts'

export interface OwnSession {
  /** Tells nothing of the token. */
  id: string
  tokenHash: string
  device: string | null
  signedInAt: number
  lastUsedAt: number
  expiresAt: number
}

const MOST = 100

/** Where a person is signed in, used last first. */
export async function ownSessions(db: Database, userId: number, now: number): Promise<OwnSession[]> {
  const rows = await sessionsOfUser(db, { userId, now })
  const sessions = rows.map((row) => ({
    id: sessionId(row.token_hash),
    tokenHash: row.token_hash,
    device: row.device,
    signedInAt: row.created_at,
    lastUsedAt: row.used_at ?? row.created_at,
    expiresAt: row.expires_at,
  }))
  return sessions.sort((one, other) => other.lastUsedAt - one.lastUsedAt)
}

export function sessionId(tokenHash: string): string {
  return hash('sha256', tokenHash).slice(0, 32)
}

const sessionsOfUser = statement((db, value: Places<{ userId: number; now: number }>) =>
  db
    .selectFrom('session')
    .selectAll()
    .where('user_id', '=', value('userId'))
    .where('expires_at', '>', value('now'))
    .orderBy('created_at', 'desc')
    .limit(MOST),
)
