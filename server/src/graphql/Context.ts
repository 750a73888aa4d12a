import { Refusal, type Language } from '@goshayesh/shared/refusal'
import type { SignInInput } from '../commands/signIn.ts'
import type { Store } from '../commands/transact.ts'
import type { Actor } from '../records/Actor.ts'
import type { Stamps } from '../records/Rules.ts'
import type { Sight } from '../queries/filterObstacles.ts'
import type { Names } from './Directory.ts'
import { Loaders } from './Loaders.ts'

/** What a request, or one event of a subscription, brings along. */
export interface ContextParts {
  store: Store
  /** Looked up from the session, anew for each request and each live event. */
  viewer: Actor | null
  /** Instead of a viewer: who may turn on the second factor that the role takes, and do nothing else. */
  newcomer?: Actor | null | undefined
  /** Of the viewer's province, if they were looked up already and nothing is changed here. */
  stamps?: Stamps | null | undefined
  language: Language
  /** Read from the clock once. */
  now: number
  /** What the clock of a device shows that makes codes for signing in. */
  deviceNow: number
  clock: { simulated: boolean; speed: number }
  /** Sets and clears the cookie; throws Refusal. `token` is that of the session, null without one. */
  session: {
    token: string | null
    signIn(input: SignInInput): Promise<{ viewer: Actor } | { newcomer: Actor }>
    signOut(): Promise<void>
  }
  trace: Trace
}

/** What only reads opens and ends none. Who looks at the token looks at the viewer's person, too: see Answers. */
export const NO_SESSION: ContextParts['session'] = {
  token: null,
  signIn: () => Promise.reject(new Error('signing in takes a mutation')),
  signOut: () => Promise.reject(new Error('signing out takes a mutation')),
}

/** What the log and the figures say of a request; a holder, as Apollo copies the context. */
export interface Trace {
  /** "query board"; null where none was found. */
  operation: string | null
  /** Of its first error; null without one. */
  code: string | null
  userId: number | null
  /** Logs a fault of ours. */
  /** Under which the log has it; null: of no request. */
  requestId: string | null
  report: (cause: unknown) => void
}

export interface Context extends ContextParts {
  /** Of the viewer; made when first asked for. */
  loaders: Loaders | null
  /** The agencies, services and people whom rows name. */
  readonly names: Names
}

const lookedUp = {
  get names(): Names {
    return loadersOf(this as Context).names
  },
}

export function createContext(parts: ContextParts): Context {
  return Object.assign(Object.create(lookedUp) as Pick<Context, 'names'>, parts, { loaders: null })
}

/** The person signed in; UNAUTHENTICATED if nobody is. */
export function viewerOf(context: Context): Actor {
  if (!context.viewer) throw new Refusal('UNAUTHENTICATED')
  return context.viewer
}

/** As viewerOf; a newcomer is somebody, too. */
export function personAtDoor(context: Context): Actor {
  return context.newcomer ?? viewerOf(context)
}

export function loadersOf(context: Context): Loaders {
  context.loaders ??= new Loaders(context.store.db, personAtDoor(context), context.stamps)
  return context.loaders
}

/** To be called after a change: nothing that was looked up before it is believed any more. */
export function forget(context: Context): void {
  context.loaders = null
  context.stamps = null
}

type Becoming = { viewer?: Actor; newcomer?: Actor }

/** Goes on as another person, or as nobody. */
export function becomes(context: Context, { viewer, newcomer }: Becoming): void {
  context.viewer = viewer ?? null
  context.newcomer = newcomer
  context.trace.userId = viewer?.id ?? newcomer?.id ?? null
  forget(context)
}

export function sightOf(context: Context): Promise<Sight> {
  return loadersOf(context).sight(context.now)
}
