import { Navigate, Route, Router } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { lazyModule } from './loading/lazyModule.ts'
import { viewer } from './data/session.ts'
import { preloadBoard } from './boards/preloadBoard.ts'
import { Shell } from './shell/Shell.tsx'

/** Every address of the client. Pages come in parts of their own. */
export function App(): JSX.Element {
  return (
    <Router root={Shell}>
      <Route path="/" component={Home} />
      <Route path="/sign-in" component={lazyModule(() => import('./people/SignInPage.tsx'))} />
      <Route
        path="/b/:track"
        component={lazyModule(() => import('./boards/BoardPage.tsx'))}
        preload={preloadBoard}
      />
      <Route path="/o/:number" component={lazyModule(() => import('./obstacles/ObstaclePage.tsx'))} />
      <Route path="/log" component={lazyModule(() => import('./obstacles/LogPage.tsx'))} />
      <Route path="/my-work" component={lazyModule(() => import('./myWork/MyWorkPage.tsx'))} />
      <Route path="/inbox" component={lazyModule(() => import('./inbox/InboxPage.tsx'))} />
      <Route path="/agencies" component={lazyModule(() => import('./agencies/AgenciesPage.tsx'))} />
      <Route path="/agencies/:code" component={lazyModule(() => import('./agencies/AgencyPage.tsx'))} />
      <Route path="/review" component={lazyModule(() => import('./review/ReviewPage.tsx'))} />
      <Route
        path="/settings/:section?/:item?"
        component={lazyModule(() => import('./settings/SettingsPage.tsx'))}
      />
      <Route path="/account" component={lazyModule(() => import('./settings/AccountPage.tsx'))} />
      <Route path="*" component={lazyModule(() => import('./shell/NotFoundPage.tsx'))} />
    </Router>
  )
}

/** Owners land on their work, leadership on the review, everybody else on the board. */
function Home(): JSX.Element {
  const place = (): string => {
    const role = viewer()?.role
    if (role === 'OFFICIAL') return '/my-work'
    return role === 'LEADER' ? '/review' : '/b/single-window'
  }
  return <Navigate href={place()} />
}
