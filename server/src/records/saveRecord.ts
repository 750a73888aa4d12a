import type { EventKind } from '@goshayesh/shared/eventKinds'
import { searchKey } from '@goshayesh/shared/persianText'
import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import type { DeadlineRow, ExtensionRow, WaitingRow } from '../database/tables.ts'
import { unsaved } from './clocks.ts'
import { derivedColumns, type NewFact, type ObstacleRecord } from './ObstacleRecord.ts'
import { recordEvents } from './recordEvents.ts'

/** Facts that nobody sees on the obstacle itself: they do not make an edit in progress stale. */
const silent: EventKind[] = ['WARNED', 'COMMENTED', 'ATTACHED']

/**
 * Writes what differs from `before` and the facts that made it differ, and raises the version where a person
 * sees a change. `now` is the time of recording; a fact may bear the earlier instant at which it was owed.
 */
export async function saveRecord(
  db: Database,
  before: ObstacleRecord,
  record: ObstacleRecord,
  facts: NewFact[],
  actorId: number | null,
  now: number,
): Promise<void> {
  const { obstacle } = record
  Object.assign(obstacle, derivedColumns(record))
  if (facts.some(({ kind }) => !silent.includes(kind))) obstacle.version = before.obstacle.version + 1
  if (facts.some(({ kind }) => kind !== 'WARNED')) obstacle.updated_at = now
  const changed = changedColumns(before.obstacle, obstacle)
  if (changed) await db.updateTable('obstacle').set(changed).where('id', '=', obstacle.id).execute()
  if (changed && ('title' in changed || 'description' in changed)) await indexForSearch(db, record)
  await saveAffected(db, before, record)
  for (const deadline of record.deadlines) await saveDeadline(db, before, deadline)
  if (record.waiting) await saveWaiting(db, before, record.waiting)
  for (const extension of record.extensions) await saveExtension(db, before, extension)
  await recordEvents(db, before, record, facts, actorId, now)
}

/** Writes a record for the first time, with its events; sets the ids that the database gives. */
export async function insertRecord(
  db: Database,
  record: ObstacleRecord,
  facts: NewFact[],
  actorId: number,
  now: number,
): Promise<void> {
  const { id: _, ...values } = { ...record.obstacle, ...derivedColumns(record) }
  const { id } = await db.insertInto('obstacle').values(values).returning('id').executeTakeFirstOrThrow()
  record.obstacle.id = id
  await indexForSearch(db, record)
  await saveAffected(db, { ...record, affectedAgencyCodes: [] }, record)
  for (const deadline of record.deadlines) {
    deadline.obstacle_id = id
    await saveDeadline(db, record, deadline)
  }
  await recordEvents(db, record, record, facts, actorId, now)
}

async function indexForSearch(db: Database, { obstacle }: ObstacleRecord): Promise<void> {
  const key = searchKey(`${obstacle.number} ${obstacle.title} ${obstacle.description}`)
  await sql`insert or replace into obstacle_search(rowid, key) values (${obstacle.id}, ${key})`.execute(db)
}

async function saveAffected(db: Database, before: ObstacleRecord, record: ObstacleRecord): Promise<void> {
  const { id, province_id } = record.obstacle
  const left = before.affectedAgencyCodes.filter((code) => !record.affectedAgencyCodes.includes(code))
  const joined = record.affectedAgencyCodes.filter((code) => !before.affectedAgencyCodes.includes(code))
  if (left.length > 0) {
    await db
      .deleteFrom('obstacle_agency')
      .where('province_id', '=', province_id)
      .where('obstacle_id', '=', id)
      .where('agency_code', 'in', left)
      .execute()
  }
  if (joined.length > 0) {
    const rows = joined.map((agency_code) => ({ province_id, obstacle_id: id, agency_code }))
    await db.insertInto('obstacle_agency').values(rows).execute()
  }
}

async function saveDeadline(db: Database, before: ObstacleRecord, deadline: DeadlineRow): Promise<void> {
  if (deadline.id === unsaved) {
    const { id: _, ...values } = deadline
    const { id } = await db.insertInto('deadline').values(values).returning('id').executeTakeFirstOrThrow()
    deadline.id = id
    return
  }
  const known = before.deadlines.find(({ id }) => id === deadline.id)
  const changed = known && changedColumns(known, deadline)
  if (changed) await db.updateTable('deadline').set(changed).where('id', '=', deadline.id).execute()
}

async function saveWaiting(db: Database, before: ObstacleRecord, waiting: WaitingRow): Promise<void> {
  if (waiting.id === unsaved) {
    if (before.waiting) await endReplaced(db, before.waiting)
    const { id: _, ...values } = waiting
    await db.insertInto('waiting').values(values).execute()
    return
  }
  const changed = before.waiting && changedColumns(before.waiting, waiting)
  if (changed) await db.updateTable('waiting').set(changed).where('id', '=', waiting.id).execute()
}

/** Where one waiting follows another in one command, the first has ended by itself when it was owed to. */
async function endReplaced(db: Database, { id, resume_at }: WaitingRow): Promise<void> {
  await db.updateTable('waiting').set({ resume_at: null, ended_at: resume_at }).where('id', '=', id).execute()
}

async function saveExtension(db: Database, before: ObstacleRecord, extension: ExtensionRow): Promise<void> {
  if (extension.id === unsaved) {
    const { id: _, ...values } = extension
    await db.insertInto('extension').values(values).execute()
    return
  }
  const known = before.extensions.find(({ id }) => id === extension.id)
  const changed = known && changedColumns(known, extension)
  if (changed) await db.updateTable('extension').set(changed).where('id', '=', extension.id).execute()
}

/** The columns that differ, or null if none does. */
function changedColumns<Row extends object>(before: Row, after: Row): Partial<Row> | null {
  const keys = (Object.keys(after) as (keyof Row)[]).filter((key) => after[key] !== before[key])
  return keys.length === 0 ? null : (Object.fromEntries(keys.map((key) => [key, after[key]])) as Partial<Row>)
}
