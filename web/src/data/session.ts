import type { CalendarRules, WorkingCalendar } from '@goshayesh/shared/calendar'
import { createComputed, createEffect, createMemo, createRoot, createSignal, onCleanup } from 'solid-js'
import {
  CalendarDocument,
  SessionDocument,
  type SessionQuery,
  SignInDocument,
  SignOutDocument,
} from '../gql/graphql.ts'
import { deviceTime, followServerClock } from '../now.ts'
import { createData } from './createData.ts'
import { forgetAnswers } from './keptAnswers.ts'
import { restartLive, startLive, stopLive } from './live.ts'
import { clearPerson, onPersonChanged, setPerson } from './person.ts'
import { requestOnce } from './request.ts'
import { revalidateAll, revisionOfSettings } from './revision.ts'
import { staleSince } from './staleness.ts'
import { openSignInGate, whenSignedIn } from './signInGate.ts'

/** What could not be refreshed is asked for again. */
const AGAIN_MS = 15_000

export type Viewer = NonNullable<SessionQuery['viewer']>

/** Who is signed in, the installation, and the province's working calendar: one for the whole client. */

const shared = createRoot(() => {
  const session = createData(SessionDocument, () => ({}), revisionOfSettings, 'device')
  // Before anything of the person's is built, which may look for what is kept.
  createComputed(() => {
    const person = session.value?.viewer
    if (person) setPerson(person.id)
  })
  // Whoever was signed in stays on the screen when the session ends: a dialog asks, and nothing typed is lost.
  const viewer = createMemo((before: Viewer | undefined) => session.value?.viewer ?? before)
  const isSignedIn = createMemo(() => viewer() !== undefined)
  const rules = createData(CalendarDocument, () => ({}), revisionOfSettings)
  // The rules of working time come beside the first screen, not before it.
  const [create, setCreate] = createSignal<(rules: CalendarRules) => WorkingCalendar>()
  void import('@goshayesh/shared/calendar').then(({ createCalendar }) => setCreate(() => createCalendar))
  const calendar = createMemo((): WorkingCalendar | undefined => {
    const value = rules.value?.workingCalendar
    return value && create()?.(JSON.parse(JSON.stringify(value)))
  })
  createEffect(() => {
    const clock = session.value?.installation.clock
    if (clock) followServerClock({ ...clock, now: Date.parse(clock.now) }, session.readAt ?? deviceTime())
  })
  onPersonChanged(revalidateAll)
  createEffect((before: string | undefined) => {
    const after = viewer()?.id
    if (before !== undefined && after !== before) startAfresh()
    return after
  })
  createEffect(() => {
    if (session.value && !session.value.viewer && viewer()) void whenSignedIn()
  })
  createEffect(() => (isSignedIn() ? startLive() : stopLive()))
  addEventListener('focus', revalidateAll)
  addEventListener('online', revalidateAll)
  createEffect(() => {
    if (staleSince() === undefined) return
    const timer = setInterval(revalidateAll, AGAIN_MS)
    onCleanup(() => clearInterval(timer))
  })
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

/**
 * Throws RequestError where the sign-in is refused: INVALID at input.code where the account needs a code, too. Null:
 * none was given. Answers whether the password is a temporary one.
 */
export async function signIn(email: string, password: string, code: string | null): Promise<boolean> {
  const answer = await requestOnce(SignInDocument, { input: { email, password, code } })
  const { id: person, passwordExpiresAt } = answer.signIn.viewer
  const isTemporary = passwordExpiresAt !== null
  const before = viewer()?.id
  // What waits for the person who was here before is not this person's to send or to see.
  if (before !== undefined && before !== person) {
    startAfresh()
    return isTemporary
  }
  setPerson(person)
  if (before) restartLive()
  openSignInGate()
  revalidateAll()
  return isTemporary
}

export async function signOut(): Promise<void> {
  await requestOnce(SignOutDocument, {})
  stopLive()
  clearPerson()
  await forgetAnswers()
  location.assign('/sign-in')
}

function startAfresh(): void {
  location.assign('/')
}
