import { Refusal } from '@goshayesh/shared/refusal'
import type { Actor } from '../records/Actor.ts'
import { changeRules } from './changeRules.ts'
import { milestoneFields } from './defineMilestone.ts'
import type { Store } from './transact.ts'

export interface EditMilestoneInput {
  id: number
  /** What is left out stays as it is. */
  name?: string | null | undefined
  dueDate?: string | null | undefined
}

/** Renames a milestone or moves its date, and with it what it caps. A new date lies ahead. */
export async function editMilestone(
  store: Store,
  actor: Actor,
  input: EditMilestoneInput,
  now: number,
): Promise<{ milestoneId: number; movedDeadlines: number }> {
  const { movedDeadlines } = await changeRules(
    store,
    actor,
    'DEFINE_MILESTONE',
    'MILESTONE',
    now,
    async (db, rules) => {
      const milestone = rules.milestones.find(({ id }) => id === input.id)
      if (!milestone) throw new Refusal('NOT_FOUND')
      const { name, due_date } = milestone
      const asked = { name: input.name ?? name, dueDate: input.dueDate ?? due_date }
      const { due_at, ...fields } = milestoneFields(rules, asked, input.dueDate == null ? -Infinity : now)
      const date = fields.due_date === due_date ? {} : { due_at }
      await db
        .updateTable('milestone')
        .set({ ...fields, ...date })
        .where('province_id', '=', actor.provinceId)
        .where('id', '=', milestone.id)
        .execute()
    },
  )
  return { milestoneId: input.id, movedDeadlines }
}
