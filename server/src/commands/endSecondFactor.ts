import { Refusal } from '@goshayesh/shared/refusal'
import type { Database } from '../database/connect.ts'
import type { Actor } from '../records/Actor.ts'
import { dropSecondFactor } from './dropSecondFactor.ts'
import { userOf } from './editUser.ts'
import { endOtherSessions } from './endOtherSessions.ts'
import { proveOwnPassword } from './provePassword.ts'
import { proveSecondFactor, type GivenCode } from './proveSecondFactor.ts'
import { recordSecondFactor } from './recordSecondFactor.ts'

/** Turns the own second factor off, which takes what signing in takes, and ends all other sessions. */
export async function endSecondFactor(
  db: Database,
  actor: Actor,
  { password, code }: { password: string; code: GivenCode },
  now: number,
  token: string | null,
): Promise<void> {
  const user = await userOf(db, actor, actor.id)
  await proveOwnPassword(db, user, { path: 'password', text: password }, now, async () => {
    if ((await proveSecondFactor(db, user, code, now)) === 'PASSWORD') throw new Refusal('NOT_ALLOWED_NOW')
    await db.transaction().execute(async (db) => {
      if (!(await dropSecondFactor(db, user.id))) throw new Refusal('NOT_ALLOWED_NOW')
      await db.deleteFrom('sign_in_attempt').where('email', '=', user.email).execute()
      await endOtherSessions(db, user.id, token)
      await recordSecondFactor(db, actor, user.id, 'off', now)
    })
  })
}
