import { limits } from '@goshayesh/shared/obstacleInput'
import type { Role } from '@goshayesh/shared/permissions'
import { Refusal, invalid } from '@goshayesh/shared/refusal'
import type { Database } from '../database/connect.ts'
import { cleanText } from './cleanText.ts'

export interface AccountInput {
  email: string
  name: string
  role: Role
  agencyCode: string | null
  passwordHash: string
}

/** An account in the province; officials work for an agency, nobody else does. Answers with its id. */
export async function createAccount(
  db: Database,
  provinceId: number,
  input: AccountInput,
  now: number,
): Promise<number> {
  const email = input.email.trim().toLowerCase()
  if (!/^[^\s@]{1,64}@[^\s@]{3,255}$/.test(email)) throw invalid('email', 'BAD_VALUE')
  const name = cleanText('name', input.name, limits.party)
  if ((input.role === 'OFFICIAL') !== (input.agencyCode !== null)) throw invalid('agencyCode', 'BAD_VALUE')
  return db.transaction().execute(async (db) => {
    if (await db.selectFrom('user').select('id').where('email', '=', email).executeTakeFirst()) {
      throw new Refusal('INVALID', [{ path: 'email', rule: 'SAME' }])
    }
    if (input.agencyCode !== null) await checkAgency(db, provinceId, input.agencyCode)
    const { id } = await db
      .insertInto('user')
      .values({
        province_id: provinceId,
        email,
        name,
        role: input.role,
        agency_code: input.agencyCode,
        password_hash: input.passwordHash,
        suspended_at: null,
        created_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  })
}

async function checkAgency(db: Database, provinceId: number, code: string): Promise<void> {
  const agency = await db
    .selectFrom('agency')
    .select('code')
    .where('province_id', '=', provinceId)
    .where('code', '=', code)
    .executeTakeFirst()
  if (!agency) throw invalid('agencyCode', 'UNKNOWN')
}
