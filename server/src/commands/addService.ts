import { mayInProvince } from '@goshayesh/shared/permissions'
import { Refusal, invalid } from '@goshayesh/shared/refusal'
import type { Actor } from '../records/Actor.ts'
import { differences, recordAct } from '../records/recordAct.ts'
import { checkedCode } from './checkedCode.ts'
import { checkedService, type ServiceFields } from './checkedService.ts'
import { knownAgencyCodes } from './knownAgencyCodes.ts'
import { transact, type Store } from './transact.ts'

export interface AddServiceInput extends ServiceFields {
  code: string
  agencyCode: string
}

/** A service that an agency of the province offers. Answers with its code. */
export async function addService(
  store: Store,
  actor: Actor,
  input: AddServiceInput,
  now: number,
): Promise<string> {
  if (!mayInProvince(actor, 'EDIT_REGISTRY')) throw new Refusal('FORBIDDEN')
  const province_id = actor.provinceId
  const code = checkedCode('input.code', input.code)
  const fields = checkedService(input)
  return transact(store, actor.provinceId, 'alone', async (db) => {
    await knownAgencyCodes(db, actor, 'input.agencyCode', [input.agencyCode])
    const known = await db
      .selectFrom('service')
      .select('code')
      .where('province_id', '=', province_id)
      .where('code', '=', code)
      .executeTakeFirst()
    if (known) throw invalid('input.code', 'TAKEN')
    const row = { province_id, code, agency_code: input.agencyCode, ...fields }
    await db.insertInto('service').values(row).execute()
    const act = { provinceId: province_id, kind: 'SERVICE', subject: code, actorId: actor.id } as const
    await recordAct(db, { ...act, changes: differences(null, row) }, now)
    return code
  })
}
