import { limits } from '@goshayesh/shared/obstacleInput'
import { may, sees } from '@goshayesh/shared/permissions'
import { invalid, Refusal } from '@goshayesh/shared/refusal'
import type { Database } from '../database/connect.ts'
import type { AttachmentRow } from '../database/tables.ts'
import { loadRecords } from '../records/loadRecords.ts'
import { factsOf } from '../records/ObstacleRecord.ts'
import { changeObstacle } from './changeObstacle.ts'
import type { Actor } from '../records/Actor.ts'
import type { Store } from './transact.ts'

/** A file that is on disk already. */
export interface AttachFileInput {
  /** Of the obstacle. */
  id: number
  file: string
  name: string
  mime: string
  /** Bytes. */
  size: number
}

/** Attaches a stored file to an obstacle. Who may comment may attach. */
export async function attachFile(
  store: Store,
  actor: Actor,
  { id, ...file }: AttachFileInput,
  now: number,
): Promise<AttachmentRow> {
  let attached: AttachmentRow | null = null
  await changeObstacle(store, actor, 'COMMENT', 'ATTACHED', { id }, now, async ({ db }) => {
    await checkRoom(db, actor, id)
    const row = {
      ...file,
      province_id: actor.provinceId,
      obstacle_id: id,
      uploaded_by: actor.id,
      uploaded_at: now,
      lost: 0 as const,
    }
    attached = await db.insertInto('attachment').values(row).returningAll().executeTakeFirstOrThrow()
    return { comment: file.name }
  })
  if (!attached) throw new Error('a file was attached and is not there')
  return attached
}

/** What attachFile would refuse, before a file is received in vain. */
export async function checkAttachable(db: Database, actor: Actor, id: number): Promise<void> {
  const record = (await loadRecords(db, actor.provinceId, [id])).get(id)
  if (!record || !sees(actor, factsOf(record))) throw new Refusal('NOT_FOUND')
  if (!may(actor, 'COMMENT', factsOf(record))) throw new Refusal('FORBIDDEN')
  await checkRoom(db, actor, id)
}

async function checkRoom(db: Database, actor: Actor, id: number): Promise<void> {
  const { count } = await db
    .selectFrom('attachment')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('province_id', '=', actor.provinceId)
    .where('obstacle_id', '=', id)
    .where('lost', '=', 0)
    .executeTakeFirstOrThrow()
  const { max } = limits.attachments
  if (count >= max) throw invalid('file', 'TOO_MANY', max)
}
