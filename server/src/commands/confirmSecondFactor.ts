import { Refusal, invalid } from '@goshayesh/shared/refusal'
import type { Database } from '../database/connect.ts'
import type { Actor } from '../records/Actor.ts'
import { endOtherSessions } from './endOtherSessions.ts'
import { codeOf, takeTimedCode, type GivenCode } from './proveSecondFactor.ts'
import { recordSecondFactor } from './recordSecondFactor.ts'
import { newRecoveryCodes, recoveryCodeHash } from './newRecoveryCodes.ts'

/**
 * Turns the second factor on that was begun, once the device shows a right code, and ends all other sessions. Answers
 * with codes for whoever loses the device, told here and never again.
 */
export async function confirmSecondFactor(
  db: Database,
  actor: Actor,
  code: GivenCode,
  now: number,
  token: string | null,
): Promise<string[]> {
  const codes = newRecoveryCodes()
  await db.transaction().execute(async (db) => {
    const begun = await db
      .selectFrom('second_factor')
      .selectAll()
      .where('user_id', '=', actor.id)
      .where('confirmed_at', 'is', null)
      .executeTakeFirst()
    if (!begun) throw new Refusal('NOT_ALLOWED_NOW')
    if (!(await takeTimedCode(db, begun, codeOf(code), code.deviceNow)))
      throw invalid(code.path, 'WRONG_CODE')
    await db.updateTable('second_factor').set({ confirmed_at: now }).where('user_id', '=', actor.id).execute()
    const row = { user_id: actor.id, province_id: actor.provinceId }
    await db
      .insertInto('recovery_code')
      .values(codes.map((text) => ({ ...row, code_hash: recoveryCodeHash(text) })))
      .execute()
    await endOtherSessions(db, actor.id, token)
    await recordSecondFactor(db, actor, actor.id, 'on', now)
  })
  return codes
}
