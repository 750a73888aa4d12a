import { invalid } from '@goshayesh/shared/refusal'
import type { Database } from '../database/connect.ts'
import type { NoticeRow } from '../database/tables.ts'
import type { Actor } from '../records/Actor.ts'
import { pageSize } from './pageSize.ts'

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
  if (after != null) query = query.where('id', '<', readNoticeCursor(after))
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

/** What the viewer was told with an event, and of changes of the rules after the notice given, in the order of telling. */
export function noticesWith(
  db: Database,
  viewer: Actor,
  eventId: number,
  lastOfRules: number,
): Promise<NoticeRow[]> {
  return noticesOf(db, viewer, false)
    .selectAll()
    .where((eb) =>
      eb.or([eb('event_id', '=', eventId), eb.and([eb('event_id', 'is', null), eb('id', '>', lastOfRules)])]),
    )
    .orderBy('id')
    .execute()
}

/** The id of the newest notice that told the viewer of a change of the rules; 0 before the first. */
export async function newestNoticeOfRules(db: Database, viewer: Actor): Promise<number> {
  const row = await noticesOf(db, viewer, false)
    .select('id')
    .where('event_id', 'is', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? 0
}

export function noticeCursor({ id }: NoticeRow): string {
  return Buffer.from(`notice:${id}`).toString('base64url')
}

function noticesOf(db: Database, viewer: Actor, unreadOnly: boolean) {
  const all = db
    .selectFrom('notice')
    .where('province_id', '=', viewer.provinceId)
    .where('user_id', '=', viewer.id)
  return unreadOnly ? all.where('read_at', 'is', null) : all
}

function readNoticeCursor(cursor: string): number {
  const text = cursor.length > 100 ? '' : Buffer.from(cursor, 'base64url').toString()
  const match = /^notice:(\d{1,15})$/.exec(text)
  if (!match) throw invalid('after', 'BAD_VALUE')
  return Number(match[1])
}
