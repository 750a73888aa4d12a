import { dueOf, isAhead, nextOwed, openPause, percentPassed, soonAt } from '@goshayesh/shared/deadline'
import { civilDayOf } from '@goshayesh/shared/jalali'
import { targetFor, type DeadlineKind, type SlaTarget } from '@goshayesh/shared/policy'
import type { DeadlineRow } from '../database/tables.ts'
import {
  isClockOpen,
  pausesOf,
  progressOf,
  termsOf,
  unsaved,
  type Change,
  type NewFact,
  type ObstacleRecord,
} from './ObstacleRecord.ts'
import { addPause, closePause } from './pauses.ts'
import { capOf, type Rules } from './Rules.ts'

/*
 * The four clocks of an obstacle: these functions change the record in memory and answer with the facts that
 * the change leaves. What a clock shows (due, soon, capped, next owed) is always reckoned anew, in `reckon`.
 */

/** Why a due date moved; kept with the event. */
export type MoveReason = 'RESUMED' | 'EXTENSION' | 'EDITED' | 'CALENDAR' | 'POLICY' | 'MILESTONE' | 'REOPENED'

/** Starts a clock if policy or milestone set such a deadline. A new row has no id until it is saved. */
export function startClock(
  rules: Rules,
  record: ObstacleRecord,
  kind: DeadlineKind,
  now: number,
  startedAt = now,
): DeadlineRow | null {
  const { obstacle } = record
  const target = targetOf(rules, record, kind)
  const cap = kind === 'RESOLVE' ? capOf(rules, obstacle) : null
  const due = dueOf(rules.calendar, { startedAt, target, pauses: [], grant: null, cap })
  if (!due) return null
  const deadline: DeadlineRow = {
    id: unsaved,
    province_id: obstacle.province_id,
    obstacle_id: obstacle.id,
    kind,
    state: 'RUNNING',
    started_at: startedAt,
    ...targetColumns(target),
    pauses_json: '[]',
    due_at: due.dueAt,
    original_due_at: due.dueAt,
    capped_by: due.cappedBy,
    soon_at: due.dueAt,
    stopped_at: null,
    breached_at: null,
    warned_percent: 0,
    level: 0,
    next_at: null,
  }
  record.deadlines.push(deadline)
  reckon(rules, record, deadline, now)
  return deadline
}

/** Stops a clock: met, or missed if it was breached before. A miss that is only now recorded stays a miss. */
export function stopClock(rules: Rules, record: ObstacleRecord, kind: DeadlineKind, now: number): void {
  for (const deadline of openClocks(record, kind)) {
    closePause(deadline, now)
    lapseRequests(record, deadline)
    Object.assign(deadline, { state: 'DONE', stopped_at: now })
    reckon(rules, record, deadline, now)
  }
}

export function cancelClocks(record: ObstacleRecord, now: number, kinds?: DeadlineKind[]): void {
  for (const deadline of record.deadlines.filter(isClockOpen)) {
    if (kinds && !kinds.includes(deadline.kind)) continue
    closePause(deadline, now)
    lapseRequests(record, deadline)
    Object.assign(deadline, { state: 'CANCELLED', stopped_at: now, next_at: null })
  }
}

export function pauseClock(rules: Rules, record: ObstacleRecord, kind: DeadlineKind, now: number): void {
  for (const deadline of resumableClocks(record, kind)) {
    addPause(deadline, { from: now, to: null })
    if (!isClockOpen(deadline)) continue
    deadline.state = 'PAUSED'
    reckon(rules, record, deadline, now)
  }
}

export function resumeClock(
  rules: Rules,
  record: ObstacleRecord,
  kind: DeadlineKind,
  now: number,
): NewFact[] {
  return resumableClocks(record, kind).flatMap((deadline) => {
    closePause(deadline, now)
    if (!isClockOpen(deadline)) return []
    deadline.state = 'RUNNING'
    return reckon(rules, record, deadline, now, 'RESUMED')
  })
}

/** The opening of office on the date to look again, or after it if the office is closed that day. */
export function resumeInstant({ calendar }: Rules, until: string): number {
  return calendar.nextOpening(calendar.startOfDay(civilDayOf(until)))
}

/**
 * The clock to resolve runs again with what remained, under the rules as they are now: the time since it was stopped
 * counts as a pause.
 */
