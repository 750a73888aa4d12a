import { createEffect, type JSX, Show } from 'solid-js'
import { dateText } from '../data/dateText.ts'
import { session } from '../data/session.ts'
import { t } from '../i18n/t.ts'
import { now } from '../now.ts'
import { InboxLink } from '../inbox/InboxLink.tsx'
import { AccountMenu } from './AccountMenu.tsx'

export interface PageProps {
  title: string
  /** One line beside the title. */
  sub?: JSX.Element
  actions?: JSX.Element
  /** The page owns the window: it does not scroll as a whole. */
  fill?: boolean
  /** What it shows is still on its way. */
  busy?: boolean
  /** Whether the title is shown by the page's content itself, which then holds the h1. */
  ownHead?: boolean
  children: JSX.Element
}

/** The frame of every page: its landmark, its title in the window and on the page, its actions. */
export function Page(props: PageProps): JSX.Element {
  createEffect(() => {
    document.title = `${props.title} · ${t().product}`
  })
  return (
    <main
      class="main"
      classList={{ 'main--fill': props.fill === true }}
      id="main"
      tabindex="-1"
      aria-busy={props.busy ? 'true' : undefined}
    >
      <p class="print-line only-print">
        {[t().product, session.value?.installation.name, dateText(now(), { year: true, time: true })]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Show when={!props.ownHead}>
        <div class="page-head">
          <div class="page-head__titles">
            <h1 class="page-head__title">{props.title}</h1>
            <Show when={props.sub}>
              <p class="page-head__sub">{props.sub}</p>
            </Show>
          </div>
          <div class="page-head__actions">{props.actions}</div>
          <div class="page-head__account only-phone">
            <InboxLink />
            <AccountMenu />
          </div>
        </div>
      </Show>
      {props.children}
    </main>
  )
}
