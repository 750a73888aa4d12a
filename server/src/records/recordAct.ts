import { leave } from '../database/leave.ts'
import type { Database } from '../database/connect.ts'
import { insertRows } from '../database/rows.ts'
import { sealRows } from '../database/seals.ts'
import type { ActKind } from '../database/tables.ts'
import type { Change } from './ObstacleRecord.ts'

export interface NewAct {
  provinceId: number
  kind: ActKind
  /** Of what: an agency's code, a person's id. */
  subject: string | number
  /** Null: from the command line. */
  actorId: number | null
  changes: Change[]
}

/** What is done to a province itself, its rules, people and registry, is recorded beside what happens to obstacles. */
export async function recordAct(db: Database, act: NewAct, now: number): Promise<void> {
  if (act.changes.length === 0) return
  const values = {
    province_id: act.provinceId,
    kind: act.kind,
    subject: String(act.subject),
    at: now,
    actor_id: act.actorId,
    changes_json: JSON.stringify(act.changes),
  }
  const [id = 0] = await insertRows(db, 'act', [values])
  await leave(db, sealRows, [{ source: 'act', row: { id, ...values } }])
  if (ofDirectory.includes(act.kind)) await stampDirectory(db, act.provinceId)
}

const ofDirectory: ActKind[] = ['AGENCY', 'SERVICE', 'PERSON']

/** To be called in the transaction that changes agencies, services or people. */
async function stampDirectory(db: Database, provinceId: number): Promise<void> {
  await db
    .updateTable('province')
    .set((eb) => ({ directory_stamp: eb('directory_stamp', '+', 1) }))
    .where('id', '=', provinceId)
    .execute()
}

/** The fields in which two states of something differ, as text; null for what was not there or is no more. */
export function differences(before: object | null, after: object | null): Change[] {
  const [was, is] = [before, after].map((state) => new Map(Object.entries(state ?? {})))
  return [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])].flatMap((field) => {
    const change = { field, before: textOf(was?.get(field)), after: textOf(is?.get(field)) }
    return change.before === change.after ? [] : [change]
  })
}

/** What has gone from a list and what has come to it. */
export function listDifferences(field: string, before: object[], after: object[]): Change[] {
  const [was, is] = [before, after].map((rows) => rows.map((row) => JSON.stringify(row)))
  const gone = (was ?? []).filter((row) => !is?.includes(row))
  const come = (is ?? []).filter((row) => !was?.includes(row))
  return [
    ...gone.map((row) => ({ field, before: row, after: null })),
    ...come.map((row) => ({ field, before: null, after: row })),
  ]
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}
