import { dueOf } from '@goshayesh/shared/deadline'
import type { Rules } from './Rules.ts'

const MINUTE = 60_000

/**
 * What of the policy a clock that starts now would come to only beyond all calendars, as a path; null where there is
 * nothing. With such rules in force nothing could be logged any more.
 */
export function outOfReach({ calendar, policy }: Rules, now: number): string | null {
  let latest = now
  for (const [rule, { targets }] of policy.rules.entries())
    for (const [place, target] of targets.entries()) {
      const terms = { startedAt: now, target, pauses: [], grant: null, cap: null }
      const due = reached(() => dueOf(calendar, terms)?.dueAt ?? now)
      if (due === null) return `rules.${rule}.targets.${place}.amount`
      latest = Math.max(latest, due)
    }
  const step = policy.ladder.findIndex(
    ({ afterMinutes }) => reached(() => calendar.add(latest, afterMinutes * MINUTE)) === null,
  )
  return step < 0 ? null : `ladder.${step}.afterMinutes`
}

function reached(reckon: () => number): number | null {
  try {
    return reckon()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
