import type { WorkingCalendar } from './calendar.ts'
import type { JalaliDate } from './jalali.ts'
import type { LadderStep, SlaTarget } from './policy.ts'

const MINUTE = 60_000

export const deadlineStates = ['RUNNING', 'PAUSED', 'DONE', 'CANCELLED'] as const
export type DeadlineState = (typeof deadlineStates)[number]

/** An interval in which the clock stood still; `to` is null while it still does. */
export interface Pause {
  from: number
  to: number | null
}

/** An approved extension: due at the close of office on `until`, reckoned from `at`. */
export interface Grant {
  at: number
  until: JalaliDate
  /** A leader let it pass the milestone: its date then stands in the place of the cap. */
  pastCap: boolean
}

/** A milestone's last instant, which RESOLVE may not pass. */
export interface Cap {
  milestoneId: number
  dueAt: number
}

/** All that a due date follows from. Pauses are in order and do not overlap. */
export interface Terms {
  startedAt: number
  target: SlaTarget | null
  pauses: Pause[]
  grant: Grant | null
  cap: Cap | null
}

export interface Due {
  dueAt: number
  cappedBy: number | null
}

/**
 * When the deadline falls due, or null where neither a target nor a milestone sets one. An open pause is
 * not counted yet: the due date moves when the clock is resumed.
 */
export function dueOf(calendar: WorkingCalendar, terms: Terms): Due | null {
  const target = targetDue(calendar, terms)
  const granted = grantedDue(calendar, terms)
  const own = target === null ? granted : Math.max(target, granted ?? target)
  const cap = capInstant(calendar, terms)
  if (cap === null) return own === null ? null : { dueAt: own, cappedBy: null }
  if (own !== null && own <= cap) return { dueAt: own, cappedBy: null }
  return { dueAt: cap, cappedBy: cap === terms.cap?.dueAt ? terms.cap.milestoneId : null }
}

/** The instant that a pause does not move: the milestone's, or the date to which a leader lifted it. */
export function capInstant(calendar: WorkingCalendar, terms: Terms): number | null {
  if (terms.cap === null) return null
  if (!terms.grant?.pastCap) return terms.cap.dueAt
  return Math.max(terms.cap.dueAt, calendar.closeOn(terms.grant.until))
}

function targetDue(calendar: WorkingCalendar, terms: Terms): number | null {
  const { target, startedAt, pauses } = terms
  if (target === null) return null
  switch (target.unit) {
    case 'WORKING_MINUTES':
      return advance(calendar, startedAt, target.amount * MINUTE, pauses)
    case 'WORKING_DAYS':
      return carry(calendar, startedAt, calendar.closeOfWorkingDay(startedAt, target.amount), pauses)
    case 'CALENDAR_DAYS':
      return calendar.endOfDay(carryDays(calendar, calendar.dayAt(startedAt) + target.amount, pauses))
  }
}

function grantedDue(calendar: WorkingCalendar, { grant, pauses }: Terms): number | null {
  if (grant === null) return null
  return carry(calendar, grant.at, Math.max(grant.at, calendar.closeOn(grant.until)), pauses)
}

/** Moves a due date set at `start` by the pauses that fall before it. */
function carry(calendar: WorkingCalendar, start: number, due: number, pauses: Pause[]): number {
  const moves = pauses.some((pause) => pause.to !== null && pause.to > start && pause.from < due)
  return moves ? advance(calendar, start, calendar.elapsed(start, due), pauses) : due
}

function carryDays(calendar: WorkingCalendar, dueDay: number, pauses: Pause[]): number {
  let day = dueDay
  for (const { from, to } of pauses) {
    if (to === null || calendar.dayAt(from) > day) break
    day += calendar.dayAt(to) - calendar.dayAt(from)
  }
  return day
}

/** The earliest instant at which the clock, started at `start`, has run for `workingMs`. */
function advance(calendar: WorkingCalendar, start: number, workingMs: number, pauses: Pause[]): number {
  let cursor = start
  let left = workingMs
  for (const { from, to } of pauses) {
    if (to === null) break
    if (to <= cursor) continue
    const available = calendar.elapsed(cursor, from)
    if (from > cursor && left <= available) break
    left -= available
    cursor = to
  }
  return calendar.add(cursor, left)
}

/** Working milliseconds for which the clock ran between two instants. */
export function ranBetween(calendar: WorkingCalendar, pauses: Pause[], from: number, to: number): number {
  return Math.max(0, calendar.elapsed(from, to) - pausedBetween(calendar, pauses, from, to))
}

/** Working milliseconds for which the clock stood still between two instants. */
export function pausedBetween(calendar: WorkingCalendar, pauses: Pause[], from: number, to: number): number {
  let paused = 0
  for (const pause of pauses) {
    paused += calendar.elapsed(Math.max(pause.from, from), Math.min(pause.to ?? to, to))
  }
  return paused
}

/**
 * Working milliseconds left at `now`, negative past due. A pause stands still, lateness included; a cap does
 * not wait for it.
 */
export function remaining(calendar: WorkingCalendar, terms: Terms, dueAt: number, now: number): number {
  const own = ownRemaining(calendar, terms, dueAt, now)
  const cap = capInstant(calendar, terms)
  if (cap === null) return own
  return Math.min(own, now <= cap ? calendar.elapsed(now, cap) : -calendar.elapsed(cap, now))
}

