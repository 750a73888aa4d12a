import { mayInProvince } from '@goshayesh/shared/permissions'
import { Refusal, invalid } from '@goshayesh/shared/refusal'
import type { Actor } from '../records/Actor.ts'
import { recordAct } from '../records/recordAct.ts'
import { userOf } from './editUser.ts'
import { temporaryPassword } from './temporaryPassword.ts'
import { transact, type Store } from './transact.ts'

/**
 * Gives somebody else another password, told here once; ends the sessions and the waits after wrong guesses. The
 * own password is changed by whoever knows it.
 */
export async function resetPassword(
  store: Store,
  actor: Actor,
  id: number,
  now: number,
): Promise<{ userId: number; temporaryPassword: string }> {
  if (!mayInProvince(actor, 'EDIT_PEOPLE')) throw new Refusal('FORBIDDEN')
  if (id === actor.id) throw invalid('id', 'OWN_ACCOUNT')
  const { password, hash, expiresAt } = await temporaryPassword(now)
  return transact(store, actor.provinceId, 'alone', async (db) => {
    const { email } = await userOf(db, actor, id)
    await db
      .updateTable('user')
      .set({ password_hash: hash, password_expires_at: expiresAt })
      .where('id', '=', id)
      .execute()
    await db.deleteFrom('session').where('user_id', '=', id).execute()
    const act = { provinceId: actor.provinceId, kind: 'PASSWORD', subject: id, actorId: actor.id } as const
    await recordAct(db, { ...act, changes: [{ field: 'password', before: null, after: 'reset' }] }, now)
    await db.deleteFrom('sign_in_attempt').where('email', '=', email).execute()
    return { userId: id, temporaryPassword: password }
  })
}
