import { parseJalaliDate, civilDayOf } from '@goshayesh/shared/jalali'
import { limits } from '@goshayesh/shared/obstacleInput'
import { invalid } from '@goshayesh/shared/refusal'
import type { WaitingOn } from '@goshayesh/shared/workflow'
import { pauseClock, resumeInstant } from '../records/clocks.ts'
import { unsaved } from '../records/ObstacleRecord.ts'
import type { Rules } from '../records/Rules.ts'
import { changeObstacle, type StepInput } from './changeObstacle.ts'
import { cleanText } from './cleanText.ts'
import type { Actor } from '../records/Actor.ts'
import type { Store } from './transact.ts'

export interface WaitObstacleInput extends StepInput {
  on: WaitingOn
  party: string
  reason: string
  until: string
}

/** Stops the clock to resolve until the party answers, at the latest until the opening of office on `until`. */
export function waitObstacle(
  store: Store,
  actor: Actor,
  input: WaitObstacleInput,
  now: number,
): Promise<number> {
  const party = cleanText('input.party', input.party, limits.party)
  const reason = cleanText('input.reason', input.reason, limits.reason)
  return changeObstacle(store, actor, 'WAIT', 'WAITING', input, now, ({ rules, record }) => {
    const { province_id, id: obstacle_id } = record.obstacle
    const until = checkedUntil(rules, input.until, now)
    record.waiting = {
      id: unsaved,
      province_id,
      obstacle_id,
      on: input.on,
      party,
      reason,
      since: now,
      until,
      resume_at: resumeInstant(rules, until),
      ended_at: null,
    }
    pauseClock(rules, record, 'RESOLVE', now)
    return {
      comment: reason,
      changes: [
        { field: 'waitingOn', before: null, after: input.on },
        { field: 'party', before: null, after: party },
        { field: 'until', before: null, after: until },
      ],
    }
  })
}

function checkedUntil({ calendar }: Rules, text: string, now: number): string {
  const until = parseJalaliDate(text)
  if (!until) throw invalid('input.until', 'BAD_DATE')
  if (until <= calendar.dateAt(now)) throw invalid('input.until', 'NOT_LATER')
  const { max } = limits.waitingDays
  if (calendar.workingDaysBetween(now, calendar.startOfDay(civilDayOf(until))) > max) {
    throw invalid('input.until', 'TOO_FAR', max)
  }
  return until
}
