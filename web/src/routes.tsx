import type { JSX } from 'solid-js'
import { preloadBoard } from './boards/preloadBoard.ts'
import { viewer } from './data/session.ts'
import { part } from './loading/part.ts'
import { Redirect } from './routing/Redirect.tsx'
import type { Route } from './routing/router.ts'

/** Every address of the client. Pages come in parts of their own. */
export const routes: readonly Route[] = [
  { path: '/', page: part(async () => ({ default: Home })) },
  { path: '/sign-in', page: part(() => import('./people/SignInPage.tsx')) },
  { path: '/b/:track', page: part(() => import('./boards/BoardPage.tsx')), readAhead: preloadBoard },
  { path: '/o/:number', page: part(() => import('./obstacles/ObstaclePage.tsx')) },
  { path: '/log', page: part(() => import('./obstacles/LogPage.tsx')) },
  { path: '/my-work', page: part(() => import('./myWork/MyWorkPage.tsx')) },
  { path: '/inbox', page: part(() => import('./inbox/InboxPage.tsx')) },
  { path: '/agencies', page: part(() => import('./agencies/AgenciesPage.tsx')) },
  { path: '/agencies/:code', page: part(() => import('./agencies/AgencyPage.tsx')) },
  { path: '/review', page: part(() => import('./review/ReviewPage.tsx')) },
  { path: '/settings/:section?/:item?', page: part(() => import('./settings/SettingsPage.tsx')) },
  { path: '/account', page: part(() => import('./settings/AccountPage.tsx')) },
]

/** What any other address shows. */
export const notFound = part(() => import('./shell/NotFoundPage.tsx'))

/** Owners land on their work, leadership on the review, everybody else on the board. */
function Home(): JSX.Element {
  const place = (): string => {
    const role = viewer()?.role
    if (role === 'OFFICIAL') return '/my-work'
    return role === 'LEADER' ? '/review' : '/b/single-window'
  }
  return <Redirect to={place()} />
}
