import type { Database } from '../database/connect.ts'
import type {
  AgencyRow,
  AttachmentRow,
  EventRow,
  ServiceRow,
  SolutionStepRow,
  StageChangeRow,
} from '../database/tables.ts'
import { attachmentsOf } from '../queries/attachmentsOf.ts'
import { eventsByIds } from '../queries/eventsByIds.ts'
import { milestoneCounts, type MilestoneCounts } from '../queries/milestoneCounts.ts'
import { countByAgency, type AgencyCounts } from '../queries/overdueSummary.ts'
import { agenciesOf } from '../queries/agenciesOf.ts'
import { followedBy } from '../queries/followedBy.ts'
import { peopleByIds, type Person } from '../queries/peopleByIds.ts'
import { servicesOf } from '../queries/servicesOf.ts'
import { solutionStepsOf } from '../queries/solutionStepsOf.ts'
import { seenObstacles, type SeenObstacle } from '../queries/seenObstacles.ts'
import { stageChangesOf } from '../queries/stageChangesOf.ts'
import { timelinesOf, type Timeline } from '../queries/timelinesOf.ts'
import { waysInOf, type WaysIn } from '../queries/waysInOf.ts'
import type { Actor } from '../records/Actor.ts'
import { loadRules, type Rules } from '../records/Rules.ts'
import { Batch } from './Batch.ts'

/** What one request has looked up on behalf of one viewer. */
export class Loaders {
  readonly obstacles: Batch<number, SeenObstacle>
  readonly people: Batch<number, Person>
  readonly agencies: Batch<string, AgencyRow>
  readonly services: Batch<string, ServiceRow>
  readonly servicesOfAgency: Batch<string, ServiceRow[]>
  readonly stageChanges: Batch<string, StageChangeRow[]>
  readonly agencyCounts: Batch<string, AgencyCounts>
  readonly milestoneCounts: Batch<number, MilestoneCounts>
  readonly events: Batch<number, EventRow>
  readonly solutionSteps: Batch<number, SolutionStepRow[]>
  readonly attachments: Batch<number, AttachmentRow[]>
  readonly followed: Batch<number, true>
  readonly waysIn: Batch<number, WaysIn>
  readonly #db: Database
  readonly #viewer: Actor
  readonly #timelines = new Map<string, Batch<number, Timeline>>()
  #rules: Promise<Rules> | null = null

  constructor(db: Database, viewer: Actor) {
    const { provinceId } = viewer
    this.#db = db
    this.#viewer = viewer
    this.obstacles = new Batch(async (ids) => seenObstacles(db, viewer, await this.rules(), ids))
    this.people = new Batch(async (ids) => byKey(await peopleByIds(db, provinceId, ids), ({ id }) => id))
    this.agencies = new Batch(async (codes) =>
      byKey(await agenciesOf(db, provinceId, { codes }), ({ code }) => code),
    )
    this.services = new Batch(async (codes) =>
      byKey(await servicesOf(db, provinceId, { codes }), ({ code }) => code),
    )
    this.servicesOfAgency = new Batch(async (agencyCodes) =>
      Map.groupBy(await servicesOf(db, provinceId, { agencyCodes }), ({ agency_code }) => agency_code),
    )
    this.events = new Batch(async (ids) => byKey(await eventsByIds(db, provinceId, ids), ({ id }) => id))
    this.solutionSteps = new Batch((ids) => solutionStepsOf(db, provinceId, ids))
    this.attachments = new Batch((ids) => attachmentsOf(db, provinceId, ids))
    this.followed = new Batch((ids) => followedBy(db, viewer, ids))
    this.waysIn = new Batch((ids) => waysInOf(db, provinceId, ids))
    this.stageChanges = new Batch((agencyCodes) => stageChangesOf(db, provinceId, agencyCodes))
    this.agencyCounts = new Batch(() => countByAgency(db, viewer))
    this.milestoneCounts = new Batch(async () => milestoneCounts(db, viewer, await this.rules()))
  }

  /**
   * Obstacles in the order of the ids, with the agencies and people at hand that the fields below them will ask for:
   * a value that is there costs a resolver nothing, and a promise for each of many cards more than the cards.
   */
  async obstaclesWith(ids: number[], fields: Set<string>): Promise<SeenObstacle[]> {
    const seen = await this.obstacles.all(ids)
    const rows = seen.map(({ record }) => record.obstacle)
    const people = new Set<number>()
    const agencies = new Set<string>()
    for (const { owner_id, reporter_id, agency_code } of rows) {
      if (fields.has('owner') && owner_id !== null) people.add(owner_id)
      if (fields.has('reporter')) people.add(reporter_id)
      if (fields.has('agency') && agency_code !== null) agencies.add(agency_code)
    }
    if (fields.has('affectedAgencies'))
      for (const { record } of seen) for (const code of record.affectedAgencyCodes) agencies.add(code)
    if (people.size > 0) {
      const known = await this.people.all([...people])
      if (fields.has('agency'))
        for (const { agency_code } of known) if (agency_code !== null) agencies.add(agency_code)
    }
    if (agencies.size > 0) await this.agencies.all([...agencies])
    return seen
  }

  rules(): Promise<Rules> {
    this.#rules ??= loadRules(this.#db, this.#viewer.provinceId)
    return this.#rules
  }

  timelines(page: { size: number; after: number }): Batch<number, Timeline> {
    const key = `${page.size}:${page.after}`
    const known = this.#timelines.get(key)
    if (known) return known
    const batch = new Batch<number, Timeline>((ids) =>
      timelinesOf(this.#db, this.#viewer.provinceId, ids, page),
    )
    this.#timelines.set(key, batch)
    return batch
  }
}

function byKey<Key, Value>(values: Value[], key: (value: Value) => Key): Map<Key, Value> {
  return new Map(values.map((value) => [key(value), value]))
}
