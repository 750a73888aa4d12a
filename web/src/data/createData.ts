import { type Accessor, createEffect, onCleanup, untrack } from 'solid-js'
import { createStore, reconcile, unwrap } from 'solid-js/store'
import type { TypedDocumentString } from '../gql/graphql.ts'
import { language } from '../i18n/language.ts'
import { afterPaint } from '../loading/afterPaint.ts'
import { deviceTime } from '../now.ts'
import { keepAnswer, keptAnswer, type Keeper } from './keptAnswers.ts'
import { RequestError } from './RequestError.ts'
import { request } from './request.ts'
import { connection } from './live.ts'
import { revisionOfFacts } from './revision.ts'
import { isStale, markFresh, markStale } from './staleness.ts'

export interface Data<Value> {
  /** The last answer; it stays while a newer one is fetched, and is updated in place (rows keep their identity). */
  readonly value: Value | undefined
  readonly error: RequestError | undefined
  readonly loading: boolean
  /** When the value was read, by the device's clock. */
  readonly readAt: number | undefined
  /** Changes the value at once, before the server has answered, and gives the way back. */
  change(change: (value: Value) => void): () => void
}

interface State<Value> {
  value: Value | undefined
  error: RequestError | undefined
  loading: boolean
  readAt: number | undefined
  /** What the value answers. */
  question: string
}

/** A server that takes longer is not waited for where an earlier answer is at hand. */
const PATIENCE_MS = 4_000

const prefetched = new Map<string, Promise<unknown>>()

/**
 * Keeps the answer to a query: fetched anew when its variables or the language change and whenever revalidate() is
 * called. While variables() is undefined nothing is fetched. Where the server can not be reached, the last answer to the
 * same question stands, as this device kept it, and is marked as stale.
 */
export function createData<Value extends object, Variables>(
  document: TypedDocumentString<Value, Variables>,
  variables: () => Variables | undefined,
  revision: Accessor<number> = revisionOfFacts,
  keeper: Keeper = 'person',
): Data<Value> {
  const [state, setState] = createStore<State<Value>>({
    value: undefined,
    error: undefined,
    loading: true,
    readAt: undefined,
    question: '',
  })
  const id = Symbol('data')
  let latest = 0
  createEffect(() => {
    language()
    revision()
    const wanted = variables()
    if (wanted === undefined) return
    const turn = ++latest
    setState('loading', true)
    const question = keyOf(document, wanted)
    const patience = setTimeout(() => void fallBack(turn, question, false), PATIENCE_MS)
    untrack(() => takePrefetched(document, wanted) ?? request(document, wanted)).then(
      (value) => {
        clearTimeout(patience)
        if (turn !== latest) return
        const readAt = deviceTime()
        put(value, readAt, question)
        keep(keeper, question, value, readAt)
        setState({ error: undefined, loading: false })
        // Without the live line nobody tells when it is out of date.
        if (connection() === 'lost') markStale(id, readAt)
        else markFresh(id)
      },
      async (error: unknown) => {
        clearTimeout(patience)
        const { code } = asRequestError(error)
        if (code === 'UNREACHABLE' || code === 'FAILED') await fallBack(turn, question, true)
        if (turn === latest) setState({ error: asRequestError(error), loading: false })
      },
    )
  })
  const put = (value: Value, readAt: number, question: string): void => {
    setState('value', reconcile(value as never, { key: 'id' }))
    setState({ readAt, question })
  }
  /** Shows the last answer to the question. Another question's is none: it goes once there is no hope of the right one. */
  const fallBack = async (turn: number, question: string, hopeless: boolean): Promise<void> => {
    if (state.question !== question) {
      const kept = await keptAnswer<Value>(keeper, question)
      if (turn !== latest) return
      if (kept) put(kept.value, kept.readAt, question)
      else if (hopeless) setState({ value: undefined, readAt: undefined, question: '' })
    }
    if (turn === latest && state.readAt !== undefined) markStale(id, state.readAt)
  }
  createEffect(() => {
    if (connection() !== 'lost') return
    untrack(() => state.readAt !== undefined && !isStale(id) && markStale(id, deviceTime()))
  })
  onCleanup(() => {
    latest++
    markFresh(id)
  })
  return {
    get value() {
      return state.value
    },
    get error() {
      return state.error
    },
    get loading() {
      return state.loading
    },
    get readAt() {
      return state.readAt
    },
    change(change) {
      const value = untrack(() => state.value)
      if (!value) return () => undefined
      const before = structuredClone(unwrap(value))
      const after = structuredClone(before)
      change(after)
      setState('value', reconcile(after as never, { key: 'id' }))
      return () => setState('value', reconcile(before as never, { key: 'id' }))
    },
  }
}

/** Starts a query while the page's code is still on its way; createData takes the answer. */
export function prefetch<Value, Variables>(
  document: TypedDocumentString<Value, Variables>,
  variables: Variables,
): void {
  const key = keyOf(document, variables)
  if (prefetched.has(key)) return
  const answer = request(document, variables)
  prefetched.set(key, answer)
  answer.catch(() => prefetched.delete(key))
}

/** Reads what a page will need where there is no network, and keeps it on this device. */
export function readAhead<Value, Variables>(
  document: TypedDocumentString<Value, Variables>,
  variables: Variables,
): void {
  request(document, variables).then(
    (value) => keep('person', keyOf(document, variables), value, deviceTime()),
    () => undefined,
  )
}

/** What is shown comes first. */
function keep(keeper: Keeper, question: string, value: unknown, readAt: number): void {
  afterPaint(() => void keepAnswer(keeper, question, value, readAt))
}

function takePrefetched<Value, Variables>(
  document: TypedDocumentString<Value, Variables>,
  variables: Variables,
): Promise<Value> | undefined {
  const key = keyOf(document, variables)
  const answer = prefetched.get(key)
  prefetched.delete(key)
  return answer as Promise<Value> | undefined
}

function keyOf<Value, Variables>(
  document: TypedDocumentString<Value, Variables>,
  variables: Variables,
): string {
  return `${language()}${document.toString()}${JSON.stringify(variables)}`
}

function asRequestError(error: unknown): RequestError {
  return error instanceof RequestError ? error : new RequestError('FAILED', String(error))
}
