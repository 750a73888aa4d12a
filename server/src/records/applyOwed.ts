import { nextOwed } from '@goshayesh/shared/deadline'
import { statusAfter } from '@goshayesh/shared/workflow'
import type { DeadlineRow } from '../database/tables.ts'
import { reckon, resumeClock } from './clocks.ts'
import { endWaiting } from './endWaiting.ts'
import {
  isClockOpen,
  positionOf,
  progressOf,
  termsOf,
  type NewFact,
  type ObstacleRecord,
} from './ObstacleRecord.ts'
import type { Rules } from './Rules.ts'

/**
 * Does all that is owed on a record up to `now`, in order: warnings, breaches, ladder steps and the end of a
 * waiting. Each fact bears the instant at which it was owed. Doing it twice does nothing the second time.
 */
export function applyOwed(rules: Rules, record: ObstacleRecord, now: number): NewFact[] {
  const facts: NewFact[] = []
  for (;;) {
    const deadline = earliestOwed(record)
    const resumeAt = record.waiting?.resume_at ?? Infinity
    const deadlineAt = deadline?.next_at ?? Infinity
    if (Math.min(resumeAt, deadlineAt) > now) return facts
    const done =
      deadline && deadlineAt < resumeAt ? [act(rules, record, deadline)] : resume(rules, record, resumeAt)
    facts.push(...done.map((fact) => ({ ...fact, owed: true })))
  }
}

function earliestOwed({ deadlines }: ObstacleRecord): DeadlineRow | undefined {
  return deadlines
    .filter((deadline) => deadline.next_at !== null && isClockOpen(deadline))
    .sort((a, b) => (a.next_at ?? 0) - (b.next_at ?? 0))[0]
}

function act(rules: Rules, record: ObstacleRecord, deadline: DeadlineRow): NewFact {
  const at = deadline.next_at ?? 0
  const owed = nextOwed(
    rules.calendar,
    rules.policy,
    termsOf(rules, record, deadline),
    progressOf(deadline),
    at,
  )
  const fact = carryOut(deadline, owed, at)
  reckon(rules, record, deadline, at)
  return fact
}

function carryOut(deadline: DeadlineRow, owed: ReturnType<typeof nextOwed>, at: number): NewFact {
  switch (owed?.act) {
    case 'WARN':
      deadline.warned_percent = owed.percent
      return {
        kind: 'WARNED',
        deadline,
        at,
        changes: [{ field: 'usedPercent', before: null, after: `${owed.percent}` }],
      }
    case 'BREACH':
      deadline.breached_at = at
      return { kind: 'BREACHED', deadline, at }
    case 'ESCALATE':
      deadline.level = owed.step.level
      return {
        kind: 'ESCALATED',
        deadline,
        at,
        level: owed.step.level,
        comment: owed.step.label,
        party: owed.step.to,
        changes: [{ field: 'escalatedTo', before: null, after: owed.step.to }],
      }
    case undefined:
      throw new Error(`deadline ${deadline.id} is due for an act that the rules don't owe`)
  }
}

function resume(rules: Rules, record: ObstacleRecord, at: number): NewFact[] {
  const { obstacle } = record
  endWaiting(record, at)
  const before = obstacle.status
  obstacle.status = statusAfter('RESUME', positionOf(record)) ?? before
  return [
    { kind: 'RESUMED', at, changes: [{ field: 'status', before, after: obstacle.status }] },
    ...resumeClock(rules, record, 'RESOLVE', at).map((fact) => ({ ...fact, at })),
  ]
}
