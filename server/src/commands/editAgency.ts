import { limits } from '@goshayesh/shared/obstacleInput'
import { mayInProvince } from '@goshayesh/shared/permissions'
import { Refusal, invalid } from '@goshayesh/shared/refusal'
import type { Database } from '../database/connect.ts'
import type { AgencyField, AgencyRow, Stage } from '../database/tables.ts'
import type { Actor } from '../records/Actor.ts'
import { differences, recordAct } from '../records/recordAct.ts'
import { checkVersion, versionOf } from '../records/versionOf.ts'
import { checkedAgency, checkNameIsFree } from './checkedAgency.ts'
import { cleanText } from './cleanText.ts'
import { transact, type Store } from './transact.ts'

/** What is left out stays as it is. */
export interface EditAgencyInput {
  code: string
  /** Of what the change was written for; null: whatever stands there. */
  expectedVersion?: number | null | undefined
  nameFa?: string | null | undefined
  nameEn?: string | null | undefined
  kind?: string | null | undefined
  field?: AgencyField | null | undefined
  stage?: Stage | null | undefined
  /** Obligatory where the stage changes. */
  stageReason?: string | null | undefined
  /** Null: nobody. */
  focalPointId?: number | null | undefined
}

/** Changes an agency. Its stage is the secretariat's judgement, so each change is kept with reason and person. */
export async function editAgency(
  store: Store,
  actor: Actor,
  input: EditAgencyInput,
  now: number,
): Promise<string> {
  if (!mayInProvince(actor, 'EDIT_REGISTRY')) throw new Refusal('FORBIDDEN')
  return transact(store, actor.provinceId, 'alone', async (db) => {
    const agency = await db
      .selectFrom('agency')
      .selectAll()
      .where('province_id', '=', actor.provinceId)
      .where('code', '=', input.code)
      .executeTakeFirst()
    if (!agency) throw new Refusal('NOT_FOUND')
    checkVersion(input.expectedVersion, versionOf.agency(agency))
    const asked = {
      nameFa: input.nameFa ?? agency.name_fa,
      nameEn: input.nameEn ?? agency.name_en,
      kind: input.kind ?? agency.kind,
    }
    const next = {
      ...checkedAgency(asked, agency),
      field: input.field ?? agency.field,
      stage: input.stage ?? agency.stage,
      focal_point_id: await focalPointOf(db, agency, input.focalPointId),
    }
    if (next.name_fa !== agency.name_fa) await checkNameIsFree(db, { ...agency, ...next })
    if (next.stage !== agency.stage) await recordStage(db, actor, agency, next.stage, input.stageReason, now)
    await db
      .updateTable('agency')
      .set(next)
      .where('province_id', '=', agency.province_id)
      .where('code', '=', agency.code)
      .execute()
    const act = {
      provinceId: actor.provinceId,
      kind: 'AGENCY',
      subject: agency.code,
      actorId: actor.id,
    } as const
    await recordAct(db, { ...act, changes: differences(agency, { ...agency, ...next }) }, now)
    return agency.code
  })
}

async function recordStage(
  db: Database,
  actor: Actor,
  { province_id, code, stage }: AgencyRow,
  after: Stage,
  reason: string | null | undefined,
  now: number,
): Promise<void> {
  await db
    .insertInto('stage_change')
    .values({
      province_id,
      agency_code: code,
      before: stage,
      after,
      reason: cleanText('input.stageReason', reason ?? '', limits.reason),
      changed_at: now,
      changed_by: actor.id,
    })
    .execute()
}

/** An active official of the agency; INVALID for anybody else. */
async function focalPointOf(
  db: Database,
  { province_id, code, focal_point_id }: AgencyRow,
  asked: number | null | undefined,
): Promise<number | null> {
  if (asked === undefined) return focal_point_id
  if (asked === null) return null
  const person = await db
    .selectFrom('user')
    .select(['id', 'agency_code'])
    .where('province_id', '=', province_id)
    .where('id', '=', asked)
    .where('suspended_at', 'is', null)
    .executeTakeFirst()
  if (!person) throw invalid('input.focalPointId', 'UNKNOWN')
  if (person.agency_code !== code) throw invalid('input.focalPointId', 'NOT_ALLOWED')
  return person.id
}
