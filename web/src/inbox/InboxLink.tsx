import { type JSX, Show } from 'solid-js'
import { createData } from '../data/createData.ts'
import { revisionOfNotices } from '../data/revision.ts'
import { viewer } from '../data/session.ts'
import { UnreadNoticesDocument } from '../gql/graphql.ts'
import { formatNumber } from '../i18n/formatNumber.ts'
import { t } from '../i18n/t.ts'
import { Icon } from '../ui/Icon.tsx'

const MOST = 99

/** The bell: how much the viewer was told and has not read, and the way to it. */
export function InboxLink(): JSX.Element {
  const data = createData(UnreadNoticesDocument, () => (viewer() ? {} : undefined), revisionOfNotices)
  const count = (): number => data.value?.unreadCount ?? 0
  return (
    <a class="bell" href="/inbox" title={t().nav.inbox}>
      <Icon name="bell" />
      <span class="visually-hidden">{t().nav.bell(count())}</span>
      <Show when={count() > 0}>
        <span class="bell__count" aria-hidden="true">
          {count() > MOST ? `${formatNumber(MOST)}+` : formatNumber(count())}
        </span>
      </Show>
    </a>
  )
}
