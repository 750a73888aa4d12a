import { createEffect, createMemo, createRoot } from 'solid-js'
import { createCalendar, type WorkingCalendar } from '@goshayesh/shared/calendar'
import {
  CalendarDocument,
  SessionDocument,
  type SessionQuery,
  SignInDocument,
  SignOutDocument,
} from '../gql/graphql.ts'
import { followServerClock } from '../now.ts'
import { createData } from './createData.ts'
import { restartLive, startLive, stopLive } from './live.ts'
import { requestOnce } from './request.ts'
import { revalidateAll, revisionOfSettings } from './revision.ts'
import { openSignInGate, whenSignedIn } from './signInGate.ts'

export type Viewer = NonNullable<SessionQuery['viewer']>

/** Who is signed in, the installation, and the province's working calendar: one for the whole client. */

const shared = createRoot(() => {
  const session = createData(SessionDocument, () => ({}), revisionOfSettings)
  // Whoever was signed in stays on the screen when the session ends: a dialog asks, and nothing typed is lost.
  const viewer = createMemo((before: Viewer | undefined) => session.value?.viewer ?? before)
  const isSignedIn = createMemo(() => viewer() !== undefined)
  const rules = createData(CalendarDocument, () => ({}), revisionOfSettings)
  const calendar = createMemo((): WorkingCalendar | undefined => {
    const value = rules.value?.workingCalendar
    return value && createCalendar(JSON.parse(JSON.stringify(value)))
  })
  createEffect(() => {
    const clock = session.value?.installation.clock
    if (clock) followServerClock({ ...clock, now: Date.parse(clock.now) })
  })
  createEffect(() => {
    if (session.value && !session.value.viewer && viewer()) void whenSignedIn()
  })
  createEffect(() => (isSignedIn() ? startLive() : stopLive()))
  addEventListener('focus', revalidateAll)
  const timezone = createMemo(() => rules.value?.workingCalendar.timezone ?? 'UTC')
  return { session, viewer, calendar, timezone }
})

export const session = shared.session

/** The person signed in; undefined while unknown or nobody. */
export const viewer = shared.viewer

/** The province's calendar; undefined until it has been fetched. */
export const calendar = shared.calendar

/** The province's time zone, an IANA name. */
export const timezone = shared.timezone

/** Throws RequestError where the sign-in is refused. */
export async function signIn(email: string, password: string): Promise<void> {
  await requestOnce(SignInDocument, { input: { email, password } })
  if (viewer()) restartLive()
  openSignInGate()
  revalidateAll()
}

export async function signOut(): Promise<void> {
  await requestOnce(SignOutDocument, {})
  stopLive()
  location.assign('/sign-in')
}
