import { createCalendar, type CalendarRules } from '@goshayesh/shared/calendar'
import { mayInProvince } from '@goshayesh/shared/permissions'
import { Refusal, invalid } from '@goshayesh/shared/refusal'
import type { Database } from '../database/connect.ts'
import type { Actor } from '../records/Actor.ts'
import { moveRecords, type Moves } from '../records/moveRecords.ts'
import { outOfReach } from '../records/outOfReach.ts'
import type { Rules } from '../records/Rules.ts'
import { checkVersion, versionOf } from '../records/versionOf.ts'
import { saveCalendar } from '../records/saveCalendar.ts'
import { changeRules } from './changeRules.ts'
import type { Store } from './transact.ts'

/** What an act makes of the calendar. `path` is the argument to blame where no office hours would be left. */
export interface CalendarChange {
  path: string
  /** The version of the calendar that it was made for; null: whatever stands there. */
  expectedVersion?: number | null | undefined
  apply: (rules: CalendarRules) => CalendarRules
}

/** Changes the calendar and moves every running deadline, in one act. Answers with their number. */
export async function changeCalendar(
  store: Store,
  actor: Actor,
  change: CalendarChange,
  now: number,
): Promise<number> {
  const changing = changeRules(store, actor, 'DECLARE_CLOSURE', 'CALENDAR', now, async (db, rules) => {
    checkVersion(change.expectedVersion, versionOf.calendar(rules.calendarRules))
    const next = calendarAfter(rules, change, now)
    await saveCalendar(db, actor.provinceId, rules.calendarRules, next.calendarRules)
  })
  const { movedDeadlines } = await withinReach(change, changing)
  return movedDeadlines
}

/** What the change would move; nothing is written. */
export async function previewCalendar(
  db: Database,
  actor: Actor,
  rules: Rules,
  change: CalendarChange,
  now: number,
): Promise<Moves> {
  if (!mayInProvince(actor, 'DECLARE_CLOSURE')) throw new Refusal('FORBIDDEN')
  const next = calendarAfter(rules, change, now)
  return withinReach(change, moveRecords(db, rules, next, 'CALENDAR', null, now))
}

/** The rules as they would be after the change; INVALID if no office hours were left, or too few for the policy. */
export function calendarAfter(rules: Rules, { path, apply }: CalendarChange, now: number): Rules {
  const next = { ...rules, ...calendarOf(path, apply(rules.calendarRules)) }
  if (outOfReach(next, now) !== null) throw invalid(path, 'OFFICE_CLOSED')
  return next
}

function calendarOf(path: string, calendarRules: CalendarRules): Pick<Rules, 'calendarRules' | 'calendar'> {
  try {
    return { calendarRules, calendar: createCalendar(calendarRules) }
  } catch {
    throw invalid(path, 'OFFICE_CLOSED')
  }
}

/** So few hours may be left that a running deadline would lie beyond all calendars: that is none left. */
async function withinReach<Result>({ path }: CalendarChange, work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    throw error instanceof RangeError ? invalid(path, 'OFFICE_CLOSED') : error
  }
}