function ownRemaining(calendar: WorkingCalendar, terms: Terms, dueAt: number, now: number): number {
  const { pauses } = terms
  const open = openPause(pauses)
  if (open && open.from <= dueAt) return leftSince(calendar, terms, dueAt, open.from)
  return now <= dueAt ? ranBetween(calendar, pauses, now, dueAt) : -ranBetween(calendar, pauses, dueAt, now)
}

/** What was left when the clock was stopped; an extension decided since then counts from its decision. */
function leftSince(calendar: WorkingCalendar, terms: Terms, dueAt: number, stoppedAt: number): number {
  const { grant } = terms
  const granted = grantedDue(calendar, terms)
  if (grant === null || granted === null) return calendar.elapsed(stoppedAt, dueAt)
  const left = calendar.elapsed(Math.max(stoppedAt, grant.at), granted)
  const target = targetDue(calendar, terms)
  return target === null ? left : Math.max(left, calendar.elapsed(stoppedAt, target))
}

/**
 * Whether the due date is still to come. For a clock that stands still: whether it was when it was stopped, and the
 * milestone, which does not wait, is.
 */
export function isAhead(calendar: WorkingCalendar, terms: Terms, dueAt: number, now: number): boolean {
  const cap = capInstant(calendar, terms)
  return dueAt > (openPause(terms.pauses)?.from ?? now) && (cap === null || cap > now)
}

export function openPause(pauses: Pause[]): Pause | null {
  const last = pauses.at(-1)
  return last && last.to === null ? last : null
}

/** How far a deadline has come, besides its terms. */
export interface Progress {
  state: DeadlineState
  dueAt: number
  breachedAt: number | null
  /** The highest percentage warned of, 0 before the first. */
  warnedPercent: number
  /** The ladder level reached, 0 before the first. */
  level: number
}

export type Owed =
  | { act: 'WARN'; at: number; percent: number }
  | { act: 'BREACH'; at: number }
  | { act: 'ESCALATE'; at: number; step: LadderStep }

/**
 * The next act that is owed, or null. Never before `since`, the instant of the last move: what became owed
 * only by a move is owed from that move on.
 */
export function nextOwed(
  calendar: WorkingCalendar,
  policy: { ladder: LadderStep[]; warnAtPercent: number[] },
  terms: Terms,
  progress: Progress,
  since: number,
): Owed | null {
  if (progress.state === 'PAUSED') return owedWhilePaused(calendar, terms, progress, since)
  if (progress.state !== 'RUNNING') return null
  if (progress.breachedAt !== null) {
    const step = policy.ladder.find(({ level }) => level > progress.level)
    if (!step) return null
    const at = advance(calendar, progress.breachedAt, step.afterMinutes * MINUTE, terms.pauses)
    return { act: 'ESCALATE', at: Math.max(at, since), step }
  }
  const breachAt = Math.max(progress.dueAt, since)
  const warning = nextWarning(calendar, policy.warnAtPercent, terms, progress, since)
  return warning && warning.at < breachAt ? warning : { act: 'BREACH', at: breachAt }
}

/** A clock that stands still owes nothing but the breach of a milestone. */
function owedWhilePaused(
  calendar: WorkingCalendar,
  terms: Terms,
  progress: Progress,
  since: number,
): Owed | null {
  const cap = capInstant(calendar, terms)
  return cap === null || progress.breachedAt !== null ? null : { act: 'BREACH', at: Math.max(cap, since) }
}

/** The next percentage to warn of; of several that a move has passed at once only the highest. */
function nextWarning(
  calendar: WorkingCalendar,
  percentages: number[],
  terms: Terms,
  { dueAt, warnedPercent }: Progress,
  since: number,
): { act: 'WARN'; at: number; percent: number } | null {
  const ahead = warnings(calendar, percentages, terms, dueAt).filter(({ percent }) => percent > warnedPercent)
  const passed = ahead.filter(({ at }) => at <= since).at(-1)
  return passed ? { ...passed, at: since } : (ahead[0] ?? null)
}

/** The highest percentage of which there has been a warning by now, or would have been; 0 before the first. */
export function percentPassed(
  calendar: WorkingCalendar,
  percentages: number[],
  terms: Terms,
  dueAt: number,
  now: number,
): number {
  const until = openPause(terms.pauses)?.from ?? now
  const passed = warnings(calendar, percentages, terms, dueAt).filter(({ at }) => at <= until)
  return passed.at(-1)?.percent ?? 0
}

function warnings(
  calendar: WorkingCalendar,
  percentages: number[],
  terms: Terms,
  dueAt: number,
): { act: 'WARN'; at: number; percent: number }[] {
  const total = ranBetween(calendar, terms.pauses, terms.startedAt, dueAt)
  if (total <= 0) return []
  return [...percentages]
    .sort((a, b) => a - b)
    .map((percent) => ({
      act: 'WARN',
      percent,
      at: advance(calendar, terms.startedAt, Math.ceil((total * percent) / 100), terms.pauses),
    }))
}

/**
 * The instant from which a deadline shows as due soon: a quarter of its working time or two working days
 * before it, whichever is shorter, but at least three hours. As the due date, it does not count an open pause yet.
 */
export function soonAt(calendar: WorkingCalendar, terms: Terms, dueAt: number): number {
  const pauses = terms.pauses.filter(({ to }) => to !== null)
  const total = ranBetween(calendar, pauses, terms.startedAt, dueAt)
  const notice = Math.max(Math.min(Math.floor(total / 4), 2 * calendar.minutesPerDay * MINUTE), 180 * MINUTE)
  return advance(calendar, terms.startedAt, Math.max(0, total - notice), pauses)
}
