import type { Database } from '../database/connect.ts'
import type {
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
import { followedBy } from '../queries/followedBy.ts'
import { servicesOf } from '../queries/servicesOf.ts'
import { solutionStepsOf } from '../queries/solutionStepsOf.ts'
import type { Sight } from '../queries/filterObstacles.ts'
import { seenObstacles, seenStamped, type SeenObstacle, type Stamped } from '../queries/seenObstacles.ts'
import { stageChangesOf } from '../queries/stageChangesOf.ts'
import { timelinesOf, type EventPage, type Timeline } from '../queries/timelinesOf.ts'
import { waysInOf, type WaysIn } from '../queries/waysInOf.ts'
import type { Actor } from '../records/Actor.ts'
import { rulesUnder, stampsOf, type Rules, type Stamps } from '../records/Rules.ts'
import { Batch } from './Batch.ts'
import { byKey, directoryOf, type Directory, type Names } from './Directory.ts'

interface Province {
  rules: Rules
  directory: Directory
}

/** What one request has looked up on behalf of one viewer. */
export class Loaders {
  readonly obstacles: Batch<number, SeenObstacle>
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
  readonly #stamps: Stamps | null
  #asked: Promise<Province> | null = null
  #sight: Promise<Sight> | null = null
  #directory: Directory | null = null
  /** Until the directory is at hand, which is asked for with the first name. */
  readonly #unready: Names = {
    agencies: new Batch(async (codes) =>
      byKey(await (await this.directory()).agencies.all(codes), ({ code }) => code),
    ),
    services: new Batch(async (codes) =>
      byKey(await (await this.directory()).services.all(codes), ({ code }) => code),
    ),
    people: new Batch(async (ids) => byKey(await (await this.directory()).people.all(ids), ({ id }) => id)),
  }

  /** `stamps` of the viewer's province, if they were looked up already. */
  constructor(db: Database, viewer: Actor, stamps?: Stamps | null) {
    const { provinceId } = viewer
    this.#db = db
    this.#viewer = viewer
    this.#stamps = stamps ?? null
    this.obstacles = new Batch(async (ids) => seenObstacles(db, viewer, await this.rules(), ids))
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

  /** Obstacles of rows that were just looked up, in their order, with all whom they name at hand. */
  async obstaclesWith(stamped: Stamped[]): Promise<SeenObstacle[]> {
    const seen = await seenStamped(this.#db, this.#viewer, await this.rules(), stamped)
    await (await this.directory()).haveAtHand(seen.map(({ record }) => record))
    return seen
  }

  async rules(): Promise<Rules> {
    return (await this.#province()).rules
  }

  /** The names that obstacles bear. */
  async directory(): Promise<Directory> {
    return (await this.#province()).directory
  }

  /** Null until the rules or the directory were asked for. */
  get knownDirectory(): Directory | null {
    return this.#directory
  }

  get names(): Names {
    return this.#directory ?? this.#unready
  }

  /** The same whenever it is asked for: what is found out for one count holds for the others. */
  sight(now: number): Promise<Sight> {
    this.#sight ??= this.rules().then((rules) => ({ viewer: this.#viewer, rules, now }))
    return this.#sight
  }

  #province(): Promise<Province> {
    this.#asked ??= this.#loadProvince()
    return this.#asked
  }

  async #loadProvince(): Promise<Province> {
    const { provinceId } = this.#viewer
    const stamps = this.#stamps ?? (await stampsOf(this.#db, provinceId))
    const directory = directoryOf(this.#db, provinceId, stamps.directoryStamp)
    this.#directory = directory
    return { rules: await rulesUnder(this.#db, provinceId, stamps), directory }
  }

  timelines(page: EventPage): Batch<number, Timeline> {
    const key = JSON.stringify(page)
    const known = this.#timelines.get(key)
    if (known) return known
    const batch = new Batch<number, Timeline>((ids) =>
      timelinesOf(this.#db, this.#viewer.provinceId, ids, page),
    )
    this.#timelines.set(key, batch)
    return batch
  }
}
