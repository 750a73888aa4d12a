import type { SkippedDay, Stretch, WorkingCalendar } from './calendar.ts'
import { openPause, pausedBetween, ranBetween, type Pause, type Terms } from './deadline.ts'

/** A span of instants with the working milliseconds in it; `to` is null while a pause lasts. */
export interface MeasuredStretch {
  from: number
  to: number | null
  workingMs: number
}

/** How a due date came about. */
export interface Explanation {
  /** Office hours for which the clock ran, or will run, from the start to the due date. */
  counted: MeasuredStretch[]
  countedMs: number
  /** Civil days without office hours on the way. */
  skipped: SkippedDay[]
  pauses: MeasuredStretch[]
  /** Working time by which ended pauses moved the due date. */
  pausedMs: number
  paused: boolean
}

/**
 * Explains the due date of a deadline as it stands at `now` (or stood when its clock was stopped). A pause that
 * still lasts has not moved the due date yet, so it takes nothing from what is counted.
 */
export function explainDeadline(
  calendar: WorkingCalendar,
  { startedAt, pauses }: Terms,
  dueAt: number,
  now: number,
): Explanation {
  const ended = pauses.filter(({ to }) => to !== null)
  const counted = calendar.stretches(startedAt, dueAt).flatMap((stretch) => without(stretch, ended))
  return {
    counted: counted.map(({ from, to }) => ({ from, to, workingMs: to - from })),
    countedMs: countedMs(calendar, { startedAt, pauses }, dueAt),
    skipped: calendar.skippedDays(startedAt, dueAt),
    pauses: pauses.map(({ from, to }) => ({ from, to, workingMs: calendar.elapsed(from, to ?? now) })),
    pausedMs: pausedBetween(calendar, ended, startedAt, dueAt),
    paused: openPause(pauses) !== null,
  }
}

/** Office hours in milliseconds for which the clock runs from the start to the due date. */
export function countedMs(
  calendar: WorkingCalendar,
  { startedAt, pauses }: Pick<Terms, 'startedAt' | 'pauses'>,
  dueAt: number,
): number {
  return ranBetween(
    calendar,
    pauses.filter(({ to }) => to !== null),
    startedAt,
    dueAt,
  )
}

/** What is left of a stretch when the pauses, which are in order, are cut out. */
function without(stretch: Stretch, pauses: Pause[]): Stretch[] {
  const parts: Stretch[] = []
  let from = stretch.from
  for (const pause of pauses) {
    const to = pause.to ?? Infinity
    if (to <= from || pause.from >= stretch.to) continue
    if (pause.from > from) parts.push({ from, to: pause.from })
    from = to
  }
  if (from < stretch.to) parts.push({ from, to: stretch.to })
  return parts
}
