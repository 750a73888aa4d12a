import { addDays, parseJalaliDate } from '@goshayesh/shared/jalali'
import { limits } from '@goshayesh/shared/obstacleInput'
import type { DeadlineKind } from '@goshayesh/shared/policy'
import { invalid } from '@goshayesh/shared/refusal'
import { isClockOpen, unsaved } from '../records/ObstacleRecord.ts'
import type { Rules } from '../records/Rules.ts'
import { changeObstacle, type StepInput } from './changeObstacle.ts'
import { cleanText } from './cleanText.ts'
import type { Actor } from '../records/Actor.ts'
import type { Store } from './transact.ts'

export interface RequestExtensionInput extends StepInput {
  kind: DeadlineKind
  until: string
  reason: string
}

/** Asks for a later due date; the clock runs on until somebody else has decided. */
export function requestExtension(
  store: Store,
  actor: Actor,
  input: RequestExtensionInput,
  now: number,
): Promise<number> {
  const reason = cleanText('input.reason', input.reason, limits.reason)
  return changeObstacle(
    store,
    actor,
    'REQUEST_EXTENSION',
    'EXTENSION_REQUESTED',
    input,
    now,
    ({ rules, record }) => {
      const deadline = record.deadlines.find((one) => one.kind === input.kind && isClockOpen(one))
      if (!deadline) throw invalid('input.kind', 'NOT_ALLOWED')
      const until = checkedUntil(rules, input.until, Math.max(deadline.due_at, now))
      record.extensions.push({
        id: unsaved,
        province_id: record.obstacle.province_id,
        obstacle_id: record.obstacle.id,
        deadline_id: deadline.id,
        requested_by: actor.id,
        requested_at: now,
        reason,
        until,
        decision: 'PENDING',
        decided_by: null,
        decided_at: null,
        note: null,
        past_cap: 0,
      })
      return { comment: reason, changes: [{ field: 'until', before: null, after: until }] }
    },
  )
}

/** The close of office on the date has to lie past the present due date, and at most two years. */
function checkedUntil({ calendar }: Rules, text: string, after: number): string {
  const until = parseJalaliDate(text)
  if (!until) throw invalid('input.until', 'BAD_DATE')
  if (until > addDays(calendar.dateAt(after), 730)) throw invalid('input.until', 'BAD_DATE')
  if (calendar.closeOn(until) <= after) throw invalid('input.until', 'NOT_LATER')
  return until
}
