import { limits } from '@goshayesh/shared/obstacleInput'
import { mayInProvince, type Role } from '@goshayesh/shared/permissions'
import { Refusal, invalid } from '@goshayesh/shared/refusal'
import type { Database } from '../database/connect.ts'
import type { UserRow } from '../database/tables.ts'
import type { Actor } from '../records/Actor.ts'
import { differences, recordAct } from '../records/recordAct.ts'
import { checkVersion, versionOf } from '../records/versionOf.ts'
import { cleanText } from './cleanText.ts'
import { checkAgency } from './createAccount.ts'
import { transact, type Store } from './transact.ts'

/** What is left out stays as it is; whoever is no official any more has no agency either. */
export interface EditUserInput {
  id: number
  /** Of what the change was written for; null: whatever stands there. */
  expectedVersion?: number | null | undefined
  name?: string | null | undefined
  role?: Role | null | undefined
  agencyCode?: string | null | undefined
  suspended?: boolean | null | undefined
}

/**
 * Changes an account; suspending it ends its sessions. INVALID for suspending or demoting oneself or the last
 * administrator who is active.
 */
export async function editUser(
  store: Store,
  actor: Actor,
  input: EditUserInput,
  now: number,
): Promise<number> {
  if (!mayInProvince(actor, 'EDIT_PEOPLE')) throw new Refusal('FORBIDDEN')
  return transact(store, actor.provinceId, 'alone', async (db) => {
    const user = await userOf(db, actor, input.id)
    checkVersion(input.expectedVersion, versionOf.user(user))
    const next = changed(user, input, now)
    await checkAgency(db, actor.provinceId, { role: next.role, agencyCode: next.agency_code })
    await checkAdministration(db, actor, user, next)
    await db.updateTable('user').set(next).where('id', '=', user.id).execute()
    const before = Object.fromEntries(Object.keys(next).map((name) => [name, user[name as keyof Editable]]))
    const act = { provinceId: actor.provinceId, kind: 'PERSON', subject: user.id, actorId: actor.id } as const
    await recordAct(db, { ...act, changes: differences(before, next) }, now)
    if (next.suspended_at !== null) {
      await db.deleteFrom('session').where('user_id', '=', user.id).execute()
    }
    await leaveAsFocalPoint(db, user, next)
    return user.id
  })
}

/** The account with this id in the actor's province; NOT_FOUND if there is none. */
export async function userOf(db: Database, actor: Actor, id: number): Promise<UserRow> {
  const user = await db
    .selectFrom('user')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!user) throw new Refusal('NOT_FOUND')
  return user
}

type Editable = Pick<UserRow, 'name' | 'role' | 'agency_code' | 'suspended_at'>

function changed(user: UserRow, input: EditUserInput, now: number): Editable {
  const role = input.role ?? user.role
  const kept = role === 'OFFICIAL' ? user.agency_code : null
  const suspended = input.suspended ?? user.suspended_at !== null
  return {
    name: input.name == null ? user.name : cleanText('input.name', input.name, limits.party),
    role,
    agency_code: input.agencyCode === undefined ? kept : input.agencyCode,
    suspended_at: suspended ? (user.suspended_at ?? now) : null,
  }
}

async function checkAdministration(db: Database, actor: Actor, user: UserRow, next: Editable): Promise<void> {
  const isSuspended = user.suspended_at === null && next.suspended_at !== null
  const isDemoted = user.role === 'ADMINISTRATOR' && next.role !== 'ADMINISTRATOR'
  if (!isSuspended && !isDemoted) return
  const path = isDemoted ? 'input.role' : 'input.suspended'
  if (user.id === actor.id) throw invalid(path, 'OWN_ACCOUNT')
  if (user.role !== 'ADMINISTRATOR' || user.suspended_at !== null) return
  const other = await db
    .selectFrom('user')
    .select('id')
    .where('province_id', '=', actor.provinceId)
    .where('role', '=', 'ADMINISTRATOR')
    .where('suspended_at', 'is', null)
    .where('id', '!=', user.id)
    .executeTakeFirst()
  if (!other) throw invalid(path, 'LAST_ADMINISTRATOR')
}

/** Only an active official of the agency is its focal point. */
async function leaveAsFocalPoint(db: Database, user: UserRow, next: Editable): Promise<void> {
  const stays = next.suspended_at === null ? (next.agency_code ?? '') : ''
  await db
    .updateTable('agency')
    .set({ focal_point_id: null })
    .where('province_id', '=', user.province_id)
    .where('focal_point_id', '=', user.id)
    .where('code', '!=', stays)
    .execute()
}