export function reopenClock(rules: Rules, record: ObstacleRecord, stoppedAt: number, now: number): NewFact[] {
  const pause = { from: stoppedAt, to: now }
  const known = record.deadlines.findLast(({ kind }) => kind === 'RESOLVE')
  if (!known) {
    const started = startClock(rules, record, 'RESOLVE', now, record.obstacle.created_at)
    if (!started) return []
    addPause(started, pause)
    reckon(rules, record, started, now, 'REOPENED')
    return [startedFact(started, 'REOPENED')]
  }
  addPause(known, pause)
  if (known.state === 'CANCELLED') return restartClock(rules, record, known, now, 'REOPENED')
  Object.assign(known, { state: 'RUNNING', stopped_at: null })
  return moveClock(rules, record, known, now, 'REOPENED')
}

/** An extension was granted. Where the rules set no such deadline any more, its date is the only one. */
export function extendClock(
  rules: Rules,
  record: ObstacleRecord,
  deadline: DeadlineRow,
  now: number,
): NewFact[] {
  return isClockOpen(deadline)
    ? reckon(rules, record, deadline, now, 'EXTENSION')
    : restartClock(rules, record, deadline, now, 'EXTENSION')
}

/**
 * Reckons every open clock anew from the rules as they are now: after a change of severity, category,
 * milestone, calendar or policy. A clock that the rules no longer set is cancelled; one that they set again goes
 * on as if it had never been; one that they set now and never before begins where it would have begun.
 */
export function moveClocks(rules: Rules, record: ObstacleRecord, now: number, reason: MoveReason): NewFact[] {
  const moved = record.deadlines
    .filter(isClockOpen)
    .flatMap((deadline) => moveClock(rules, record, deadline, now, reason))
  return [...moved, ...startMissingClocks(rules, record, now, reason)]
}

function moveClock(
  rules: Rules,
  record: ObstacleRecord,
  deadline: DeadlineRow,
  now: number,
  reason: MoveReason,
): NewFact[] {
  Object.assign(deadline, targetColumns(targetOf(rules, record, deadline.kind)))
  return reckon(rules, record, deadline, now, reason)
}

function startMissingClocks(
  rules: Rules,
  record: ObstacleRecord,
  now: number,
  reason: MoveReason,
): NewFact[] {
  return clocksDue(record)
    .filter(({ kind }) => openClocks(record, kind).length === 0)
    .flatMap(({ kind, since }) => {
      const cancelled = record.deadlines.findLast(
        (one) => one.kind === kind && one.state === 'CANCELLED' && one.started_at === since,
      )
      if (cancelled) return restartClock(rules, record, cancelled, now, reason)
      const deadline = startClock(rules, record, kind, now, since)
      if (!deadline) return []
      if (kind === 'RESOLVE' && record.waiting) pauseSince(rules, record, deadline, record.waiting.since, now)
      return [startedFact(deadline, reason)]
    })
}

/** The clocks that run in a status where the rules set them, and since when. */
function clocksDue({ obstacle }: ObstacleRecord): { kind: DeadlineKind; since: number }[] {
  const { status, created_at, assigned_at, acknowledged_at, resolved_at } = obstacle
  const resolve = { kind: 'RESOLVE' as const, since: created_at }
  switch (status) {
    case 'LOGGED':
      return [{ kind: 'ASSIGN', since: created_at }, resolve]
    case 'ASSIGNED':
    case 'IN_PROGRESS':
    case 'WAITING':
      return assigned_at === null || acknowledged_at !== null
        ? [resolve]
        : [{ kind: 'ACKNOWLEDGE', since: assigned_at }, resolve]
    case 'RESOLVED':
      return resolved_at === null ? [] : [{ kind: 'VERIFY', since: resolved_at }]
    case 'CLOSED':
    case 'REJECTED':
    case 'MERGED':
      return []
  }
}

/** Sets a clock again that the rules had cancelled: pauses, extensions and the first due date are still with it. */
function restartClock(
  rules: Rules,
  record: ObstacleRecord,
  deadline: DeadlineRow,
  now: number,
  reason: MoveReason,
): NewFact[] {
  const set = targetColumns(targetOf(rules, record, deadline.kind))
  if (!dueOf(rules.calendar, termsOf(rules, record, { ...deadline, ...set }))) return []
  const state = openPause(pausesOf(deadline)) ? 'PAUSED' : 'RUNNING'
  Object.assign(deadline, { ...set, state, stopped_at: null })
  const facts = reckon(rules, record, deadline, now, reason).filter(({ kind }) => kind !== 'DEADLINE_MOVED')
  return [startedFact(deadline, reason), ...facts]
}

