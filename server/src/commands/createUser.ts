import { mayInProvince } from '@goshayesh/shared/permissions'
import { Refusal } from '@goshayesh/shared/refusal'
import type { Actor } from '../records/Actor.ts'
import { createAccount, type AccountInput } from './createAccount.ts'
import { temporaryPassword } from './temporaryPassword.ts'
import type { Store } from './transact.ts'

/** An account made by an administrator. Its password is told here, once, and nowhere else. */
export async function createUser(
  { db }: Store,
  actor: Actor,
  input: Omit<AccountInput, 'passwordHash' | 'passwordExpiresAt'>,
  now: number,
): Promise<{ userId: number; temporaryPassword: string }> {
  if (!mayInProvince(actor, 'EDIT_PEOPLE')) throw new Refusal('FORBIDDEN')
  const { password, hash, expiresAt } = await temporaryPassword(now)
  const account = { ...input, passwordHash: hash, passwordExpiresAt: expiresAt }
  const userId = await createAccount(db, actor.provinceId, actor.id, account, now)
  return { userId, temporaryPassword: password }
}
