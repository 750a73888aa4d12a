import { sees } from '@goshayesh/shared/permissions'
import { invalid } from '@goshayesh/shared/refusal'
import { isOpen } from '@goshayesh/shared/workflow'
import { cancelClocks } from '../records/clocks.ts'
import { endWaiting } from '../records/endWaiting.ts'
import { loadRecords } from '../records/loadRecords.ts'
import { copyRecord, factsOf, type NewFact, type ObstacleRecord } from '../records/ObstacleRecord.ts'
import { saveRecords } from '../records/saveRecords.ts'
import { changeObstacle, type Step, type StepInput } from './changeObstacle.ts'
import type { Actor } from '../records/Actor.ts'
import type { Store } from './transact.ts'

export interface MergeObstacleInput extends StepInput {
  intoId: number
}

/** The same as another obstacle: it points there, and the agencies that have it count there too. */
export function mergeObstacle(
  store: Store,
  actor: Actor,
  input: MergeObstacleInput,
  now: number,
): Promise<number> {
  const merge = async (step: Step) => {
    const { record } = step
    const main = await mainRecord(actor, step, input)
    record.obstacle.merged_into_id = main.obstacle.id
    endWaiting(record, now)
    cancelClocks(record, now)
    await handOver(actor, step, main)
    return { changes: [{ field: 'mergedInto', before: null, after: `OB-${main.obstacle.number}` }] }
  }
  return changeObstacle(store, actor, 'MERGE', 'MERGED', input, now, merge, 'alone')
}

async function mainRecord(actor: Actor, { db }: Step, input: MergeObstacleInput): Promise<ObstacleRecord> {
  if (input.intoId === input.id) throw invalid('input.intoId', 'SAME')
  const main = (await loadRecords(db, actor.provinceId, [input.intoId])).get(input.intoId)
  if (!main || !sees(actor, factsOf(main))) throw invalid('input.intoId', 'UNKNOWN')
  if (!isOpen(main.obstacle.status)) throw invalid('input.intoId', 'NOT_ALLOWED')
  return main
}

async function handOver(actor: Actor, { db, record, now }: Step, main: ObstacleRecord): Promise<void> {
  const before = copyRecord(main)
  const own = main.obstacle.agency_code
  const codes = [
    record.obstacle.agency_code,
    record.obstacle.reporter_agency_code,
    ...record.affectedAgencyCodes,
  ]
  const joined = new Set(
    codes.filter((code) => code !== null && code !== own && !main.affectedAgencyCodes.includes(code)),
  )
  const added = [...joined].filter((code) => code !== null)
  main.affectedAgencyCodes = [...main.affectedAgencyCodes, ...added].sort()
  const changes = [
    { field: 'mergedFrom', before: null, after: `OB-${record.obstacle.number}` },
    ...added.map((code) => ({ field: 'affectedAgencyCodes', before: null, after: code })),
  ]
  const facts: NewFact[] = [{ kind: 'JOINED', changes }]
  await saveRecords(db, [{ before, record: main, facts }], actor.id, now)
}
