import type { Database } from '../database/connect.ts'
import type { EventRow, NoticeRow } from '../database/tables.ts'
import type { Actor } from '../records/Actor.ts'
import { cursorOf, readCursor } from './cursorOf.ts'
import { pageSize } from './pageSize.ts'

/** As cursors name it. */
const NOTICES = 'notice'

export interface InboxAsked {
  first?: number | null | undefined
  after?: string | null | undefined
  unreadOnly?: boolean | null | undefined
}

/** One page of what the viewer was told, the newest first, by keyset. INVALID for a size or cursor that is none. */
export async function inboxOf(
  db: Database,
  viewer: Actor,
  { first, after, unreadOnly }: InboxAsked,
): Promise<{ notices: NoticeRow[]; hasNextPage: boolean }> {
  const size = pageSize('first', first, 30)
  let query = noticesOf(db, viewer, unreadOnly ?? false).selectAll()
  if (after != null) {
    const [last = 0] = readCursor('after', NOTICES, after, 1)
    query = query.where('id', '<', last)
  }
  const rows = await query
    .orderBy('id', 'desc')
    .limit(size + 1)
    .execute()
  return { notices: rows.slice(0, size), hasNextPage: rows.length > size }
}

export async function countNotices(db: Database, viewer: Actor, unreadOnly: boolean): Promise<number> {
  const { count } = await noticesOf(db, viewer, unreadOnly)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** The id of the newest notice of a change of the rules that somebody in the province was told; 0 before the first. */
export async function newestNoticeOfRules(db: Database, provinceId: number): Promise<number> {
  const row = await noticesOfRules(db, provinceId)
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? 0
}

/** What people were told with an event, and of changes of the rules after the notice given, in the order of telling. */
export function noticesWith(db: Database, event: EventRow, lastOfRules: number): Promise<NoticeRow[]> {
  return db
    .selectFrom('notice')
    .selectAll()
    .where('event_id', '=', event.id)
    .unionAll(noticesOfRules(db, event.province_id).selectAll().where('id', '>', lastOfRules))
    .orderBy('id')
    .execute()
}

function noticesOfRules(db: Database, provinceId: number) {
  return db.selectFrom('notice').where('province_id', '=', provinceId).where('event_id', 'is', null)
}

export function noticeCursor({ id }: NoticeRow): string {
  return cursorOf(NOTICES, id)
}

function noticesOf(db: Database, viewer: Actor, unreadOnly: boolean) {
  const all = db
    .selectFrom('notice')
    .where('province_id', '=', viewer.provinceId)
    .where('user_id', '=', viewer.id)
  return unreadOnly ? all.where('read_at', 'is', null) : all
}
