import { invalid } from '@goshayesh/shared/refusal'
import { checkList } from '../queries/checkList.ts'
import type { Actor } from '../records/Actor.ts'
import { transact, type Store } from './transact.ts'

/** Marks some of the actor's notices as read, or all with `ids` = null; answers with how many were not yet. */
export function markNoticesRead(
  store: Store,
  actor: Actor,
  ids: number[] | null,
  now: number,
): Promise<number> {
  checkList('ids', ids)
  return transact(store, actor.provinceId, 'beside', async (db) => {
    const own = db
      .selectFrom('notice')
      .select('id')
      .where('province_id', '=', actor.provinceId)
      .where('user_id', '=', actor.id)
    if (ids) {
      const known = new Set((await own.where('id', 'in', ids).execute()).map(({ id }) => id))
      const unknown = ids.findIndex((id) => !known.has(id))
      if (unknown >= 0) throw invalid(`ids.${unknown}`, 'UNKNOWN')
    }
    const unread = own.where('read_at', 'is', null)
    const { numUpdatedRows } = await db
      .updateTable('notice')
      .set({ read_at: now })
      .where('id', 'in', ids ? unread.where('id', 'in', ids) : unread)
      .executeTakeFirst()
    return Number(numUpdatedRows)
  })
}
