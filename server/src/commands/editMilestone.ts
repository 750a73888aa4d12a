import { mayInProvince } from '@goshayesh/shared/permissions'
import { Refusal } from '@goshayesh/shared/refusal'
import type { Database } from '../database/connect.ts'
import type { MilestoneRow } from '../database/tables.ts'
import type { Actor } from '../records/Actor.ts'
import { moveRecords, type Moves } from '../records/moveRecords.ts'
import type { Rules } from '../records/Rules.ts'
import { checkVersion, versionOf } from '../records/versionOf.ts'
import { changeRules } from './changeRules.ts'
import { milestoneFields } from './defineMilestone.ts'
import type { Store } from './transact.ts'

export interface EditMilestoneInput {
  id: number
  /** What is left out stays as it is. */
  name?: string | null | undefined
  dueDate?: string | null | undefined
  /** Of what the change was written for; null: whatever stands there. */
  expectedVersion?: number | null | undefined
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
      checkVersion(input.expectedVersion, versionOf.milestone(milestoneOf(rules, input)))
      await db
        .updateTable('milestone')
        .set(editedFields(rules, input, now))
        .where('province_id', '=', actor.provinceId)
        .where('id', '=', input.id)
        .execute()
    },
  )
  return { milestoneId: input.id, movedDeadlines }
}

/** What editing the milestone would move; nothing is written. */
export async function previewMilestoneEdit(
  db: Database,
  actor: Actor,
  rules: Rules,
  input: EditMilestoneInput,
  now: number,
): Promise<Moves> {
  if (!mayInProvince(actor, 'DEFINE_MILESTONE')) throw new Refusal('FORBIDDEN')
  const fields = editedFields(rules, input, now)
  const milestones = rules.milestones
    .map((milestone) => (milestone.id === input.id ? { ...milestone, ...fields } : milestone))
    .sort((a, b) => a.due_at - b.due_at)
  return moveRecords(db, rules, { ...rules, milestones }, 'MILESTONE', null, now)
}

function editedFields(rules: Rules, input: EditMilestoneInput, now: number): Partial<MilestoneRow> {
  const { name, due_date } = milestoneOf(rules, input)
  const asked = { name: input.name ?? name, dueDate: input.dueDate ?? due_date }
  const { due_at, ...fields } = milestoneFields(rules, asked, input.dueDate == null ? -Infinity : now)
  return fields.due_date === due_date ? fields : { ...fields, due_at }
}

function milestoneOf({ milestones }: Rules, { id }: EditMilestoneInput): MilestoneRow {
  const milestone = milestones.find((one) => one.id === id)
  if (!milestone) throw new Refusal('NOT_FOUND')
  return milestone
}
