import { type JSX, Show } from 'solid-js'
import { createData } from '../data/createData.ts'
import { dates, session, viewer } from '../data/session.ts'
import { MyOverdueDocument } from '../gql/graphql.ts'
import { formatNumber } from '../i18n/formatNumber.ts'
import { t } from '../i18n/t.ts'
import { InboxLink } from '../inbox/InboxLink.tsx'
import { address } from '../routing/router.ts'
import { Icon } from '../ui/Icon.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import { maySettleAnything } from './maySettleAnything.ts'
import { BrandMark } from './BrandMark.tsx'

/** The places and the one act; a tab bar on phones. */
export function Rail(): JSX.Element {
  const mine = createData(MyOverdueDocument, () => (viewer()?.role === 'VIEWER' ? undefined : {}))
  const overdue = (): number => mine.value?.obstacles.totalCount ?? 0
  return (
    <header class="rail">
      <a class="rail__brand" href="/">
        <BrandMark />
        <span class="rail__brand-name">{t().product}</span>
      </a>
      <nav class="rail__nav" aria-label={t().nav.label}>
        <Show when={viewer()?.role !== 'VIEWER'}>
          <RailLink class="rail__link--act" href="/log" icon="plus" title={t().nav.logHint}>
            {t().nav.log}
          </RailLink>
          <RailLink class="rail__link--early" href="/my-work" icon="work">
            {t().nav.myWork}
            <Show when={overdue() > 0}>
              <span class="rail__badge">
                <span aria-hidden="true">{formatNumber(overdue())}</span>
                <span class="visually-hidden">{t().nav.overdueCount(overdue())}</span>
              </span>
            </Show>
          </RailLink>
        </Show>
        <RailLink class="rail__link--early" href="/b/single-window" under="/b/" icon="board">
          {t().nav.board}
        </RailLink>
        <RailLink href="/agencies" icon="radar">
          {t().nav.agencies}
        </RailLink>
        <RailLink href="/review" icon="review">
          {t().nav.review}
        </RailLink>
        <Show when={maySettleAnything(viewer())}>
          <RailLink class="rail__link--optional" href="/settings" icon="settings">
            {t().nav.settings}
          </RailLink>
        </Show>
      </nav>
      <div class="rail__foot">
        <Countdown />
        <InboxLink />
        <AccountMenu />
      </div>
    </header>
  )
}

interface RailLinkProps {
  href: string
  icon: string
  /** Where the place has several addresses: what they begin with. */
  under?: string
  class?: string
  title?: string
  children: JSX.Element
}

function RailLink(props: RailLinkProps): JSX.Element {
  const isHere = (): boolean => address.pathname.startsWith(props.under ?? props.href)
  return (
    <a
      class={`rail__link ${props.class ?? ''}`}
      href={props.href}
      title={props.title}
      aria-current={isHere() ? 'page' : undefined}
    >
      <Icon name={props.icon} />
      {props.children}
    </a>
  )
}

/** Working days until the milestone that the province has set itself. */
function Countdown(): JSX.Element {
  const milestone = () => session.value?.installation.milestone
  const days = () => session.value?.installation.workingDaysLeft
  return (
    <Show when={milestone()}>
      {(aim) => (
        <a class="countdown" href="/review">
          <span class="countdown__value">{formatNumber(days() ?? 0)}</span>
          {t().nav.workingDays}
          <br />
          {t().nav.until(dates()?.formatTargetDay(aim().dueDate) ?? '')}
        </a>
      )}
    </Show>
  )
}