function pauseSince(
  rules: Rules,
  record: ObstacleRecord,
  deadline: DeadlineRow,
  from: number,
  now: number,
): void {
  addPause(deadline, { from, to: null })
  deadline.state = 'PAUSED'
  reckon(rules, record, deadline, now)
}

function startedFact(deadline: DeadlineRow, reason: MoveReason): NewFact {
  return { kind: 'DEADLINE_MOVED', deadline, comment: reason, changes: [dueChange(null, deadline.due_at)] }
}

/** Sets what follows from a clock's terms; answers with DEADLINE_MOVED and BREACH_WITHDRAWN where they apply. */
export function reckon(
  rules: Rules,
  record: ObstacleRecord,
  deadline: DeadlineRow,
  now: number,
  reason?: MoveReason,
): NewFact[] {
  const { calendar, policy } = rules
  const facts: NewFact[] = []
  const terms = termsOf(rules, record, deadline)
  if (reason) {
    const due = dueOf(calendar, terms)
    if (!due) {
      Object.assign(deadline, { state: 'CANCELLED', stopped_at: now, next_at: null })
      return [
        { kind: 'DEADLINE_MOVED', deadline, comment: reason, changes: [dueChange(deadline.due_at, null)] },
      ]
    }
    if (due.dueAt !== deadline.due_at) {
      facts.push({
        kind: 'DEADLINE_MOVED',
        deadline,
        comment: reason,
        changes: [dueChange(deadline.due_at, due.dueAt)],
      })
    }
    // A date that somebody gave to this one obstacle is warned of, however often the one before was.
    if (due.dueAt > deadline.due_at && (reason === 'EXTENSION' || reason === 'EDITED'))
      deadline.warned_percent = Math.min(
        deadline.warned_percent,
        percentPassed(calendar, policy.warnAtPercent, terms, due.dueAt, now),
      )
    deadline.due_at = due.dueAt
    deadline.capped_by = due.cappedBy
    const { breached_at } = deadline
    // Even where the clock on the wall was set back since.
    if (breached_at !== null && isAhead(calendar, terms, due.dueAt, Math.max(now, breached_at))) {
      Object.assign(deadline, { breached_at: null, level: 0 })
      facts.push({ kind: 'BREACH_WITHDRAWN', deadline, comment: reason })
    }
  }
  deadline.soon_at = soonAt(calendar, terms, deadline.due_at)
  deadline.next_at = nextOwed(calendar, policy, terms, progressOf(deadline), now)?.at ?? null
  return facts
}

function dueChange(before: number | null, after: number | null): Change {
  const text = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString())
  return { field: 'dueAt', before: text(before), after: text(after) }
}

function openClocks(record: ObstacleRecord, kind: DeadlineKind): DeadlineRow[] {
  return record.deadlines.filter((deadline) => deadline.kind === kind && isClockOpen(deadline))
}

/** Those that run or stand paused, and those that the rules have cancelled and may set again. */
function resumableClocks(record: ObstacleRecord, kind: DeadlineKind): DeadlineRow[] {
  return record.deadlines.filter((deadline) => deadline.kind === kind && deadline.state !== 'DONE')
}

/** Nobody has to decide any more whether a clock that has ended may run longer. */
function lapseRequests({ extensions }: ObstacleRecord, { id }: DeadlineRow): void {
  for (const extension of extensions)
    if (extension.deadline_id === id && extension.decision === 'PENDING') extension.decision = 'LAPSED'
}

function targetOf({ policy }: Rules, { obstacle }: ObstacleRecord, kind: DeadlineKind): SlaTarget | null {
  const { category, severity, subject_kind: subjectKind } = obstacle
  return targetFor(policy, { category, severity, subjectKind }, kind)
}

function targetColumns(target: SlaTarget | null): Pick<DeadlineRow, 'target_amount' | 'target_unit'> {
  return { target_amount: target?.amount ?? null, target_unit: target?.unit ?? null }
}
