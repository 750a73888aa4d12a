import { civilDayOf, parseJalaliDate } from '@goshayesh/shared/jalali'
import { limits } from '@goshayesh/shared/obstacleInput'
import type { SubjectKind } from '@goshayesh/shared/policy'
import { invalid } from '@goshayesh/shared/refusal'
import { changeRules } from './changeRules.ts'
import { cleanText } from './cleanText.ts'
import type { Actor } from '../records/Actor.ts'
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
  const name = cleanText('input.name', input.name, limits.party)
  const due_date = parseJalaliDate(input.dueDate)
  if (!due_date) throw invalid('input.dueDate', 'BAD_DATE')
  const { result, movedDeadlines } = await changeRules(
    store,
    actor,
    'DEFINE_MILESTONE',
    'MILESTONE',
    now,
    async (db, rules) => {
      const due_at = rules.calendar.endOfDay(civilDayOf(due_date))
      if (due_at <= now) throw invalid('input.dueDate', 'NOT_LATER')
      const row = {
        province_id: actor.provinceId,
        name,
        due_date,
        due_at,
        subject_kind: input.subjectKind ?? null,
      }
      return db.insertInto('milestone').values(row).returning('id').executeTakeFirstOrThrow()
    },
  )
  return { milestoneId: result.id, movedDeadlines }
}
