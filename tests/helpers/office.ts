import type { DeadlineKind } from '@goshayesh/shared/policy'
import { Refusal } from '@goshayesh/shared/refusal'
import { assignObstacle } from '../../server/src/commands/assignObstacle.ts'
import { acknowledgeObstacle } from '../../server/src/commands/acknowledgeObstacle.ts'
import { earliestOwed, enforceDeadlines } from '../../server/src/commands/enforceDeadlines.ts'
import { logObstacle, type LogObstacleInput } from '../../server/src/commands/logObstacle.ts'
import type { Store } from '../../server/src/commands/transact.ts'
import type { Database } from '../../server/src/database/connect.ts'
import type { DeadlineRow, EventRow } from '../../server/src/database/tables.ts'
import type { Actor } from '../../server/src/records/Actor.ts'
import { loadRecords } from '../../server/src/records/loadRecords.ts'
import type { ObstacleRecord } from '../../server/src/records/ObstacleRecord.ts'
import { loadRules, type Rules } from '../../server/src/records/Rules.ts'
import { installProvince } from '../../server/src/registry/installProvince.ts'
import { at, show } from './calendars.ts'
import { openDatabase, type TestDatabase } from './engines.ts'

const staff = {
  administrator: ['ADMINISTRATOR', null],
  secretary: ['SECRETARY', null],
  leader: ['LEADER', null],
  viewer: ['VIEWER', null],
  /** Officials: one of the ICT directorate, a colleague there, and one of the registry office. */
  ict: ['OFFICIAL', 'ict'],
  colleague: ['OFFICIAL', 'ict'],
  sabt: ['OFFICIAL', 'sabt'],
} as const satisfies Record<string, [Actor['role'], string | null]>
export type Who = keyof typeof staff

type Command<Input, Result> = (store: Store, actor: Actor, input: Input, now: number) => Promise<Result>

/** The province as it is installed, one person of each kind, and a clock set by hand: months and days of 1405. */
export class Office {
  readonly #database: TestDatabase
  readonly db: Database
  readonly store: Store
  readonly people: Record<Who, Actor>
  now = at('1405-04-20 10:15')
  commits = 0

  /** In a database of its own, which goes with it. */
  static async open(): Promise<Office> {
    return Office.in(await openDatabase())
  }

  static async in(database: TestDatabase): Promise<Office> {
    const { db } = database
    const provinceId = await installProvince(db)
    const people = {} as Record<Who, Actor>
    for (const name of Object.keys(staff) as Who[]) people[name] = await employ(db, provinceId, name)
    return new Office(database, people)
  }

  constructor(database: TestDatabase, people: Record<Who, Actor>) {
    const { db } = database
    this.#database = database
    this.db = db
    this.people = people
    this.store = { db, committed: () => this.commits++ }
  }

  /** Where another process finds its database. */
  get location(): string {
    return this.#database.location
  }

  close(): Promise<void> {
    return this.#database.close()
  }

  /** Sets the clock: '04-20 10:15'. */
  at(text: string): this {
    this.now = at(`1405-${text}`)
    return this
  }

  do<Input, Result>(command: Command<Input, Result>, who: Who, input: Input): Promise<Result> {
    return command(this.store, this.people[who], input, this.now)
  }

  log(given: Partial<LogObstacleInput> = {}, who: Who = 'secretary'): Promise<number> {
    const input: LogObstacleInput = {
      title: 'نبود وب‌سرویس استعلام',
      subjectKind: 'AGENCY',
      agencyCode: 'ict',
      category: 'INTEGRATION',
      severity: 'HIGH',
      ...given,
    }
    return this.do(logObstacle, who, input)
  }

  /** Logged, given to the official of the ICT directorate and acknowledged, all at once. */
  async inProgress(given: Partial<LogObstacleInput> = {}): Promise<number> {
    const id = await this.log(given)
    await this.do(assignObstacle, 'secretary', { id, ownerId: this.people.ict.id })
    await this.do(acknowledgeObstacle, 'ict', { id })
    return id
  }

