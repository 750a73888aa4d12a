import { createMemo, For, type JSX, Show } from 'solid-js'
import { civilDateText } from '../data/dateText.ts'
import { revalidateNotices, revisionOfNotices } from '../data/revision.ts'
import { createPages } from '../data/createPages.ts'
import { calendar } from '../data/session.ts'
import { InboxDocument } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import { Reckoned } from '../shell/Reckoned.tsx'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { NoticeItem } from './NoticeItem.tsx'
import { daysOf, type NoticeDay } from './noticeDays.ts'

export interface NoticeListProps {
  unreadOnly: boolean
  onRead(id: string): void
  /** What stands where there are none. */
  children: JSX.Element
}

/** Notices day by day. A page more may tell of a day that stands above: what was caught up on was told late. */
export function NoticeList(props: NoticeListProps): JSX.Element {
  const pages = createPages(InboxDocument, {
    variables: () => ({ unreadOnly: props.unreadOnly }),
    pageOf: ({ inbox }) => inbox,
    revision: revisionOfNotices,
  })
  const days = createMemo((): NoticeDay[] => {
    const rules = calendar()
    return rules ? daysOf(pages.nodes, rules) : []
  })
  return (
    <>
      <Show when={calendar()}>
        <For each={days().map(({ date }) => date)}>
          {(date) => (
            <section class="inbox__day" aria-label={civilDateText(date, { near: true })}>
              <h2 class="inbox__date">{civilDateText(date, { near: true })}</h2>
              <ul class="worklist__rows">
                <For each={days().find((day) => day.date === date)?.notices}>
                  {(notice) => <NoticeItem notice={notice} onRead={() => props.onRead(notice.id)} />}
                </For>
              </ul>
            </section>
          )}
        </For>
      </Show>
      <Show when={pages.error}>
        {(error) => <Failure message={error().message} onRetry={revalidateNotices} />}
      </Show>
      <Show when={!pages.error && days().length === 0}>
        <Reckoned height="14rem">
          <Show
            when={!pages.loading}
            fallback={
              <div aria-busy="true">
                <Skeleton height="14rem" />
              </div>
            }
          >
            {props.children}
          </Show>
        </Reckoned>
      </Show>
      <Show when={pages.hasMore}>
        <div class="cluster">
          <Button busy={pages.loading} onClick={() => pages.more()}>
            {t().inbox.more}
          </Button>
        </div>
      </Show>
    </>
  )
}
