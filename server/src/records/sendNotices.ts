import { mayOwn, sees, type Viewer } from '@goshayesh/shared/permissions'
import {
  recipientsOf,
  type NoticeKind,
  type Recipient,
  type RecipientRole,
} from '@goshayesh/shared/recipients'
import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import { anyOf } from '../database/dialects.ts'
import { insertRows } from '../database/rows.ts'
import { statement, type Places } from '../database/statement.ts'
import { followersOf } from './followers.ts'
import { factsOf, type NewFact, type ObstacleRecord } from './ObstacleRecord.ts'

/** An event as it was written down, with the obstacle as it stood. */
export interface RecordedEvent {
  id: number
  at: number
  /** Null: the enforcer. */
  actorId: number | null
  fact: NewFact
  record: ObstacleRecord
}

interface Told {
  event: RecordedEvent
  recipients: Recipient[]
}

/** Tells whom events concern, each person once an event, in two statements a province; one more finds followers. */
export async function sendNotices(db: Database, events: RecordedEvent[]): Promise<void> {
  const told = events
    .map((event) => ({ event, recipients: recipients(event) }))
    .filter(({ recipients }) => recipients.length > 0)
  for (const [provinceId, own] of Map.groupBy(told, ({ event }) => event.record.obstacle.province_id))
    await tellProvince(db, provinceId, own)
}

async function tellProvince(db: Database, province_id: number, told: Told[]): Promise<void> {
  const followed = told.filter(({ recipients }) => recipients.some(({ role }) => role === 'FOLLOWERS'))
  const followers = await followersOf(db, province_id, [
    ...new Set(followed.map(({ event }) => event.record.obstacle.id)),
  ])
  const people = new People(await peopleMeant(db, province_id, told, followers), followers)
  const rows = told.flatMap(({ event, recipients }) => {
    const { fact, record, actorId } = event
    const heard = new Map<number, { person: Viewer; kind: NoticeKind }>()
    for (const { role, kind } of recipients)
      for (const person of people.meant(role, event))
        if (!heard.has(person.id)) heard.set(person.id, { person, kind })
    return [...heard.values()]
      .filter(({ person }) => person.id !== actorId && sees(person, factsOf(record)))
      .sort((a, b) => a.person.id - b.person.id)
      .map(({ person, kind }) => ({
        province_id,
        user_id: person.id,
        event_id: event.id,
        obstacle_id: record.obstacle.id,
        kind,
        actor_id: actorId,
        at: event.at,
        read_at: null,
        count: 1,
        reason: fact.kind === 'DEADLINE_MOVED' ? (fact.comment ?? null) : null,
      }))
  })
  await insertRows(db, 'notice', rows)
}

function recipients({ fact }: RecordedEvent): Recipient[] {
  return recipientsOf({
    kind: fact.kind,
    deadline: fact.deadline?.kind,
    party: fact.party,
    unasked: fact.owed,
    reason: fact.comment,
  })
}

/** Everybody who may be meant by one of the roles; nobody who is suspended. */
async function peopleMeant(
  db: Database,
  provinceId: number,
  told: Told[],
  followers: Map<number, number[]>,
): Promise<Viewer[]> {
  const ids = new Set<number>([...followers.values()].flat())
  const roles = new Set<Viewer['role']>()
  const agencies = new Set<string>()
  for (const { event, recipients } of told) {
    const { obstacle, affectedAgencyCodes } = event.record
    for (const { role } of recipients) {
      if ((role === 'OWNER' || role === 'ANSWERING') && obstacle.owner_id !== null) ids.add(obstacle.owner_id)
      if (role === 'REPORTER') ids.add(obstacle.reporter_id)
      if (role === 'REQUESTER' && event.fact.requesterId) ids.add(event.fact.requesterId)
      if (role === 'MENTIONED') for (const id of event.fact.mentionIds ?? []) ids.add(id)
      if (role === 'SECRETARIAT' || role === 'ANSWERING') roles.add('SECRETARY')
      if (role === 'LEADERS') roles.add('LEADER')
      if (role === 'OWNING_AGENCY' && obstacle.owner_agency_code !== null)
        agencies.add(obstacle.owner_agency_code)
      if (role === 'AFFECTED_AGENCIES') for (const code of affectedAgencyCodes) agencies.add(code)
    }
  }
  return people(db, { provinceId, ids: [...ids], roles: [...roles], agencies: [...agencies] })
}

type Meant = { provinceId: number; ids: number[]; roles: Viewer['role'][]; agencies: string[] }

/** Their ids are found first: asked for by one "or", SQLite would look at everybody in the province. */
const people = statement((db, value: Places<Meant>) => {
  const ids = db.selectFrom('user').select('id').where('province_id', '=', value('provinceId'))
  return db
    .selectFrom('user')
    .select(['id', 'role', 'agency_code as agencyCode'])
    .where('suspended_at', 'is', null)
    .where(
      'id',
      'in',
      ids
        .where('id', ...anyOf(db, 'bigint', value('ids')))
        .unionAll(ids.where('role', ...anyOf(db, 'text', value('roles'))))
        .unionAll(
          ids
            .where('role', '=', sql.lit('OFFICIAL'))
            .where('agency_code', ...anyOf(db, 'text', value('agencies'))),
        ),
    )
    .orderBy('id')
})

/** Those who may be meant, at hand by what an event names of them. */
class People {
  readonly #byId: Map<number, Viewer[]>
  readonly #byRole: Map<Viewer['role'], Viewer[]>
  readonly #officialsOf: Map<string | null, Viewer[]>
  readonly #followers: Map<number, number[]>

  constructor(people: Viewer[], followers: Map<number, number[]>) {
    this.#followers = followers
    this.#byId = Map.groupBy(people, ({ id }) => id)
    this.#byRole = Map.groupBy(people, ({ role }) => role)
    this.#officialsOf = Map.groupBy(this.#byRole.get('OFFICIAL') ?? [], ({ agencyCode }) => agencyCode)
  }

  meant(role: RecipientRole, { fact, record: { obstacle, affectedAgencyCodes } }: RecordedEvent): Viewer[] {
    switch (role) {
      case 'OWNER':
        return this.#known([obstacle.owner_id])
      case 'ANSWERING': {
        const [owner] = this.#known([obstacle.owner_id])
        return owner && mayOwn(owner) ? [owner] : this.#secretariat
      }
      case 'REPORTER':
        return this.#known([obstacle.reporter_id])
      case 'REQUESTER':
        return this.#known([fact.requesterId ?? null])
      case 'MENTIONED':
        return this.#known(fact.mentionIds ?? [])
      case 'SECRETARIAT':
        return this.#secretariat
      case 'LEADERS':
        return this.#byRole.get('LEADER') ?? []
      case 'OWNING_AGENCY':
        return this.#officials([obstacle.owner_agency_code])
      case 'AFFECTED_AGENCIES':
        return this.#officials(affectedAgencyCodes)
      case 'FOLLOWERS':
        return this.#known(this.#followers.get(obstacle.id) ?? [])
    }
  }

  get #secretariat(): Viewer[] {
    return this.#byRole.get('SECRETARY') ?? []
  }

  #known(ids: (number | null)[]): Viewer[] {
    return ids.flatMap((id) => (id === null ? [] : (this.#byId.get(id) ?? [])))
  }

  #officials(codes: (string | null)[]): Viewer[] {
    return codes.flatMap((code) => (code === null ? [] : (this.#officialsOf.get(code) ?? [])))
  }
}
