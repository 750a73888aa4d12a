import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { invalid, Refusal } from '@goshayesh/shared/refusal'
import type { Database } from '../database/connect.ts'
import type { UserRow } from '../database/tables.ts'

const DAY = 86_400_000
/** Guesses that are free; each further one doubles the wait, from half a minute to a quarter of an hour. */
const FREE_GUESSES = 5
const FIRST_WAIT = 30_000
const LONGEST_WAIT = 900_000

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
    const usable = user && user.suspended_at === null && !isExpired(user, now) ? user : undefined
    const fits = await passwordFits(usable?.password_hash ?? null, password)
    if (!usable || !fits) {
      await countFailure(db, email, now)
      throw new Refusal('UNAUTHENTICATED', [], { wrongCredentials: true })
    }
    return work(usable)
  })
}

function isExpired({ password_expires_at }: UserRow, now: number): boolean {
  return password_expires_at !== null && password_expires_at <= now
}

/** As provePassword, of somebody who is signed in: INVALID at the path where the password is wrong. */
export function proveOwnPassword<Result>(
  db: Database,
  { email }: UserRow,
  { path, text }: { path: string; text: string },
  now: number,
  work: () => Promise<Result>,
): Promise<Result> {
  return provePassword(db, email, text, now, work).catch((error: unknown) => {
    const isWrong = error instanceof Refusal && error.details.wrongCredentials
    throw isWrong ? invalid(path, 'WRONG_PASSWORD') : error
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

/** One more wrong guess at this account. */
export async function countFailure(db: Database, email: string, now: number): Promise<void> {
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
