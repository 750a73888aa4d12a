import { sees, type Viewer } from '@goshayesh/shared/permissions'
import { recipientsOf, type Recipient, type RecipientRole } from '@goshayesh/shared/recipients'
import type { Database } from '../database/connect.ts'
import { factsOf, type NewFact, type ObstacleRecord } from './ObstacleRecord.ts'

/** An event of one obstacle as it was written down, with the obstacle as it stood. */
export interface RecordedEvent {
  id: number
  at: number
  /** Null: the enforcer. */
  actorId: number | null
  fact: NewFact
  record: ObstacleRecord
}

/** Tells whom the events of one obstacle concern, each person once an event, in two statements. */
export async function sendNotices(db: Database, events: RecordedEvent[]): Promise<void> {
  const told = events
    .map((event) => ({ event, recipients: recipients(event) }))
    .filter(({ recipients }) => recipients.length > 0)
  const [first] = told
  if (!first) return
  const { province_id } = first.event.record.obstacle
  const people = await peopleMeant(db, province_id, told)
  const rows = told.flatMap(({ event, recipients }) =>
    people.flatMap((person) => {
      const { fact, record } = event
      const recipient = recipients.find(({ role }) => isMeant(role, person, event))
      if (!recipient || person.id === event.actorId || !sees(person, factsOf(record))) return []
      return {
        province_id,
        user_id: person.id,
        event_id: event.id,
        obstacle_id: record.obstacle.id,
        kind: recipient.kind,
        actor_id: event.actorId,
        at: event.at,
        read_at: null,
        count: 1,
        reason: fact.kind === 'DEADLINE_MOVED' ? (fact.comment ?? null) : null,
      }
    }),
  )
  for (let from = 0; from < rows.length; from += CHUNK)
    await db
      .insertInto('notice')
      .values(rows.slice(from, from + CHUNK))
      .execute()
}

/** A statement takes a limited number of values. */
const CHUNK = 1_000

function recipients({ fact, record }: RecordedEvent): Recipient[] {
  return recipientsOf({
    kind: fact.kind,
    owned: record.obstacle.owner_id !== null,
    deadline: fact.deadline?.kind,
    party: fact.party,
    reason: fact.comment,
  })
}

/** Everybody who may be meant by one of the roles; nobody who is suspended. */
async function peopleMeant(
  db: Database,
  provinceId: number,
  told: { event: RecordedEvent; recipients: Recipient[] }[],
): Promise<Viewer[]> {
  const ids = new Set<number>()
  const roles = new Set<Viewer['role']>()
  const agencies = new Set<string>()
  for (const { event, recipients } of told) {
    const { obstacle, affectedAgencyCodes } = event.record
    for (const { role } of recipients) {
      if (role === 'OWNER' && obstacle.owner_id !== null) ids.add(obstacle.owner_id)
      if (role === 'REPORTER') ids.add(obstacle.reporter_id)
      if (role === 'REQUESTER' && event.fact.requesterId) ids.add(event.fact.requesterId)
      if (role === 'MENTIONED') for (const id of event.fact.mentionIds ?? []) ids.add(id)
      if (role === 'SECRETARIAT') roles.add('SECRETARY')
      if (role === 'LEADERS') roles.add('LEADER')
      if (role === 'OWNING_AGENCY' && obstacle.owner_agency_code !== null)
        agencies.add(obstacle.owner_agency_code)
      if (role === 'AFFECTED_AGENCIES') for (const code of affectedAgencyCodes) agencies.add(code)
    }
  }
  const people = await db
    .selectFrom('user')
    .select(['id', 'role', 'agency_code as agencyCode'])
    .where('province_id', '=', provinceId)
    .where('suspended_at', 'is', null)
    .where((eb) =>
      eb.or([
        ...(ids.size > 0 ? [eb('id', 'in', [...ids])] : []),
        ...(roles.size > 0 ? [eb('role', 'in', [...roles])] : []),
        ...(agencies.size > 0
          ? [eb.and([eb('role', '=', 'OFFICIAL'), eb('agency_code', 'in', [...agencies])])]
          : []),
      ]),
    )
    .orderBy('id')
    .execute()
  return people
}

function isMeant(role: RecipientRole, person: Viewer, { fact, record }: RecordedEvent): boolean {
  const { obstacle, affectedAgencyCodes } = record
  switch (role) {
    case 'OWNER':
      return person.id === obstacle.owner_id
    case 'REPORTER':
      return person.id === obstacle.reporter_id
    case 'REQUESTER':
      return person.id === fact.requesterId
    case 'MENTIONED':
      return fact.mentionIds?.includes(person.id) ?? false
    case 'SECRETARIAT':
      return person.role === 'SECRETARY'
    case 'LEADERS':
      return person.role === 'LEADER'
    case 'OWNING_AGENCY':
      return isOfficialOf(person, [obstacle.owner_agency_code])
    case 'AFFECTED_AGENCIES':
      return isOfficialOf(person, affectedAgencyCodes)
  }
}

function isOfficialOf({ role, agencyCode }: Viewer, codes: (string | null)[]): boolean {
  return role === 'OFFICIAL' && agencyCode !== null && codes.includes(agencyCode)
}
