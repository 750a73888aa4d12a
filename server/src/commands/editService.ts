import { mayInProvince } from '@goshayesh/shared/permissions'
import { Refusal } from '@goshayesh/shared/refusal'
import type { Actor } from '../records/Actor.ts'
import { differences, recordAct } from '../records/recordAct.ts'
import { checkVersion, versionOf } from '../records/versionOf.ts'
import { checkedService, type ServiceFields } from './checkedService.ts'
import { transact, type Store } from './transact.ts'

/** What is left out stays as it is. */
export type EditServiceInput = { code: string; expectedVersion?: number | null | undefined } & {
  [Name in keyof ServiceFields]?: ServiceFields[Name] | null | undefined
}

/** Changes a service, which stays with its agency: the obstacles logged of it are that agency's. */
export async function editService(
  store: Store,
  actor: Actor,
  input: EditServiceInput,
  now: number,
): Promise<string> {
  if (!mayInProvince(actor, 'EDIT_REGISTRY')) throw new Refusal('FORBIDDEN')
  return transact(store, actor.provinceId, 'alone', async (db) => {
    const service = await db
      .selectFrom('service')
      .selectAll()
      .where('province_id', '=', actor.provinceId)
      .where('code', '=', input.code)
      .executeTakeFirst()
    if (!service) throw new Refusal('NOT_FOUND')
    checkVersion(input.expectedVersion, versionOf.service(service))
    const next = checkedService({
      nameFa: input.nameFa ?? service.name_fa,
      nameEn: input.nameEn ?? service.name_en,
      audience: input.audience ?? service.audience,
      channel: input.channel ?? service.channel,
      inSingleWindow: input.inSingleWindow ?? service.in_single_window === 1,
    })
    await db
      .updateTable('service')
      .set(next)
      .where('province_id', '=', service.province_id)
      .where('code', '=', service.code)
      .execute()
    const act = {
      provinceId: actor.provinceId,
      kind: 'SERVICE',
      subject: service.code,
      actorId: actor.id,
    } as const
    await recordAct(db, { ...act, changes: differences(service, { ...service, ...next }) }, now)
    return service.code
  })
}
