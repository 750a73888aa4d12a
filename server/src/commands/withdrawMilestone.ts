import { mayInProvince } from '@goshayesh/shared/permissions'
import { Refusal } from '@goshayesh/shared/refusal'
import type { Database } from '../database/connect.ts'
import type { Actor } from '../records/Actor.ts'
import { moveRecords, type Moves } from '../records/moveRecords.ts'
import type { Rules } from '../records/Rules.ts'
import { changeRules } from './changeRules.ts'
import type { Store } from './transact.ts'

/**
 * Takes a milestone back: nothing belongs to it any more, and it caps nothing. A clock that ended under it still names
 * it. Answers with the number of deadlines moved.
 */
export async function withdrawMilestone(
  store: Store,
  actor: Actor,
  id: number,
  now: number,
): Promise<number> {
  const { movedDeadlines } = await changeRules(
    store,
    actor,
    'DEFINE_MILESTONE',
    'MILESTONE',
    now,
    async (db, rules) => {
      if (!rules.milestones.some((milestone) => milestone.id === id)) throw new Refusal('NOT_FOUND')
      await db
        .updateTable('milestone')
        .set({ withdrawn_at: now })
        .where('province_id', '=', actor.provinceId)
        .where('id', '=', id)
        .execute()
    },
  )
  return movedDeadlines
}

/** What withdrawing the milestone would move; nothing is written. */
export async function previewMilestoneWithdrawal(
  db: Database,
  actor: Actor,
  rules: Rules,
  id: number,
  now: number,
): Promise<Moves> {
  if (!mayInProvince(actor, 'DEFINE_MILESTONE')) throw new Refusal('FORBIDDEN')
  const milestones = rules.milestones.filter((milestone) => milestone.id !== id)
  if (milestones.length === rules.milestones.length) throw new Refusal('NOT_FOUND')
  return moveRecords(db, rules, { ...rules, milestones }, 'MILESTONE', null, now)
}
