import { Refusal, invalid } from '@goshayesh/shared/refusal'
import type { Database } from '../database/connect.ts'
import { tokenHash } from '../queries/viewerOf.ts'
import type { Actor } from '../records/Actor.ts'
import { recordAct } from '../records/recordAct.ts'
import { userOf } from './editUser.ts'
import { isKnownPassword } from './isKnownPassword.ts'
import { hashPassword, provePassword } from './signIn.ts'

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
  const { email, name } = await userOf(db, actor, actor.id)
  if (isKnownPassword(next, [email, name, await provinceOf(db, actor)]))
    throw invalid('input.next', 'KNOWN_PASSWORD')
  await provePassword(db, email, current, now, async () => {
    const password_hash = await hashPassword(next)
    await db.transaction().execute(async (db) => {
      await db.updateTable('user').set({ password_hash }).where('id', '=', actor.id).execute()
      const act = {
        provinceId: actor.provinceId,
        kind: 'PASSWORD',
        subject: actor.id,
        actorId: actor.id,
      } as const
      await recordAct(db, { ...act, changes: [{ field: 'password', before: null, after: 'changed' }] }, now)
      await db.deleteFrom('sign_in_attempt').where('email', '=', email).execute()
      await db
        .deleteFrom('session')
        .where('user_id', '=', actor.id)
        .where('token_hash', '!=', token === null ? '' : tokenHash(token))
        .execute()
    })
  }).catch((error: unknown) => {
    const isWrong = error instanceof Refusal && error.details.wrongCredentials
    throw isWrong ? invalid('input.current', 'WRONG_PASSWORD') : error
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
