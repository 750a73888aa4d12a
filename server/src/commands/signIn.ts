import { randomBytes } from 'node:crypto'
import type { Database } from '../database/connect.ts'
import type { UserRow } from '../database/tables.ts'
import { tokenHash } from '../queries/viewerOf.ts'
import { actorOf, type Actor } from '../records/Actor.ts'
import { recordAct } from '../records/recordAct.ts'
import { provePassword } from './provePassword.ts'
import { proveSecondFactor, type GivenCode, type Proof } from './proveSecondFactor.ts'

export interface SignInInput {
  email: string
  password: string
  code: GivenCode
}

const SESSION_LIFE = 7 * 86_400_000

/**
 * Opens a session and ends the one given. Answers with the session's token, which is stored as a hash only.
 * Unknown, suspended and mistyped all take the same time and get the same answer; whether an account has a second
 * factor is told to who knows its password.
 */
export function signIn(
  db: Database,
  input: SignInInput,
  now: number,
  previousToken: string | null,
): Promise<{ actor: Actor; proof: Proof; token: string }> {
  const email = input.email.trim().toLowerCase().slice(0, 320)
  return provePassword(db, email, input.password, now, async (user) => {
    const proof = await proveSecondFactor(db, user, input.code, now)
    return openSession(db, user, proof, now, previousToken)
  })
}

async function openSession(
  db: Database,
  user: UserRow,
  proof: Proof,
  now: number,
  previousToken: string | null,
): Promise<{ actor: Actor; proof: Proof; token: string }> {
  const token = randomBytes(32).toString('base64url')
  await db.transaction().execute(async (db) => {
    await db.deleteFrom('sign_in_attempt').where('email', '=', user.email).execute()
    if (previousToken)
      await db.deleteFrom('session').where('token_hash', '=', tokenHash(previousToken)).execute()
    await db.deleteFrom('session').where('user_id', '=', user.id).where('expires_at', '<=', now).execute()
    await db
      .insertInto('session')
      .values({
        token_hash: tokenHash(token),
        user_id: user.id,
        created_at: now,
        // Not longer than the password.
        expires_at: Math.min(now + SESSION_LIFE, user.password_expires_at ?? Infinity),
      })
      .execute()
    const act = { provinceId: user.province_id, kind: 'SIGN_IN', subject: user.id, actorId: user.id } as const
    await recordAct(db, { ...act, changes: [{ field: 'proof', before: null, after: proof }] }, now)
  })
  return { actor: actorOf(user), proof, token }
}
