import type { WorkingCalendar } from '@goshayesh/shared/calendar'
import { createComputed, createEffect, createMemo, createRoot, onCleanup } from 'solid-js'
import { CalendarDocument, SessionDocument, type SessionQuery } from '../gql/graphql.ts'
import { part } from '../loading/part.ts'
import { deviceTime, followServerClock } from '../now.ts'
import { createData } from './createData.ts'
import { startLive, stopLive } from './live.ts'
import { onPersonChanged, setPerson } from './person.ts'
import { revalidateAll, revisionOfSettings } from './revision.ts'
import { staleSince } from './staleness.ts'
import { whenSignedIn } from './signInGate.ts'

/** What could not be refreshed is asked for again. */
const AGAIN_MS = 15_000

export type Viewer = NonNullable<SessionQuery['viewer']>

/** Dates in words and the reckoning of working time; undefined until it is here. */
export const dates = part(() => import('./dates.ts'))

/** Who is signed in, the installation, and the province's working calendar: one for the whole client. */

const shared = createRoot(() => {
  const session = createData(SessionDocument, () => ({}), revisionOfSettings, 'device')
  // Before anything of the person's is built, which may look for what is kept.
  createComputed(() => {
    const person = session.value?.viewer
    if (person) setPerson(person.id)
  })
  // Until the page is loaded anew: the recovery codes are still to be read when the second factor is on already.
  const newcomer = createMemo(
    (before: Viewer | undefined) =>
      before ?? (session.value?.viewer?.secondFactorNeeded ? session.value.viewer : undefined),
  )
  // Whoever was signed in stays on the screen when the session ends: a dialog asks, and nothing typed is lost.
  const viewer = createMemo((before: Viewer | undefined) =>
    newcomer() ? undefined : (session.value?.viewer ?? before),
  )
  const isSignedIn = createMemo(() => viewer() !== undefined)
  const rules = createData(CalendarDocument, () => ({}), revisionOfSettings)
  const calendar = createMemo((): WorkingCalendar | undefined => {
    const value = rules.value?.workingCalendar
    return value && dates()?.createCalendar(JSON.parse(JSON.stringify(value)))
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
  return { session, viewer, newcomer, rules, calendar, timezone }
})

export const session = shared.session

/** The person signed in; undefined while unknown or nobody. */
export const viewer = shared.viewer

/** Who has to turn on a second factor before anything else is open. */
export const newcomer = shared.newcomer

/** What the calendar is made of. */
export const rules = shared.rules

/** The province's calendar; undefined until it has been fetched. */
export const calendar = shared.calendar

/** The province's time zone, an IANA name. */
export const timezone = shared.timezone

/** Begins anew: nothing of the person before is left on the screen. */
export function startAfresh(): void {
  location.assign('/')
}
