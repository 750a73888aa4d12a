import { civilDayOf, parseJalaliDate } from '@goshayesh/shared/jalali'
import { limits } from '@goshayesh/shared/obstacleInput'
import { mayInProvince } from '@goshayesh/shared/permissions'
import type { SubjectKind } from '@goshayesh/shared/policy'
import { Refusal, invalid } from '@goshayesh/shared/refusal'
import type { Database } from '../database/connect.ts'
import type { MilestoneRow } from '../database/tables.ts'
import type { Actor } from '../records/Actor.ts'
import { moveRecords, type Moves } from '../records/moveRecords.ts'
import { unsaved } from '../records/ObstacleRecord.ts'
import type { Rules } from '../records/Rules.ts'
import { changeRules } from './changeRules.ts'
import { cleanText } from './cleanText.ts'
import type { Store } from './transact.ts'

export interface MilestoneInput {
  name: string
  dueDate: string
  subjectKind?: SubjectKind | null | undefined
}

/** Sets a date that no clock to resolve may pass without a leader. */
export async function defineMilestone(
  store: Store,
  actor: Actor,
  input: MilestoneInput,
  now: number,
): Promise<{ milestoneId: number; movedDeadlines: number }> {
  const { result, movedDeadlines } = await changeRules(
    store,
    actor,
    'DEFINE_MILESTONE',
    'MILESTONE',
    now,
    async (db, rules) => {
      const row = {
        province_id: actor.provinceId,
        ...milestoneFields(rules, input, now),
        subject_kind: input.subjectKind ?? null,
      }
      return db.insertInto('milestone').values(row).returning('id').executeTakeFirstOrThrow()
    },
  )
  return { milestoneId: result.id, movedDeadlines }
}

/** What defining the milestone would move; nothing is written. */
export async function previewMilestone(
  db: Database,
  actor: Actor,
  rules: Rules,
  input: MilestoneInput,
  now: number,
): Promise<Moves> {
  if (!mayInProvince(actor, 'DEFINE_MILESTONE')) throw new Refusal('FORBIDDEN')
  const milestone: MilestoneRow = {
    id: unsaved,
    province_id: actor.provinceId,
    ...milestoneFields(rules, input, now),
    subject_kind: input.subjectKind ?? null,
    withdrawn_at: null,
  }
  const milestones = [...rules.milestones, milestone].sort((a, b) => a.due_at - b.due_at)
  return moveRecords(db, rules, { ...rules, milestones }, 'MILESTONE', null, now)
}

/** Name and date as they are stored; INVALID unless the date's end lies after `earliest`. */
export function milestoneFields(
  { calendar }: Rules,
  input: { name: string; dueDate: string },
  earliest: number,
): Pick<MilestoneRow, 'name' | 'due_date' | 'due_at'> {
  const name = cleanText('input.name', input.name, limits.party)
  const due_date = parseJalaliDate(input.dueDate)
  if (!due_date) throw invalid('input.dueDate', 'BAD_DATE')
  const due_at = calendar.endOfDay(civilDayOf(due_date))
  if (due_at <= earliest) throw invalid('input.dueDate', 'NOT_LATER')
  return { name, due_date, due_at }
}
