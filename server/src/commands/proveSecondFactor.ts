import { toLatinDigits } from '@goshayesh/shared/digits'
import { invalid } from '@goshayesh/shared/refusal'
import type { Database } from '../database/connect.ts'
import { revealSecret } from '../database/secrets.ts'
import type { SecondFactorRow, UserRow } from '../database/tables.ts'
import { countFailure } from './provePassword.ts'
import { recoveryCodeHash } from './newRecoveryCodes.ts'
import { stepOfCode } from './stepOfCode.ts'

/** A code as it was typed, and what the clock of the device that showed it shows. */
export interface GivenCode {
  path: string
  text: string | null | undefined
  deviceNow: number
}

export type Proof = 'PASSWORD' | 'CODE' | 'RECOVERY_CODE'

/**
 * To be asked once the password was right: INVALID unless the account has no second factor or the code fits, which
 * then fits no more. A wrong one counts as a wrong guess at the password.
 */
export async function proveSecondFactor(
  db: Database,
  user: UserRow,
  given: GivenCode,
  now: number,
): Promise<Proof> {
  const factor = await secondFactorOf(db, user.id)
  if (!factor) return 'PASSWORD'
  const text = codeOf(given)
  if (text === '') throw invalid(given.path, 'REQUIRED')
  if (await takeTimedCode(db, factor, text, given.deviceNow)) return 'CODE'
  if (await takeRecoveryCode(db, user.id, text)) return 'RECOVERY_CODE'
  await countFailure(db, user.email, now)
  throw invalid(given.path, 'WRONG_CODE')
}

/** However it was typed: Persian digits, in groups. */
export function codeOf({ text }: GivenCode): string {
  return toLatinDigits(text ?? '').replace(/[\s\u200c-]/g, '')
}

/** The one that is on, not one that is being set up. */
export function secondFactorOf(db: Database, userId: number): Promise<SecondFactorRow | undefined> {
  return db
    .selectFrom('second_factor')
    .selectAll()
    .where('user_id', '=', userId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
}

/** Whether the code is right, and the first of its step or a later one: of two at once one is taken. */
export async function takeTimedCode(
  db: Database,
  { user_id, secret }: SecondFactorRow,
  code: string,
  deviceNow: number,
): Promise<boolean> {
  const step = stepOfCode(revealSecret(db, ownerOf(user_id), secret), code, deviceNow)
  if (step === null) return false
  const { numUpdatedRows } = await db
    .updateTable('second_factor')
    .set({ last_step: step })
    .where('user_id', '=', user_id)
    .where('last_step', '<', step)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

async function takeRecoveryCode(db: Database, userId: number, code: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('recovery_code')
    .where('user_id', '=', userId)
    .where('code_hash', '=', recoveryCodeHash(code))
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

/** Whose a hidden secret is. */
export function ownerOf(userId: number): string {
  return `second factor of ${userId}`
}