  /** Does what is owed by now, late as it may be. */
  async enforce(limit = 50): Promise<void> {
    while ((await enforceDeadlines(this.store, this.now, limit)) > 0);
  }

  /** Moves the clock on as an enforcer lives through it that never sleeps past an instant owed. */
  async live(until: string): Promise<void> {
    const end = at(`1405-${until}`)
    for (let next = await earliestOwed(this.db); next <= end; next = await earliestOwed(this.db)) {
      this.now = next
      await this.enforce()
    }
    this.now = end
  }

  rules(): Promise<Rules> {
    return loadRules(this.db, this.people.secretary.provinceId)
  }

  async record(id: number): Promise<ObstacleRecord> {
    const record = (await loadRecords(this.db, this.people.secretary.provinceId, [id])).get(id)
    if (!record) throw new Error(`no obstacle ${id}`)
    return record
  }

  async status(id: number): Promise<string> {
    return (await this.record(id)).obstacle.status
  }

  async version(id: number): Promise<number> {
    return (await this.record(id)).obstacle.version
  }

  /** The latest deadline of the kind. */
  async clock(id: number, kind: DeadlineKind = 'RESOLVE'): Promise<DeadlineRow> {
    const found = (await this.record(id)).deadlines.filter((deadline) => deadline.kind === kind).at(-1)
    if (!found) throw new Error(`obstacle ${id} has no deadline ${kind}`)
    return found
  }

  /** 'RUNNING 04-21 14:30', with ' !' behind it when breached. */
  async clockText(id: number, kind: DeadlineKind = 'RESOLVE'): Promise<string> {
    const { state, due_at, breached_at } = await this.clock(id, kind)
    return `${state} ${shown(due_at)}${breached_at === null ? '' : ' !'}`
  }

  events(id: number): Promise<EventRow[]> {
    return this.db.selectFrom('event').selectAll().where('obstacle_id', '=', id).orderBy('id').execute()
  }

  /** What happened, in the order of recording: 'BREACHED RESOLVE 04-22 14:30', levels and reasons of moves included. */
  async story(id: number): Promise<string[]> {
    const kinds = new Map((await this.record(id)).deadlines.map((deadline) => [deadline.id, deadline.kind]))
    return (await this.events(id)).map((event) =>
      [
        event.kind,
        event.level,
        kinds.get(event.deadline_id ?? 0),
        event.kind === 'DEADLINE_MOVED' || event.kind === 'BREACH_WITHDRAWN' ? event.comment : null,
        shown(event.at),
      ]
        .filter((part) => part != null)
        .join(' '),
    )
  }

  /** Everything in the database as text, but for columns that are left out; two that went through the same are equal. */
  async dump(leftOut: string[] = []): Promise<string> {
    const tables = [
      'obstacle',
      'obstacle_agency',
      'deadline',
      'waiting',
      'extension',
      'event',
      'notice',
      'solution_step',
    ] as const
    const rows = []
    for (const table of tables) {
      const stored = await this.db.selectFrom(table).selectAll().execute()
      // PostgreSQL tells them in the order in which they were last written.
      const told = (key: string, value: unknown) => (leftOut.includes(key) ? undefined : value)
      rows.push(stored.map((row) => JSON.stringify(row, told)).sort())
    }
    return JSON.stringify(rows)
  }
}

export const shown = (instant: number) => show(instant).slice(5)

/** The refusal in one line: 'INVALID input.note REQUIRED'. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => 'no refusal',
    (reason: unknown) => reason,
  )
  if (!(error instanceof Refusal)) throw new Error(`not refused: ${String(error)}`)
  return [error.code, ...error.fields.map(({ path, rule }) => `${path} ${rule}`)].join(' ')
}

async function employ(db: Database, provinceId: number, name: Who): Promise<Actor> {
  const [role, agencyCode] = staff[name]
  const { id } = await db
    .insertInto('user')
    .values({
      province_id: provinceId,
      email: `${name}@golestan.example`,
      name,
      role,
      agency_code: agencyCode,
      password_hash: null,
      suspended_at: null,
      created_at: 0,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, name, role, agencyCode, provinceId }
}
