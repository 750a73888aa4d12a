import { mayInProvince } from '@goshayesh/shared/permissions'
import { Refusal, invalid } from '@goshayesh/shared/refusal'
import type { Actor } from '../records/Actor.ts'
import { dropSecondFactor } from './dropSecondFactor.ts'
import { userOf } from './editUser.ts'
import { endOtherSessions } from './endOtherSessions.ts'
import { recordSecondFactor } from './recordSecondFactor.ts'
import { transact, type Store } from './transact.ts'

/**
 * Turns off the second factor of somebody else who has lost the device and the recovery codes, and ends the sessions.
 * Without one nothing happens.
 */
export async function resetSecondFactor(
  store: Store,
  actor: Actor,
  id: number,
  now: number,
): Promise<number> {
  if (!mayInProvince(actor, 'EDIT_PEOPLE')) throw new Refusal('FORBIDDEN')
  if (id === actor.id) throw invalid('id', 'OWN_ACCOUNT')
  return transact(store, actor.provinceId, 'alone', async (db) => {
    const user = await userOf(db, actor, id)
    if (!(await dropSecondFactor(db, user.id))) return user.id
    await endOtherSessions(db, user.id, null)
    await recordSecondFactor(db, actor, user.id, 'off', now)
    return user.id
  })
}
