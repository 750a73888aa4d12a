import { Refusal } from '@goshayesh/shared/refusal'
import type { Database } from '../database/connect.ts'
import { hideSecret } from '../database/secrets.ts'
import type { Actor } from '../records/Actor.ts'
import { userOf } from './editUser.ts'
import { proveOwnPassword } from './provePassword.ts'
import { ownerOf } from './proveSecondFactor.ts'
import { newSecret, uriOf } from './stepOfCode.ts'

/**
 * Makes a secret for the person's device, told here and never again. Nothing is asked of the person until a code of
 * the device has confirmed it.
 */
export async function beginSecondFactor(
  db: Database,
  actor: Actor,
  password: string,
  now: number,
): Promise<{ secret: string; uri: string }> {
  const user = await userOf(db, actor, actor.id)
  return proveOwnPassword(db, user, { path: 'password', text: password }, now, async () => {
    const secret = newSecret()
    const begun = { secret: hideSecret(db, ownerOf(user.id), secret), begun_at: now, last_step: 0 }
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('second_factor')
      .values({ user_id: user.id, province_id: user.province_id, confirmed_at: null, ...begun })
      .onConflict((conflict) =>
        conflict.column('user_id').doUpdateSet(begun).where('second_factor.confirmed_at', 'is', null),
      )
      .executeTakeFirstOrThrow()
    if (numInsertedOrUpdatedRows !== 1n) throw new Refusal('NOT_ALLOWED_NOW')
    return { secret, uri: uriOf(secret, user.email) }
  })
}
