import { mayInProvince } from '@goshayesh/shared/permissions'
import { Refusal, invalid } from '@goshayesh/shared/refusal'
import type { AgencyField } from '../database/tables.ts'
import type { Actor } from '../records/Actor.ts'
import { differences, recordAct } from '../records/recordAct.ts'
import { checkedAgency, checkNameIsFree } from './checkedAgency.ts'
import { checkedCode } from './checkedCode.ts'
import { transact, type Store } from './transact.ts'

export interface AddAgencyInput {
  code: string
  nameFa: string
  nameEn: string
  kind: string
  field: AgencyField
}

/** An agency of the province that has not loaded its e-government system yet. Answers with its code. */
export async function addAgency(
  store: Store,
  actor: Actor,
  input: AddAgencyInput,
  now: number,
): Promise<string> {
  if (!mayInProvince(actor, 'EDIT_REGISTRY')) throw new Refusal('FORBIDDEN')
  const province_id = actor.provinceId
  const code = checkedCode('input.code', input.code)
  const fields = checkedAgency(input)
  return transact(store, actor.provinceId, 'alone', async (db) => {
    const known = await db
      .selectFrom('agency')
      .select('code')
      .where('province_id', '=', province_id)
      .where('code', '=', code)
      .executeTakeFirst()
    if (known) throw invalid('input.code', 'TAKEN')
    const row = { province_id, code, ...fields, field: input.field, stage: 'NOT_LOADED' as const }
    await checkNameIsFree(db, row)
    await db.insertInto('agency').values(row).execute()
    const act = { provinceId: province_id, kind: 'AGENCY', subject: code, actorId: actor.id } as const
    await recordAct(db, { ...act, changes: differences(null, row) }, now)
    return code
  })
}
