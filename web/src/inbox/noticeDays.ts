import type { WorkingCalendar } from '@goshayesh/shared/calendar'
import type { InboxQuery } from '../gql/graphql.ts'

export type Notice = InboxQuery['inbox']['edges'][number]['node']

/** The notices of one civil date, '1405-04-31'. */
export interface NoticeDay {
  date: string
  notices: Notice[]
}

/** Notices day by day, the newest first: what the server caught up on was told in another order. */
export function daysOf(notices: readonly Notice[], calendar: Pick<WorkingCalendar, 'dateAt'>): NoticeDay[] {
  const days: NoticeDay[] = []
  for (const notice of [...notices].sort((a, b) => Date.parse(b.at) - Date.parse(a.at))) {
    const date = calendar.dateAt(Date.parse(notice.at))
    const last = days.at(-1)
    if (last?.date === date) last.notices.push(notice)
    else days.push({ date, notices: [notice] })
  }
  return days
}
