import { For, type JSX, Show } from 'solid-js'
import { createData } from '../data/createData.ts'
import { request } from '../data/request.ts'
import { revalidateNotices, revisionOfNotices } from '../data/revision.ts'
import { MarkNoticesReadDocument, UnreadNoticesDocument } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import { address } from '../routing/router.ts'
import { Page } from '../shell/Page.tsx'
import { isFree, usePageKeys } from '../shell/useShortcuts.ts'
import { toastRefusal } from '../shell/toastRefusal.ts'
import { Button } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { NoticeList } from './NoticeList.tsx'

const views = ['all', 'unread'] as const

/** What the viewer was told, the newest first, day by day. */
export default function InboxPage(): JSX.Element {
  const view = (): (typeof views)[number] => (address.query['show'] === 'unread' ? 'unread' : 'all')
  const unread = createData(UnreadNoticesDocument, () => ({}), revisionOfNotices)
  const count = (): number => unread.value?.unreadCount ?? 0
  const markRead = async (ids: readonly string[] | 'all'): Promise<void> => {
    try {
      await request(MarkNoticesReadDocument, ids === 'all' ? { all: true } : { all: false, ids: [...ids] })
    } catch (error) {
      toastRefusal(error)
    }
    revalidateNotices()
  }
  usePageKeys(move)
  return (
    <Page
      title={t().nav.inbox}
      sub={unread.value && t().inbox.sub(count())}
      actions={
        <>
          <nav class="segmented" aria-label={t().inbox.views.label}>
            <For each={views}>
              {(name) => (
                <a
                  class="segmented__item"
                  href={name === 'all' ? '/inbox' : '/inbox?show=unread'}
                  aria-current={name === view() ? 'true' : undefined}
                >
                  {t().inbox.views[name]}
                </a>
              )}
            </For>
          </nav>
          <Show when={count() > 0}>
            <Button icon="check-double" onClick={() => void markRead('all')}>
              {t().inbox.readAll}
            </Button>
          </Show>
        </>
      }
    >
      <div class="main__body inbox">
        <Show when={view()} keyed>
          {(shown) => (
            <NoticeList unreadOnly={shown === 'unread'} onRead={(id) => void markRead([id])}>
              <Empty icon="bell" title={t().inbox.emptyTitle[shown]} text={t().inbox.emptyText[shown]} />
            </NoticeList>
          )}
        </Show>
      </div>
      <aside class="hints not-phone" aria-label={t().work.keys.label}>
        <span>
          <Key name="J" /> <Key name="K" /> {t().work.keys.move}
        </span>
        <span>
          <Key name="Enter" /> {t().work.keys.open}
        </span>
      </aside>
    </Page>
  )
}

function Key(props: { name: string }): JSX.Element {
  return (
    <kbd class="kbd" dir="ltr">
      {props.name}
    </kbd>
  )
}

/** J and K go from notice to notice; Enter opens the one that has the focus. */
function move(event: KeyboardEvent): void {
  if (!isFree(event) || event.shiftKey || (event.code !== 'KeyJ' && event.code !== 'KeyK')) return
  event.preventDefault()
  const links = [...document.querySelectorAll<HTMLElement>('.note__text[href]')]
  const at = links.findIndex((link) => link === document.activeElement)
  links[Math.max(0, Math.min(links.length - 1, at + (event.code === 'KeyJ' ? 1 : -1)))]?.focus()
}
