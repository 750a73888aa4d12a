import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { Refusal } from '@goshayesh/shared/refusal'
import type { Database } from '../database/connect.ts'
import type { UserRow } from '../database/tables.ts'
import { tokenHash } from '../queries/viewerOf.ts'
import { actorOf, type Actor } from '../records/Actor.ts'

export interface SignInInput {
  email: string
  password: string
}

const DAY = 86_400_000
const SESSION_LIFE = 7 * DAY
/** Guesses that are free; each further one doubles the wait, from half a minute to a quarter of an hour. */
const FREE_GUESSES = 5
const FIRST_WAIT = 30_000
const LONGEST_WAIT = 900_000

/**
 * Opens a session and ends the one given. Answers with the session's token, which is stored as a hash only.
 * Unknown, suspended and mistyped all take the same time and get the same answer.
 */
export function signIn(
  db: Database,
  input: SignInInput,
  now: number,
  previousToken: string | null,
): Promise<{ actor: Actor; token: string }> {
  const email = input.email.trim().toLowerCase().slice(0, 320)
  return provePassword(db, email, input.password, now, (user) => openSession(db, user, now, previousToken))
}

/**
 * Does the work if the password is that of an active account: UNAUTHENTICATED if it is not, TOO_MANY after too many
 * guesses. Tries at one account wait for each other, the work included.
 */
export function provePassword<Result>(
  db: Database,
  email: string,
  password: string,
  now: number,
  work: (user: UserRow) => Promise<Result>,
): Promise<Result> {
  return inTurn(email, async () => {
    await checkWait(db, email, now)
    const user = await db.selectFrom('user').selectAll().where('email', '=', email).executeTakeFirst()
    const usable = user && user.suspended_at === null ? user : undefined
    const fits = await passwordFits(usable?.password_hash ?? null, password)
    if (!usable || !fits) {
      await countFailure(db, email, now)
      throw new Refusal('UNAUTHENTICATED', [], { wrongCredentials: true })
    }
    return work(usable)
  })
}

const turns = new Map<string, Promise<unknown>>()

/** Tries at one account go one after the other, so that of many at once each is counted before the next begins. */
async function inTurn<Result>(email: string, work: () => Promise<Result>): Promise<Result> {
  const result = (turns.get(email) ?? Promise.resolve()).then(work)
  const over = result.catch(() => {})
  turns.set(email, over)
  try {
    return await result
  } finally {
    if (turns.get(email) === over) turns.delete(email)
  }
}

async function openSession(
  db: Database,
  user: UserRow,
  now: number,
  previousToken: string | null,
): Promise<{ actor: Actor; token: string }> {
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
        expires_at: now + SESSION_LIFE,
      })
      .execute()
  })
  return { actor: actorOf(user), token }
}

/** Argon2id with the library's parameters, those that OWASP names. */
export function hashPassword(password: string): Promise<string> {
  return hash(password)
}

let decoy: Promise<string> | undefined

/** Always verifies something, so that the time taken tells nothing about who has an account. */
async function passwordFits(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(16).toString('hex'))
  const readable = password.length <= 1_000 && !password.includes('\u0000')
  const fits = await verify(passwordHash ?? (await decoy), readable ? password : '')
  return fits && readable && passwordHash !== null
}

async function checkWait(db: Database, email: string, now: number): Promise<void> {
  const attempt = await db
    .selectFrom('sign_in_attempt')
    .selectAll()
    .where('email', '=', email)
    .executeTakeFirst()
  if (!attempt || attempt.failures < FREE_GUESSES) return
  const wait = Math.min(FIRST_WAIT * 2 ** (attempt.failures - FREE_GUESSES), LONGEST_WAIT)
  const left = attempt.last_failed_at + wait - now
  if (left > 0 && left <= wait)
    throw new Refusal('TOO_MANY', [], { retryAfterSeconds: Math.ceil(left / 1000) })
}

async function countFailure(db: Database, email: string, now: number): Promise<void> {
  await db
    .deleteFrom('sign_in_attempt')
    .where('last_failed_at', '<', now - DAY)
    .execute()
  await db
    .insertInto('sign_in_attempt')
    .values({ email, failures: 1, last_failed_at: now })
    .onConflict((conflict) =>
      conflict.column('email').doUpdateSet((eb) => ({
        failures: eb('sign_in_attempt.failures', '+', 1),
        last_failed_at: now,
      })),
    )
    .execute()
}
