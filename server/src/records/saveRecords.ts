import type { EventKind } from '@goshayesh/shared/eventKinds'
import { leave } from '../database/leave.ts'
import type { Database } from '../database/connect.ts'
import { indexWords } from '../database/wordIndex.ts'
import { insertRows, updateRows } from '../database/rows.ts'
import type { DeadlineRow, ExtensionRow, WaitingRow } from '../database/tables.ts'
import {
  derivedColumns,
  unsaved,
  type NewFact,
  type ObstacleRecord,
  type RecordChange,
} from './ObstacleRecord.ts'
import { keyed, wordsOf } from './indexObstacles.ts'
import { recordEvents } from './recordEvents.ts'

/** Facts that nobody sees on the obstacle itself: they do not make an edit in progress stale. */
const silent: EventKind[] = ['WARNED', 'COMMENTED', 'ATTACHED']

/**
 * Writes what differs and the facts that made it differ, and raises the version where a person sees a change, in
 * the same number of statements for one record and for many of one province. `now` is the time of recording; a fact
 * may bear the earlier instant at which it was owed.
 */
export async function saveRecords(
  db: Database,
  changes: RecordChange[],
  actorId: number | null,
  now: number,
): Promise<void> {
  for (const { before, record, facts } of changes) {
    const { obstacle } = record
    Object.assign(obstacle, derivedColumns(record))
    if (facts.some(({ kind }) => !silent.includes(kind))) obstacle.version = before.obstacle.version + 1
    if (facts.some(({ kind }) => kind !== 'WARNED')) obstacle.updated_at = now
    if (isSeen(before, record, facts)) obstacle.stamp = before.obstacle.stamp + 1
  }
  const obstacles = changes.map(({ before, record }) => ({ before: before.obstacle, after: record.obstacle }))
  await updateRows(db, 'obstacle', obstacles)
  const reworded = changes.filter(
    ({ before, record }) => wordsOf(before.obstacle) !== wordsOf(record.obstacle),
  )
  await leave(
    db,
    indexWords,
    reworded.map(({ record }) => keyed(record.obstacle)),
  )
  for (const { before, record } of changes) await saveAffected(db, before, record)
  await saveParts(db, 'deadline', changes, ({ deadlines }) => deadlines)
  await endReplaced(db, changes)
  await saveParts(db, 'waiting', changes, ({ waiting }) => (waiting ? [waiting] : []))
  await saveParts(db, 'extension', changes, ({ extensions }) => extensions)
  await recordEvents(db, changes, actorId, now)
}

/** Only the enforcer looks at them. */
const enforcersOwn = ['next_at', 'warned_percent']

/** Whether a reader could see what changed; a closure, for one, may move from when a clock is due soon, and nothing else. */
function isSeen(before: ObstacleRecord, record: ObstacleRecord, facts: NewFact[]): boolean {
  return (
    facts.some(({ kind }) => kind !== 'WARNED') ||
    differ(before.obstacle, record.obstacle) ||
    differ(before.waiting, record.waiting) ||
    record.deadlines.some((deadline, place) => differ(before.deadlines[place], deadline, enforcersOwn))
  )
}

function differ<Row extends object>(
  before: Row | null | undefined,
  after: Row | null,
  apartFrom: string[] = [],
): boolean {
  if (!before || !after) return before !== after
  const columns = Object.keys(after) as (keyof Row & string)[]
  return columns.some((column) => before[column] !== after[column] && !apartFrom.includes(column))
}

/** Writes a record for the first time, with its events; sets the ids that the database gives. */
export async function insertRecord(
  db: Database,
  record: ObstacleRecord,
  facts: NewFact[],
  actorId: number,
  now: number,
): Promise<void> {
  Object.assign(record.obstacle, derivedColumns(record))
  const [id = unsaved] = await insertRows(db, 'obstacle', [record.obstacle])
  record.obstacle.id = id
  await leave(db, indexWords, [keyed(record.obstacle)])
  await saveAffected(db, { ...record, affectedAgencyCodes: [] }, record)
  for (const deadline of record.deadlines) deadline.obstacle_id = id
  const change = { before: record, record, facts }
  await saveParts(db, 'deadline', [change], ({ deadlines }) => deadlines)
  await recordEvents(db, [change], actorId, now)
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

/** New parts get their ids; of the others those are written that differ. */
async function saveParts<Row extends DeadlineRow | WaitingRow | ExtensionRow>(
  db: Database,
  table: 'deadline' | 'waiting' | 'extension',
  changes: RecordChange[],
  partsOf: (record: ObstacleRecord) => Row[],
): Promise<void> {
  const parts = changes.flatMap(({ record }) => partsOf(record))
  const fresh = parts.filter(({ id }) => id === unsaved)
  const ids = await insertRows(db, table, fresh)
  const known = changes.flatMap(({ before, record }) =>
    partsOf(record).flatMap((after) => {
      const part = after.id !== unsaved && partsOf(before).find(({ id }) => id === after.id)
      return part ? { before: part, after } : []
    }),
  )
  fresh.forEach((part, index) => Object.assign(part, { id: ids[index] }))
  await updateRows(db, table, known)
}

/** Where one waiting follows another in one command, the first has ended by itself when it was owed to. */
async function endReplaced(db: Database, changes: RecordChange[]): Promise<void> {
  const replaced = changes.flatMap(({ before, record }) =>
    before.waiting && record.waiting?.id === unsaved ? before.waiting : [],
  )
  const ended = replaced.map((waiting) => ({
    before: waiting,
    after: { ...waiting, resume_at: null, ended_at: waiting.resume_at },
  }))
  await updateRows(db, 'waiting', ended)
}
