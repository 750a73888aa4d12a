import { randomBytes } from 'node:crypto'
import { tidyEmail } from '@goshayesh/shared/email'
import type { Database } from '../database/connect.ts'
import type { UserRow } from '../database/tables.ts'
import { tokenHash } from '../queries/viewerOf.ts'
import { actorOf, type Actor } from '../records/Actor.ts'
import { recordAct } from '../records/recordAct.ts'
import { deviceOf } from './deviceOf.ts'
import { provePassword } from './provePassword.ts'
import { proveSecondFactor, type GivenCode, type Proof } from './proveSecondFactor.ts'
import { sessionEnd } from './sessionEnd.ts'

export interface SignInInput {
  email: string
  password: string
  code: GivenCode
}

/** Where somebody signs in. */
export interface Door {
  userAgent: string | undefined
  /** Of the session that was there before. */
  token: string | null
}

/**
 * Opens a session and ends the one before it. Answers with the session's token, which is stored as a hash only.
 * Unknown, suspended and mistyped all take the same time and get the same answer; whether an account has a second
 * factor is told to who knows its password.
 */
export async function signIn(
  db: Database,
  input: SignInInput,
  now: number,
  door: Door,
): Promise<{ actor: Actor; proof: Proof; token: string }> {
  const email = await accountTyped(db, input.email.trim().slice(0, 320))
  return provePassword(db, email, input.password, now, async (user) => {
    const proof = await proveSecondFactor(db, user, input.code, now)
    return openSession(db, user, proof, now, door)
  })
}

/** Addresses that were taken before may have Persian digits of their own. */
async function accountTyped(db: Database, text: string): Promise<string> {
  const [typed, tidy] = [text.toLowerCase(), tidyEmail(text)]
  if (typed === tidy) return tidy
  const old = await db.selectFrom('user').select('email').where('email', '=', typed).executeTakeFirst()
  return old?.email ?? tidy
}

async function openSession(
  db: Database,
  user: UserRow,
  proof: Proof,
  now: number,
  door: Door,
): Promise<{ actor: Actor; proof: Proof; token: string }> {
  const token = randomBytes(32).toString('base64url')
  await db.transaction().execute(async (db) => {
    await db.deleteFrom('sign_in_attempt').where('email', '=', user.email).execute()
    if (door.token) await db.deleteFrom('session').where('token_hash', '=', tokenHash(door.token)).execute()
    await db.deleteFrom('session').where('user_id', '=', user.id).where('expires_at', '<=', now).execute()
    await db
      .insertInto('session')
      .values({
        token_hash: tokenHash(token),
        user_id: user.id,
        created_at: now,
        expires_at: sessionEnd({ ...user, created_at: now }, now),
        device: deviceOf(door.userAgent),
      })
      .execute()
    const act = { provinceId: user.province_id, kind: 'SIGN_IN', subject: user.id, actorId: user.id } as const
    await recordAct(db, { ...act, changes: [{ field: 'proof', before: null, after: proof }] }, now)
  })
  return { actor: actorOf(user), proof, token }
}
