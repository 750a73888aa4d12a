import { createHmac, type KeyObject } from 'node:crypto'
import type { Kysely } from 'kysely'
import { allDone } from './allDone.ts'
import { auditKeyOf, AuditKeyError } from './auditKey.ts'
import { lock } from './dialects.ts'
import { insertRows } from './rows.ts'
import { statement, type Places } from './statement.ts'
import type { ActRow, EventRow, SealSource, Tables } from './tables.ts'

/*
 * The audit trail of a province is a chain: each event and each act is sealed with a keyed hash (HMAC-SHA256) over its
 * content, its position and the seal before. It is written with the row, in the same transaction, so nothing is ever
 * there unsealed.
 */

type Sealed = { source: 'event'; row: EventRow } | { source: 'act'; row: ActRow }

/** Seals rows that were just written, in their order: two statements a province for any number of them. */
export async function sealRows(db: Kysely<Tables>, rows: Sealed[]): Promise<void> {
  for (const [provinceId, own] of Map.groupBy(rows, ({ row }) => row.province_id))
    await sealProvince(db, provinceId, own)
}

async function sealProvince(db: Kysely<Tables>, provinceId: number, rows: Sealed[]): Promise<void> {
  const key = auditKeyOf(db)
  // Carried out in this order, but asked at once.
  const [, head] = await allDone([lock(db, [`trail of province ${provinceId}`]), headOf(db, provinceId)])
  let { position, mac } = head ?? beginning(key, provinceId)
  const seals = rows.map(({ source, row }) => {
    mac = macOf(key, mac, ++position, { source, row } as Sealed)
    return { province_id: provinceId, position, source, row_id: row.id, mac }
  })
  await insertRows(db, 'seal', head ? seals : [beginning(key, provinceId), ...seals])
}

/** Where the chain of a province has come to. */
export async function headOf(
  db: Kysely<Tables>,
  provinceId: number,
): Promise<{ position: number; mac: string } | undefined> {
  return (await heads(db, { provinceId }))[0]
}

const heads = statement((db, value: Places<{ provinceId: number }>) =>
  db
    .selectFrom('seal')
    .select(['position', 'mac'])
    .where('province_id', '=', value('provinceId'))
    .orderBy('position', 'desc')
    .limit(1),
)

/** The seal before the first: it tells by itself which key the chain was begun with. */
export function beginning(key: KeyObject, provinceId: number) {
  const source: SealSource = 'key'
  const mac = createHmac('sha256', key).update(`goshayesh audit trail ${provinceId}`).digest('base64url')
  return { province_id: provinceId, position: 0, source, row_id: 0, mac }
}

/** From here on the province's database knows its key, although nothing has happened yet. */
export async function beginTrail(db: Kysely<Tables>, provinceId: number): Promise<void> {
  await insertRows(db, 'seal', [beginning(auditKeyOf(db), provinceId)])
}

export function macOf(key: KeyObject, previous: string, position: number, sealed: Sealed): string {
  const content = JSON.stringify([previous, position, sealed.source, ...contentOf(sealed)])
  return createHmac('sha256', key).update(content).digest('base64url')
}

/** All that a row says, in an order that stays for ever. */
function contentOf({ source, row }: Sealed): (string | number | null)[] {
  return source === 'event'
    ? [
        row.id,
        row.province_id,
        row.obstacle_id,
        row.kind,
        row.at,
        row.recorded_at,
        row.actor_id,
        row.comment,
        row.level,
        row.deadline_id,
        row.changes_json,
        row.mentions_json,
      ]
    : [row.id, row.province_id, row.kind, row.subject, row.at, row.actor_id, row.changes_json]
}

/** Refuses a key that the trails were not begun with: what it sealed could never be verified. */
export async function checkAuditKey(db: Kysely<Tables>): Promise<void> {
  const first = await db
    .selectFrom('seal')
    .select(['province_id', 'mac'])
    .where('position', '=', 0)
    .limit(1)
    .executeTakeFirst()
  if (first && first.mac !== beginning(auditKeyOf(db), first.province_id).mac)
    throw new AuditKeyError(
      'the audit trail of this database was begun with another key: give that one in AUDIT_KEY, or put its file back',
    )
}

const CHUNK = 10_000

/** Seals all that is there, in the order in which it was recorded: for what is older than its seals. */
export async function sealAll(db: Kysely<Tables>): Promise<void> {
  for (const source of ['event', 'act'] as const) {
    for (let after = 0, more = true; more;) {
      const rows = await db
        .selectFrom(source)
        .selectAll()
        .where('id', '>', after)
        .orderBy('id')
        .limit(CHUNK)
        .execute()
      await sealRows(
        db,
        rows.map((row) => ({ source, row }) as Sealed),
      )
      after = rows.at(-1)?.id ?? after
      more = rows.length === CHUNK
    }
  }
}
