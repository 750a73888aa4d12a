import { checkObstacleDraft } from '@goshayesh/shared/obstacleInput'
import { mayInProvince, mayLog } from '@goshayesh/shared/permissions'
import { normalizePersian } from '@goshayesh/shared/persianText'
import type { Category, Severity, SubjectKind } from '@goshayesh/shared/policy'
import { Refusal, invalid } from '@goshayesh/shared/refusal'
import type { Database } from '../database/connect.ts'
import { anyOf } from '../database/dialects.ts'
import { statement, type Places } from '../database/statement.ts'
import { asOne } from '../database/Together.ts'
import { startClock } from '../records/clocks.ts'
import { newRecord } from '../records/newRecord.ts'
import { loadRules } from '../records/Rules.ts'
import { insertRecord } from '../records/saveRecords.ts'
import { letterColumns } from './letterColumns.ts'
import { knownAgencyCodes, openMilestoneId } from './knownAgencyCodes.ts'
import type { Actor } from '../records/Actor.ts'
import { transact, type Store } from './transact.ts'

export interface LogObstacleInput {
  idempotencyKey?: string | null | undefined
  title: string
  description?: string | null | undefined
  subjectKind: SubjectKind
  agencyCode?: string | null | undefined
  serviceCode?: string | null | undefined
  affectedAgencyCodes?: string[] | null | undefined
  category: Category
  severity: Severity
  milestoneId?: number | null | undefined
  windowStep?: string | null | undefined
  letterNumber?: string | null | undefined
  /** Jalali. */
  letterDate?: string | null | undefined
}

/** Puts an obstacle on record and starts its clocks. The same idempotency key again answers with the same obstacle. */
export async function logObstacle(
  store: Store,
  actor: Actor,
  input: LogObstacleInput,
  now: number,
): Promise<number> {
  if (!mayInProvince(actor, 'LOG')) throw new Refusal('FORBIDDEN')
  const draft = {
    title: input.title,
    description: input.description ?? '',
    subjectKind: input.subjectKind,
    agencyCode: input.agencyCode ?? null,
    serviceCode: input.serviceCode ?? null,
    affectedAgencyCodes: input.affectedAgencyCodes ?? [],
    windowStep: input.windowStep,
    letterNumber: input.letterNumber,
  }
  const problems = checkObstacleDraft(draft)
  if (problems.length > 0) throw new Refusal('INVALID', problems)
  const letter = letterColumns(input)
  const idempotency_key = checkedKey(input.idempotencyKey)
  const key = idempotency_key && `logged by ${actor.id}: ${idempotency_key}`
  return transact(store, actor.provinceId, { key }, async (db) => {
    const earlier = idempotency_key && (await loggedBefore(db, actor, idempotency_key))
    if (earlier) return earlier
    const subject = await findSubject(db, actor, draft)
    if (!mayLog(actor, { subjectKind: draft.subjectKind, agencyCode: subject.agency_code }))
      throw new Refusal('FORBIDDEN')
    const affected = await knownAgencyCodes(db, actor, 'input.affectedAgencyCodes', draft.affectedAgencyCodes)
    const rules = await loadRules(db, actor.provinceId)
    const record = newRecord(
      {
        province_id: actor.provinceId,
        number: await nextNumber(db, actor.provinceId),
        title: normalizePersian(draft.title),
        description: normalizePersian(draft.description),
        subject_kind: draft.subjectKind,
        ...subject,
        category: input.category,
        severity: input.severity,
        reporter_id: actor.id,
        reporter_agency_code: actor.agencyCode,
        milestone_id: openMilestoneId(rules, input.milestoneId, now),
        ...letter,
        idempotency_key,
        created_at: now,
      },
      affected.filter((code) => code !== subject.agency_code),
    )
    startClock(rules, record, 'ASSIGN', now)
    startClock(rules, record, 'RESOLVE', now)
    await insertRecord(db, record, [{ kind: 'LOGGED' }], actor.id, now)
    return record.obstacle.id
  })
}

function checkedKey(key: string | null | undefined): string | null {
  if (!key) return null
  if (key.length > 200) throw invalid('input.idempotencyKey', 'TOO_LONG', 200)
  if (key.includes('\u0000')) throw invalid('input.idempotencyKey', 'BAD_CHARACTER')
  return key
}

function loggedBefore(db: Database, actor: Actor, key: string): Promise<number | null> {
  return asOne(
    db,
    'reads',
    () => `logged by ${actor.id}`,
    key,
    async (db, keys) => {
      const found = await loggedUnder(db, { provinceId: actor.provinceId, reporterId: actor.id, keys })
      const ids = new Map(found.map(({ id, key }) => [key, id]))
      return keys.map((key) => ids.get(key) ?? null)
    },
  )
}

const loggedUnder = statement(
  (db, value: Places<{ provinceId: number; reporterId: number; keys: string[] }>) =>
    db
      .selectFrom('obstacle')
      .select(['id', 'idempotency_key as key'])
      .where('province_id', '=', value('provinceId'))
      .where('reporter_id', '=', value('reporterId'))
      .where('idempotency_key', ...anyOf(db, 'text', value('keys'))),
)

async function findSubject(
  db: Database,
  actor: Actor,
  draft: { subjectKind: SubjectKind; agencyCode: string | null; serviceCode: string | null },
): Promise<{ agency_code: string | null; service_code: string | null }> {
  if (draft.subjectKind === 'SINGLE_WINDOW') return { agency_code: null, service_code: null }
  if (draft.subjectKind === 'AGENCY') {
    const [agency_code = null] = await knownAgencyCodes(db, actor, 'input.agencyCode', [
      draft.agencyCode ?? '',
    ])
    return { agency_code, service_code: null }
  }
  const service = await db
    .selectFrom('service')
    .select(['agency_code', 'code as service_code'])
    .where('province_id', '=', actor.provinceId)
    .where('code', '=', draft.serviceCode ?? '')
    .executeTakeFirst()
  if (!service) throw invalid('input.serviceCode', 'UNKNOWN')
  if (draft.agencyCode && draft.agencyCode !== service.agency_code)
    throw invalid('input.agencyCode', 'UNKNOWN')
  return service
}

function nextNumber(db: Database, provinceId: number): Promise<number> {
  return asOne(
    db,
    'writes',
    () => `number ${provinceId}`,
    null,
    async (db, asked) => {
      const [numbered] = await numbers(db, { provinceId, many: asked.length })
      if (!numbered) throw new Error(`there is no province ${provinceId}`)
      return asked.map((_, place) => numbered.last_number - asked.length + 1 + place)
    },
  )
}

const numbers = statement((db, value: Places<{ provinceId: number; many: number }>) =>
  db
    .updateTable('province')
    .set((eb) => ({ last_number: eb('last_number', '+', value('many')) }))
    .where('id', '=', value('provinceId'))
    .returning('last_number'),
)
