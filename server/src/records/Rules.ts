import { createCalendar, type CalendarRules, type WorkingCalendar } from '@goshayesh/shared/calendar'
import type { Cap } from '@goshayesh/shared/deadline'
import { startingPolicy, type SlaPolicy, type SubjectKind } from '@goshayesh/shared/policy'
import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import { statement, type Places } from '../database/statement.ts'
import type { MilestoneRow } from '../database/tables.ts'

/** All that deadlines of a province are reckoned from. Immutable; a change makes another one. */
export interface Rules {
  provinceId: number
  calendar: WorkingCalendar
  calendarRules: CalendarRules
  policy: SlaPolicy
  /** In force, the earliest first. */
  milestones: MilestoneRow[]
  /** Withdrawn: deadlines that ended under them still name them. */
  formerMilestones: MilestoneRow[]
}

/** Of a province: they change with its rules, and with its agencies, services and people. */
export interface Stamps {
  rulesStamp: string
  directoryStamp: number
}

/** The rules in force. */
export async function loadRules(db: Database, provinceId: number): Promise<Rules> {
  return rulesUnder(db, provinceId, await stampsOf(db, provinceId))
}

export async function stampsOf(db: Database, provinceId: number): Promise<Stamps> {
  const [found] = await stamps(db, { provinceId })
  if (!found) throw new Error(`there is no province ${provinceId}`)
  return found
}

/** Building a calendar costs milliseconds, so it is kept until the rules' stamp changes. */
export async function rulesUnder(db: Database, provinceId: number, { rulesStamp }: Stamps): Promise<Rules> {
  const known = cache.get(rulesStamp)
  if (known) return known
  const rules = await readRules(db, provinceId)
  if (cache.size >= 100) cache.clear()
  cache.set(rulesStamp, rules)
  return rules
}

const stamps = statement((db, value: Places<{ provinceId: number }>) =>
  db
    .selectFrom('province')
    .select(['rules_stamp as rulesStamp', 'directory_stamp as directoryStamp'])
    .where('id', '=', value('provinceId')),
)

/** Stamps are random, so one cache serves every database of the process. */
const cache = new Map<string, Rules>()

/** To be called in the transaction that changes calendar, policy or milestones. */
export async function stampRules(db: Database, provinceId: number): Promise<void> {
  const rules_stamp = crypto.randomUUID()
  await db.updateTable('province').set({ rules_stamp }).where('id', '=', provinceId).execute()
}

async function readRules(db: Database, provinceId: number): Promise<Rules> {
  const calendarRules = await readCalendarRules(db, provinceId)
  const milestones = await readMilestones(db, provinceId)
  return {
    provinceId,
    calendarRules,
    calendar: createCalendar(calendarRules),
    policy: await readPolicy(db, provinceId),
    milestones: milestones.filter(({ withdrawn_at }) => withdrawn_at === null),
    formerMilestones: milestones.filter(({ withdrawn_at }) => withdrawn_at !== null),
  }
}

function readMilestones(db: Database, provinceId: number): Promise<MilestoneRow[]> {
  return db
    .selectFrom('milestone')
    .selectAll()
    .where('province_id', '=', provinceId)
    .orderBy('due_at')
    .orderBy('id')
    .execute()
}

async function readCalendarRules(db: Database, provinceId: number): Promise<CalendarRules> {
  const { timezone } = await db
    .selectFrom('province')
    .select('timezone')
    .where('id', '=', provinceId)
    .executeTakeFirstOrThrow()
  const hours = await db
    .selectFrom('weekly_hours')
    .select(['from_date as from', 'to_date as to', 'weekday', 'opens', 'closes'])
    .where('province_id', '=', provinceId)
    .orderBy(sql`from_date is not null`)
    .orderBy('from_date')
    .orderBy('weekday')
    .orderBy('opens')
    .execute()
  const dates = await db
    .selectFrom('dated_hours')
    .select(['date', 'opens', 'closes', 'name'])
    .where('province_id', '=', provinceId)
    .orderBy('date')
    .orderBy('opens')
    .execute()
  const closures = await db
    .selectFrom('closure')
    .select(['date', 'name', 'kind'])
    .where('province_id', '=', provinceId)
    .orderBy('date')
    .orderBy('id')
    .execute()
  return { timezone, hours, dates, closures }
}

async function readPolicy(db: Database, provinceId: number): Promise<SlaPolicy> {
  const row = await db
    .selectFrom('sla_policy')
    .select('policy_json')
    .where('province_id', '=', provinceId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? (JSON.parse(row.policy_json) as SlaPolicy) : startingPolicy
}

interface MilestoneFacts {
  subject_kind: SubjectKind
  milestone_id: number | null
  created_at: number
}

/**
 * The milestone that an obstacle belongs to: the earliest of the one it was put under and those of its
 * subject's kind. A milestone takes in what was logged before it ended.
 */
export function milestoneOf(rules: Rules, obstacle: MilestoneFacts): MilestoneRow | null {
  return (
    rules.milestones.find(
      (milestone) =>
        milestone.due_at > obstacle.created_at &&
        (milestone.id === obstacle.milestone_id || milestone.subject_kind === obstacle.subject_kind),
    ) ?? null
  )
}

export function capOf(rules: Rules, obstacle: MilestoneFacts): Cap | null {
  const milestone = milestoneOf(rules, obstacle)
  return milestone && { milestoneId: milestone.id, dueAt: milestone.due_at }
}
