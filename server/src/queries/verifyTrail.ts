import type { KeyObject } from 'node:crypto'
import type { Database } from '../database/connect.ts'
import { auditKeyOf } from '../database/auditKey.ts'
import { beginning, macOf } from '../database/seals.ts'
import type { ActRow, EventRow, SealSource } from '../database/tables.ts'

/** Where a chain stood at some time, kept outside the database. */
export interface Anchor {
  position: number
  mac: string
}

export interface Trail {
  /** How far the chain reaches. */
  head: Anchor
  /** What was tampered with first, in words; null where nothing was. */
  fault: string | null
}

interface Seal extends Anchor {
  source: SealSource
  row_id: number
}

const CHUNK = 2_000

/**
 * Reckons the audit trail of a province anew, from its beginning, and names the first row that was changed, deleted,
 * moved or put in. What was cut off at the end shows only by an anchor.
 */
export async function verifyTrail(db: Database, provinceId: number, anchor: Anchor | null): Promise<Trail> {
  const key = auditKeyOf(db)
  const sealed = { event: 0, act: 0 }
  let head: Anchor = beginning(key, provinceId)
  for (let more = true; more;) {
    const seals = await sealsAfter(db, provinceId, head.position === 0 ? -1 : head.position)
    const rows = await rowsOf(db, provinceId, seals)
    for (const seal of seals) {
      const fault = faultOf(key, head, seal, rows, provinceId)
      if (fault) return { head, fault }
      if (seal.source !== 'key') sealed[seal.source]++
      head = { position: seal.position, mac: seal.mac }
      if (anchor?.position === seal.position && anchor.mac !== seal.mac)
        return { head, fault: `the chain up to ${seal.position} is not the one of the anchor` }
    }
    more = seals.length === CHUNK
  }
  const unsealed = await firstUnsealed(db, provinceId, sealed)
  const cut =
    anchor && anchor.position > head.position
      ? `the end is gone: it reached ${anchor.position} once, and reaches ${head.position} now`
      : null
  return { head, fault: unsealed ?? cut }
}

function sealsAfter(db: Database, provinceId: number, position: number): Promise<Seal[]> {
  return db
    .selectFrom('seal')
    .select(['position', 'mac', 'source', 'row_id'])
    .where('province_id', '=', provinceId)
    .where('position', '>', position)
    .orderBy('position')
    .limit(CHUNK)
    .execute()
}

interface Rows {
  event: Map<number, EventRow>
  act: Map<number, ActRow>
}

async function rowsOf(db: Database, provinceId: number, seals: Seal[]): Promise<Rows> {
  const read = async (source: 'event' | 'act') => {
    const ids = seals.filter((seal) => seal.source === source).map(({ row_id }) => row_id)
    return ids.length === 0
      ? []
      : db
          .selectFrom(source)
          .selectAll()
          .where('province_id', '=', provinceId)
          .where('id', '>=', Math.min(...ids))
          .where('id', '<=', Math.max(...ids))
          .execute()
  }
  const byId = <Row extends { id: number }>(rows: Row[]) => new Map(rows.map((row) => [row.id, row]))
  return {
    event: byId((await read('event')) as EventRow[]),
    act: byId((await read('act')) as ActRow[]),
  }
}

function faultOf(key: KeyObject, head: Anchor, seal: Seal, rows: Rows, provinceId: number): string | null {
  if (seal.source === 'key') {
    const isFirst = seal.position === 0 && seal.mac === beginning(key, provinceId).mac
    return isFirst ? null : 'the trail was begun with another key'
  }
  if (seal.position !== head.position + 1) return `seal ${head.position + 1} was deleted`
  const named = `${seal.source} ${seal.row_id}`
  const [event, act] = [rows.event.get(seal.row_id), rows.act.get(seal.row_id)]
  const sealed =
    seal.source === 'event'
      ? event && ({ source: 'event', row: event } as const)
      : act && ({ source: 'act', row: act } as const)
  if (!sealed) return `${named} was deleted`
  return macOf(key, head.mac, seal.position, sealed) === seal.mac
    ? null
    : `${named}, or seal ${seal.position} over it, was changed`
}

/** Every row that is sealed was found; where there are more, one was put in from outside. */
async function firstUnsealed(
  db: Database,
  provinceId: number,
  sealed: { event: number; act: number },
): Promise<string | null> {
  for (const source of ['event', 'act'] as const) {
    const { count } = await db
      .selectFrom(source)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('province_id', '=', provinceId)
      .executeTakeFirstOrThrow()
    if (count <= sealed[source]) continue
    const row = await db
      .selectFrom(source)
      .select('id')
      .where('province_id', '=', provinceId)
      .where('id', 'not in', (eb) =>
        eb
          .selectFrom('seal')
          .select('row_id')
          .where('province_id', '=', provinceId)
          .where('source', '=', source),
      )
      .orderBy('id')
      .limit(1)
      .executeTakeFirst()
    return `${source} ${row?.id} was put in from outside`
  }
  return null
}
