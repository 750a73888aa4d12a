import { createHash } from 'node:crypto'
import type { CalendarRules } from '@goshayesh/shared/calendar'
import type { SlaPolicy } from '@goshayesh/shared/policy'
import { Refusal } from '@goshayesh/shared/refusal'
import type { AgencyRow, MilestoneRow, ServiceRow, UserRow } from '../database/tables.ts'

/**
 * What is set has no count of its changes, as an obstacle has: its version follows from what it says and is another one
 * whenever that is. So whoever writes to it, in whatever way, can't forget to raise it.
 */
export const versionOf = {
  milestone: ({ name, due_date, subject_kind }: Pick<MilestoneRow, 'name' | 'due_date' | 'subject_kind'>) =>
    figureOf(name, due_date, subject_kind),
  agency: (agency: Pick<AgencyRow, 'name_fa' | 'name_en' | 'kind' | 'field' | 'stage' | 'focal_point_id'>) =>
    figureOf(agency.name_fa, agency.name_en, agency.kind, agency.field, agency.stage, agency.focal_point_id),
  service: (service: Pick<ServiceRow, 'name_fa' | 'name_en' | 'audience' | 'channel' | 'in_single_window'>) =>
    figureOf(service.name_fa, service.name_en, service.audience, service.channel, service.in_single_window),
  /** Whether somebody is suspended is not everybody's to know. */
  user: ({ name, role, agency_code }: Pick<UserRow, 'name' | 'role' | 'agency_code'>) =>
    figureOf(name, role, agency_code),
  policy: (policy: SlaPolicy) => figureOf(policy),
  calendar: remembered(({ hours, dates, closures }: CalendarRules) => figureOf(hours, dates, closures)),
}

/** CONFLICT where somebody has changed meanwhile what a change was written for. */
export function checkVersion(expected: number | null | undefined, current: number): void {
  if (expected == null || expected === current) return
  throw new Refusal('CONFLICT', [], { currentVersion: current, isSetting: true })
}

/** As long as GraphQL's Int. */
function figureOf(...facts: unknown[]): number {
  return createHash('sha256').update(JSON.stringify(facts)).digest().readUInt32BE() >>> 1
}

/** A calendar is long, and one object until it changes. */
function remembered<Thing extends object>(figure: (thing: Thing) => number): (thing: Thing) => number {
  const known = new WeakMap<Thing, number>()
  return (thing) => {
    const found = known.get(thing) ?? figure(thing)
    known.set(thing, found)
    return found
  }
}
