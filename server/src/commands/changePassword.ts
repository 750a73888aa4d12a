import { invalid } from '@goshayesh/shared/refusal'
import type { Database } from '../database/connect.ts'
import type { Actor } from '../records/Actor.ts'
import { recordAct } from '../records/recordAct.ts'
import { userOf } from './editUser.ts'
import { endOtherSessions } from './endOtherSessions.ts'
import { isKnownPassword } from './isKnownPassword.ts'
import { hashPassword, proveOwnPassword } from './provePassword.ts'

export interface ChangePasswordInput {
  current: string
  next: string
}

const SHORTEST = 10
const LONGEST = 200

/**
 * Changes the own password and ends all sessions but the one given. A wrong `current` counts as a wrong guess at
 * signing in: INVALID, and TOO_MANY after a few.
 */
export async function changePassword(
  db: Database,
  actor: Actor,
  { current, next }: ChangePasswordInput,
  now: number,
  token: string | null,
): Promise<void> {
  if (next.length < SHORTEST) throw invalid('input.next', 'TOO_SHORT', SHORTEST)
  if (next.length > LONGEST) throw invalid('input.next', 'TOO_LONG', LONGEST)
  if (next === current) throw invalid('input.next', 'SAME')
  const user = await userOf(db, actor, actor.id)
  if (isKnownPassword(next, [user.email, user.name, await provinceOf(db, actor)]))
    throw invalid('input.next', 'KNOWN_PASSWORD')
  await proveOwnPassword(db, user, { path: 'input.current', text: current }, now, async () => {
    const password_hash = await hashPassword(next)
    await db.transaction().execute(async (db) => {
      await db
        .updateTable('user')
        .set({ password_hash, password_expires_at: null })
        .where('id', '=', user.id)
        .execute()
      await db.deleteFrom('sign_in_attempt').where('email', '=', user.email).execute()
      await endOtherSessions(db, user.id, token)
      const act = {
        provinceId: actor.provinceId,
        kind: 'PASSWORD',
        subject: user.id,
        actorId: user.id,
      } as const
      await recordAct(db, { ...act, changes: [{ field: 'password', before: null, after: 'changed' }] }, now)
    })
  })
}

/** What the province is called in both languages. */
async function provinceOf(db: Database, { provinceId }: Actor): Promise<string> {
  const { name_fa, name_en } = await db
    .selectFrom('province')
    .select(['name_fa', 'name_en'])
    .where('id', '=', provinceId)
    .executeTakeFirstOrThrow()
  return `${name_fa} ${name_en}`
}
