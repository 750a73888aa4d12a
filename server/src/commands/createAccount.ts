import { emailProblem, tidyEmail } from '@goshayesh/shared/email'
import { limits } from '@goshayesh/shared/obstacleInput'
import type { Role } from '@goshayesh/shared/permissions'
import { invalid } from '@goshayesh/shared/refusal'
import type { Database } from '../database/connect.ts'
import { differences, recordAct } from '../records/recordAct.ts'
import { lock } from '../database/dialects.ts'
import { cleanText } from './cleanText.ts'

export interface AccountInput {
  email: string
  name: string
  role: Role
  agencyCode: string | null
  passwordHash: string
  /** Null for a password that is to stay. */
  passwordExpiresAt: number | null
}

/** An account in the province; officials work for an agency, nobody else does. Answers with its id. */
export async function createAccount(
  db: Database,
  provinceId: number,
  actorId: number | null,
  input: AccountInput,
  now: number,
): Promise<number> {
  const email = tidyEmail(input.email)
  const problem = emailProblem(email)
  if (problem) throw invalid('input.email', problem)
  const name = cleanText('input.name', input.name, limits.party)
  return db.transaction().execute(async (db) => {
    await lock(db, [`province ${provinceId}`, `account ${email}`])
    if (await db.selectFrom('user').select('id').where('email', '=', email).executeTakeFirst()) {
      throw invalid('input.email', 'TAKEN')
    }
    await checkAgency(db, provinceId, input)
    const { id } = await db
      .insertInto('user')
      .values({
        province_id: provinceId,
        email,
        name,
        role: input.role,
        agency_code: input.agencyCode,
        password_hash: input.passwordHash,
        password_expires_at: input.passwordExpiresAt,
        suspended_at: null,
        created_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await becomeFocalPoint(db, provinceId, input.agencyCode, id)
    const account = { email, name, role: input.role, agencyCode: input.agencyCode }
    const changes = differences(null, account)
    await recordAct(db, { provinceId, kind: 'PERSON', subject: id, actorId, changes }, now)
    return id
  })
}

/** The first account of an agency is whom others turn to, until somebody else is named. */
async function becomeFocalPoint(
  db: Database,
  provinceId: number,
  agencyCode: string | null,
  userId: number,
): Promise<void> {
  if (agencyCode === null) return
  await db
    .updateTable('agency')
    .set({ focal_point_id: userId })
    .where('province_id', '=', provinceId)
    .where('code', '=', agencyCode)
    .where('focal_point_id', 'is', null)
    .execute()
}

/** INVALID unless an official has an agency of the province and anybody else has none. */
export async function checkAgency(
  db: Database,
  provinceId: number,
  { role, agencyCode }: Pick<AccountInput, 'role' | 'agencyCode'>,
): Promise<void> {
  if (role === 'OFFICIAL' && agencyCode === null) throw invalid('input.agencyCode', 'REQUIRED')
  if (role !== 'OFFICIAL' && agencyCode !== null) throw invalid('input.agencyCode', 'BAD_VALUE')
  if (agencyCode === null) return
  const agency = await db
    .selectFrom('agency')
    .select('code')
    .where('province_id', '=', provinceId)
    .where('code', '=', agencyCode)
    .executeTakeFirst()
  if (!agency) throw invalid('input.agencyCode', 'UNKNOWN')
}
