import { createEffect, type JSX, Match, Show, Switch } from 'solid-js'
import { readAhead } from '../data/createData.ts'
import { connection } from '../data/live.ts'
import { revalidateAll } from '../data/revision.ts'
import { dates, newcomer, session, viewer } from '../data/session.ts'
import { signInNeeded } from '../data/signInGate.ts'
import { dateText } from '../data/dateText.ts'
import { afterPaint } from '../loading/afterPaint.ts'
import { letIntentLoad, onIntent } from '../loading/onIntent.ts'
import { part } from '../loading/part.ts'
import { LogChoicesDocument } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import { now, simulated } from '../now.ts'
import { CurrentPage } from '../routing/CurrentPage.tsx'
import { address, navigate } from '../routing/router.ts'
import { Announcer } from '../ui/Announcer.tsx'
import { Failure } from '../ui/Failure.tsx'
import { lazyPart } from '../ui/lazyPart.tsx'
import { tellUnreachable } from '../ui/tellUnreachable.ts'
import { Toasts } from '../ui/Toasts.tsx'
import { Guarded } from './Guarded.tsx'
import { lookForNewVersion } from './newVersion.ts'
import { Notices } from './Notices.tsx'
import { Overlays } from './Overlays.tsx'
import { Rail } from './Rail.tsx'
import { useShortcuts } from './useShortcuts.ts'

const SignInDialog = lazyPart(part(() => import('../people/SignInDialog.tsx')))
const NewcomerPage = lazyPart(part(() => import('../settings/NewcomerPage.tsx')))
onIntent(() => import('./keepFocus.ts').then(({ keepFocus }) => keepFocus()))

/** What stands around every page: the rail, the bars on top, the toasts; or the way to the sign-in. */
export function Shell(): JSX.Element {
  const isSignIn = (): boolean => address.pathname === '/sign-in'
  useShortcuts()
  dates.now().catch(tellUnreachable)
  createEffect(() => {
    if (connection() !== 'open') return
    // To log something must be possible without a network.
    readAhead(LogChoicesDocument, {})
    // A server that comes back may bring a newer client.
    lookForNewVersion()
  })
  createEffect(() => {
    if (viewer()) afterPaint(letIntentLoad)
  })
  createEffect(() => {
    if (!session.value || viewer() || newcomer() || isSignIn()) return
    navigate(`/sign-in?next=${encodeURIComponent(address.pathname + address.search)}`, { replace: true })
  })
  return (
    <Switch>
      <Match when={newcomer()}>
        <NewcomerPage />
        <Toasts />
      </Match>
      <Match when={isSignIn()}>
        <Guarded>
          <CurrentPage />
        </Guarded>
      </Match>
      <Match when={viewer()}>
        <div class="app">
          <a class="skip-link" href="#main">
            {t().skipToContent}
          </a>
          <Rail />
          <div class="shell">
            <ClockBar />
            <Notices />
            <Guarded>
              <CurrentPage fallback={<main class="main" id="main" aria-busy="true" />} />
            </Guarded>
          </div>
          <Toasts />
          <Announcer />
          <Overlays />
        </div>
        <Show when={signInNeeded()}>
          <SignInDialog />
        </Show>
      </Match>
      <Match when={session.error}>
        {(error) => (
          <main class="main__body" id="main">
            <Failure message={error().message} onRetry={revalidateAll} />
          </main>
        )}
      </Match>
    </Switch>
  )
}

function ClockBar(): JSX.Element {
  return (
    <Show when={simulated() && dateText(now(), { year: true, time: true })}>
      {(text) => (
        <aside class="clock-bar" aria-label={t().time.clock}>
          {t().time.simulated(text())}
        </aside>
      )}
    </Show>
  )
}
