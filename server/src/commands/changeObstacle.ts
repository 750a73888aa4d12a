import type { EventKind } from '@goshayesh/shared/eventKinds'
import { may, sees } from '@goshayesh/shared/permissions'
import { Refusal } from '@goshayesh/shared/refusal'
import { statusAfter, type ObstacleAction } from '@goshayesh/shared/workflow'
import type { Database } from '../database/connect.ts'
import type { Company } from '../database/commit.ts'
import type { ObstacleRow } from '../database/tables.ts'
import { applyOwed } from '../records/applyOwed.ts'
import { loadForStep } from '../records/loadRecords.ts'
import {
  copyRecord,
  factsOf,
  positionOf,
  type Change,
  type NewFact,
  type ObstacleRecord,
} from '../records/ObstacleRecord.ts'
import type { Rules } from '../records/Rules.ts'
import { saveRecords } from '../records/saveRecords.ts'
import type { Actor } from '../records/Actor.ts'
import { transact, type Store } from './transact.ts'

export interface StepInput {
  id: number
  expectedVersion?: number | null | undefined
}

export interface Step {
  db: Database
  rules: Rules
  record: ObstacleRecord
  now: number
}

/** What a step adds to its own event, and the facts that follow from it. */
export interface Outcome {
  comment?: string | null
  changes?: Change[]
  facts?: NewFact[]
  mentionIds?: number[]
  requesterId?: number
}

/**
 * One step on one obstacle, in one transaction: what is owed up to `now` is done first, then the step is
 * checked (seen, allowed to this person, not stale, possible in this status), `work` changes the record, and
 * record and events are saved. A step that touches other obstacles too has to be `alone`. Answers with the
 * obstacle's id.
 */
export async function changeObstacle(
  store: Store,
  actor: Actor,
  action: ObstacleAction,
  kind: EventKind,
  input: StepInput,
  now: number,
  work: (step: Step) => Promise<Outcome> | Outcome,
  company: Company = { obstacleIds: [input.id] },
): Promise<number> {
  return transact(store, actor.provinceId, company, async (db) => {
    const { record, rules } = await loadForStep(db, actor.provinceId, input.id)
    if (!record) throw new Refusal('NOT_FOUND')
    const before = copyRecord(record)
    const owed = applyOwed(rules, record, now)
    const status = check(actor, action, input, before, record)
    const position = copyRecord(record)
    const { comment, changes = [], facts = [], ...people } = await work({ db, rules, record, now })
    record.obstacle.status = status
    const fact: NewFact = {
      kind,
      ...people,
      comment: comment ?? null,
      changes: [...changesOf(position, record), ...changes],
    }
    await saveRecords(db, [{ before, record, facts: [...owed, fact, ...facts] }], actor.id, now)
    return record.obstacle.id
  })
}

/** The status that the step leads to; a Refusal where it may not be taken. */
function check(
  actor: Actor,
  action: ObstacleAction,
  { expectedVersion }: StepInput,
  before: ObstacleRecord,
  record: ObstacleRecord,
): ObstacleRow['status'] {
  const facts = factsOf(record)
  if (!sees(actor, facts)) throw new Refusal('NOT_FOUND')
  if (!may(actor, action, facts)) throw new Refusal('FORBIDDEN')
  const { version } = before.obstacle
  if (expectedVersion != null && expectedVersion !== version) {
    throw new Refusal('CONFLICT', [], { currentVersion: version })
  }
  const status = statusAfter(action, positionOf(record))
  if (!status) throw new Refusal('NOT_ALLOWED_NOW')
  return status
}

const told = {
  status: 'status',
  title: 'title',
  description: 'description',
  category: 'category',
  severity: 'severity',
  solution: 'solution',
  rejection_reason: 'rejectionReason',
  window_step: 'windowStep',
  letter_number: 'letterNumber',
  letter_date: 'letterDate',
} as const satisfies Partial<Record<keyof ObstacleRow, string>>

function changesOf(before: ObstacleRecord, after: ObstacleRecord): Change[] {
  const columns = Object.keys(told) as (keyof typeof told)[]
  const changes: Change[] = columns
    .filter((column) => before.obstacle[column] !== after.obstacle[column])
    .map((column) => ({
      field: told[column],
      before: before.obstacle[column],
      after: after.obstacle[column],
    }))
  for (const { id, decision } of after.extensions) {
    const known = before.extensions.find((extension) => extension.id === id)
    if (known && known.decision !== decision)
      changes.push({ field: 'decision', before: known.decision, after: decision })
  }
  const [was, is] = [before.affectedAgencyCodes.join(' '), after.affectedAgencyCodes.join(' ')]
  return was === is ? changes : [...changes, { field: 'affectedAgencyCodes', before: was, after: is }]
}
