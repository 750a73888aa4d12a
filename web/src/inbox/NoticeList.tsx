import { createEffect, createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { createData } from '../data/createData.ts'
import { civilDateText } from '../data/dateText.ts'
import { revalidateNotices, revisionOfNotices } from '../data/revision.ts'
import { calendar } from '../data/session.ts'
import { InboxDocument } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { NoticeItem } from './NoticeItem.tsx'
import { daysOf, type NoticeDay } from './noticeDays.ts'

export interface NoticeListProps {
  unreadOnly: boolean
  after: string | null
  /** The day that the page above ended in: its heading stands there. */
  lastDay?: string | undefined
  onTotal?(total: number): void
  onRead(id: string): void
}

/** One page of notices, which asks for the next one below itself. */
export function NoticeList(props: NoticeListProps): JSX.Element {
  const [goesOn, setGoesOn] = createSignal(false)
  const data = createData(
    InboxDocument,
    () => ({ unreadOnly: props.unreadOnly, after: props.after }),
    revisionOfNotices,
  )
  const days = createMemo((): NoticeDay[] => {
    const rules = calendar()
    const notices = data.value?.inbox.edges.map(({ node }) => node) ?? []
    return rules ? daysOf(notices, rules) : []
  })
  createEffect(() => {
    if (data.value) props.onTotal?.(data.value.inbox.totalCount)
  })
  const page = () => data.value?.inbox.pageInfo
  return (
    <>
      <Show
        when={data.value && calendar()}
        fallback={
          <Show
            when={data.error}
            fallback={
              <div aria-busy="true">
                <Skeleton height="14rem" />
              </div>
            }
          >
            {(error) => <Failure message={error().message} onRetry={revalidateNotices} />}
          </Show>
        }
      >
        <For each={days().map(({ date }) => date)}>
          {(date) => (
            <section class="inbox__day" aria-label={civilDateText(date, { near: true })}>
              <Show when={date !== props.lastDay}>
                <h2 class="inbox__date">{civilDateText(date, { near: true })}</h2>
              </Show>
              <ul class="worklist__rows">
                <For each={days().find((day) => day.date === date)?.notices}>
                  {(notice) => <NoticeItem notice={notice} onRead={() => props.onRead(notice.id)} />}
                </For>
              </ul>
            </section>
          )}
        </For>
      </Show>
      <Show when={page()?.hasNextPage && !goesOn()}>
        <div class="cluster">
          <Button onClick={() => setGoesOn(true)}>{t().inbox.more}</Button>
        </div>
      </Show>
      <Show when={goesOn() && page()?.hasNextPage && page()?.endCursor}>
        {(cursor) => (
          <NoticeList
            unreadOnly={props.unreadOnly}
            after={cursor()}
            lastDay={days().at(-1)?.date}
            onRead={(id) => props.onRead(id)}
          />
        )}
      </Show>
    </>
  )
}
