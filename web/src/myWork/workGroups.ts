import type { WorkingCalendar } from '@goshayesh/shared/calendar'
import { weekdayOf } from '@goshayesh/shared/jalali'
import type { MyWorkQuery } from '../gql/graphql.ts'

export type WorkRow = MyWorkQuery['open']['edges'][number]['node']

export const workGroupNames = ['first', 'week', 'later', 'others'] as const
export type WorkGroupName = (typeof workGroupNames)[number]

/** Weekdays count from Saturday: Friday ends the week. */
const FRIDAY = 6

/**
 * What comes first (overdue or due today), what is due this week, what is due later or not at all, and what is in the
 * hands of others. Rows keep their order.
 */
export function workGroups(
  rows: readonly WorkRow[],
  calendar: WorkingCalendar,
  now: number,
): Record<WorkGroupName, WorkRow[]> {
  const groups: Record<WorkGroupName, WorkRow[]> = { first: [], week: [], later: [], others: [] }
  for (const row of rows) groups[groupOf(row, calendar, now)].push(row)
  return groups
}

/** How many are overdue, and how many more are due today. */
export function firstCounts(rows: readonly WorkRow[], now: number): { overdue: number; today: number } {
  const overdue = rows.filter((row) => isLate(row, now)).length
  return { overdue, today: rows.length - overdue }
}

function groupOf(row: WorkRow, calendar: WorkingCalendar, now: number): WorkGroupName {
  if (row.status === 'WAITING' || row.status === 'RESOLVED') return 'others'
  if (isLate(row, now)) return 'first'
  if (!row.nextDeadline) return 'later'
  const today = calendar.dayAt(now)
  const due = calendar.dayAt(Date.parse(row.nextDeadline.dueAt))
  if (due <= today) return 'first'
  return due <= today + FRIDAY - weekdayOf(today) ? 'week' : 'later'
}

function isLate(row: WorkRow, now: number): boolean {
  return row.overdue || (row.nextDeadline?.state === 'RUNNING' && Date.parse(row.nextDeadline.dueAt) < now)
}
