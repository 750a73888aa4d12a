import type { WorkingCalendar } from '@goshayesh/shared/calendar'
import { jalaliDateOf, type CivilDay, type JalaliDate } from '@goshayesh/shared/jalali'
import type { ObstacleStatus } from '@goshayesh/shared/workflow'
import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import { bucketColumn } from './bucketColumn.ts'
import { forecastTotal, type Forecast } from './forecastTotal.ts'
import { reviewedObstacles, type ReviewScope } from './reviewedObstacles.ts'

export interface ReviewProgress {
  totalCount: number
  resolvedCount: number
  openCount: number
  overdueCount: number
  /** Null before the first whole working day. */
  pacePerDay: number | null
  /** The instants between which the pace is measured. */
  paceBetween: { from: number; to: number } | null
  /** Null without a milestone ahead. */
  neededPerDay: number | null
  forecast: Forecast | null
  burnup: BurnupPoint[]
  /** From here on figures of the recent past are counted. */
  since: number
}

/** How many had been logged and resolved by the end of a working day, or by now. */
export interface BurnupPoint {
  date: JalaliDate
  logged: number
  resolved: number
}

const DAYS_SHOWN = 60
const DAYS_OF_PACE = 10
const DAYS_OF_FORECAST = 20

/** How far the work has come and where it is heading, in three statements whatever there is. */
export async function reviewProgress(db: Database, scope: ReviewScope): Promise<ReviewProgress> {
  const { sight, milestone } = scope
  const { calendar } = sight.rules
  const counts = await countsOf(db, scope)
  const days = lastWorkingDays(calendar, counts.firstAt ?? sight.now, sight.now)
  const logged = await countByDay(db, scope, 'created_at', days)
  const resolved = await countByDay(db, scope, 'resolved_at', days)
  const whole = resolved.filter((_, n) => (days[n] ?? Infinity) < calendar.dayAt(sight.now))
  const daysLeft = milestone ? calendar.workingDaysLeft(sight.now, milestone.due_at) : 0
  return {
    totalCount: counts.total,
    resolvedCount: counts.resolved,
    openCount: counts.total - counts.resolved,
    overdueCount: counts.overdue,
    pacePerDay: mean(whole.slice(-DAYS_OF_PACE)),
    paceBetween: paceBetween(calendar, days, whole.length, sight.now),
    neededPerDay: daysLeft > 0 ? (counts.total - counts.resolved) / daysLeft : null,
    forecast:
      daysLeft > 0
        ? forecastTotal(whole.slice(-DAYS_OF_FORECAST), daysLeft, counts.resolved, counts.total)
        : null,
    burnup: burnupOf(days, logged, counts.total, resolved, counts.resolved),
    since: days.length === DAYS_SHOWN ? calendar.startOfDay(days[0] ?? 0) : (counts.firstAt ?? sight.now),
  }
}

/** Of the last whole days, and the days off after them; null where there is none. */
function paceBetween(
  calendar: WorkingCalendar,
  days: CivilDay[],
  whole: number,
  now: number,
): ReviewProgress['paceBetween'] {
  const first = days[Math.max(0, whole - DAYS_OF_PACE)]
  if (whole === 0 || first === undefined) return null
  const today = days[whole]
  return { from: calendar.startOfDay(first), to: today === undefined ? now + 1 : calendar.startOfDay(today) }
}

async function countsOf(db: Database, scope: ReviewScope) {
  // As an expression, so that the index is taken that holds all these columns, not the one in the order of status.
  const status = sql<ObstacleStatus>`obstacle.status || ''`
  const rows = await reviewedObstacles(db, scope)
    .select([
      status.as('status'),
      sql<number>`count(*)`.as('total'),
      sql<number>`sum(overdue)`.as('overdue'),
      sql<number>`min(created_at)`.as('firstAt'),
    ])
    .groupBy(status)
    .execute()
  const done = rows.filter(({ status }) => status === 'RESOLVED' || status === 'CLOSED')
  return {
    total: sum(rows.map(({ total }) => total)),
    resolved: sum(done.map(({ total }) => total)),
    overdue: sum(rows.map(({ overdue }) => overdue)),
    firstAt: rows.length === 0 ? null : Math.min(...rows.map(({ firstAt }) => firstAt)),
  }
}

/** Ascending, not before the civil day of `firstAt`. */
function lastWorkingDays(calendar: WorkingCalendar, firstAt: number, now: number): CivilDay[] {
  const days: CivilDay[] = []
  const first = calendar.dayAt(firstAt)
  for (let day = calendar.dayAt(now); day >= first && days.length < DAYS_SHOWN; day--) {
    if (calendar.isWorkingDay(day)) days.push(day)
  }
  return days.toReversed()
}

/** One number a day; what happens on a day off counts to the working day before it. */
async function countByDay(
  db: Database,
  scope: ReviewScope,
  column: 'created_at' | 'resolved_at',
  days: CivilDay[],
): Promise<number[]> {
  const starts = days.map((day) => scope.sight.rules.calendar.startOfDay(day))
  const [first] = starts
  if (first === undefined) return []
  const rows = await reviewedObstacles(db, scope)
    .select([bucketColumn(`obstacle.${column}`, starts).as('day'), sql<number>`count(*)`.as('count')])
    .where(`obstacle.${column}`, '>=', first)
    .groupBy('day')
    .execute()
  const counts = new Map(rows.map(({ day, count }) => [day, count]))
  return days.map((_, day) => counts.get(day) ?? 0)
}

/** What happened before the first day is what is left of the totals. */
function burnupOf(
  days: CivilDay[],
  logged: number[],
  totalLogged: number,
  resolved: number[],
  totalResolved: number,
): BurnupPoint[] {
  let loggedSoFar = totalLogged - sum(logged)
  let resolvedSoFar = totalResolved - sum(resolved)
  return days.map((day, n) => {
    loggedSoFar += logged[n] ?? 0
    resolvedSoFar += resolved[n] ?? 0
    return { date: jalaliDateOf(day), logged: loggedSoFar, resolved: resolvedSoFar }
  })
}

function mean(numbers: number[]): number | null {
  return numbers.length === 0 ? null : sum(numbers) / numbers.length
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
