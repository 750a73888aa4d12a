import { mayInProvince, type ProvinceAction } from '@goshayesh/shared/permissions'
import { Refusal } from '@goshayesh/shared/refusal'
import type { Database } from '../database/connect.ts'
import type { ActKind } from '../database/tables.ts'
import { moveRecords } from '../records/moveRecords.ts'
import type { MoveReason } from '../records/clocks.ts'
import type { Change } from '../records/ObstacleRecord.ts'
import { loadRules, stampRules, type Rules } from '../records/Rules.ts'
import type { Actor } from '../records/Actor.ts'
import { differences, listDifferences, recordAct } from '../records/recordAct.ts'
import { transact, type Store } from './transact.ts'

/**
 * One act on calendar, policy or milestones: `write` changes the rows, then every running deadline of the
 * province moves, all in one transaction. Answers with what `write` answers and how many moved.
 */
export async function changeRules<Result>(
  store: Store,
  actor: Actor,
  action: ProvinceAction,
  reason: Extract<MoveReason, keyof typeof acts>,
  now: number,
  write: (db: Database, rules: Rules) => Promise<Result>,
): Promise<{ result: Result; movedDeadlines: number }> {
  if (!mayInProvince(actor, action)) throw new Refusal('FORBIDDEN')
  return transact(store, actor.provinceId, 'alone', async (db) => {
    const rules = await loadRules(db, actor.provinceId)
    const result = await write(db, rules)
    await stampRules(db, actor.provinceId)
    const next = await loadRules(db, actor.provinceId)
    const act = { provinceId: actor.provinceId, kind: acts[reason], subject: '', actorId: actor.id }
    await recordAct(db, { ...act, changes: changesOf(rules, next) }, now)
    const { movedDeadlines } = await moveRecords(db, rules, next, reason, actor.id, now)
    return { result, movedDeadlines }
  })
}

const acts = {
  CALENDAR: 'CALENDAR',
  POLICY: 'POLICY',
  MILESTONE: 'MILESTONES',
} as const satisfies Partial<Record<MoveReason, ActKind>>

function changesOf(before: Rules, after: Rules): Change[] {
  const lists = ['closures', 'dates', 'hours'] as const
  return [
    ...lists.flatMap((list) => listDifferences(list, before.calendarRules[list], after.calendarRules[list])),
    ...differences(before.policy, after.policy),
    ...listDifferences('milestones', before.milestones, after.milestones),
  ]
}
