import { type Accessor, createEffect, onCleanup, untrack } from 'solid-js'
import { createStore, reconcile, unwrap } from 'solid-js/store'
import type { TypedDocumentString } from '../gql/graphql.ts'
import { language } from '../i18n/language.ts'
import { RequestError } from './RequestError.ts'
import { request } from './request.ts'
import { revisionOfFacts } from './revision.ts'

export interface Data<Value> {
  /** The last answer; it stays while a newer one is fetched, and is updated in place (rows keep their identity). */
  readonly value: Value | undefined
  readonly error: RequestError | undefined
  readonly loading: boolean
  /** Changes the value at once, before the server has answered, and gives the way back. */
  change(change: (value: Value) => void): () => void
}

interface State<Value> {
  value: Value | undefined
  error: RequestError | undefined
  loading: boolean
}

const prefetched = new Map<string, Promise<unknown>>()

/**
 * Keeps the answer to a query: fetched anew when its variables or the language change and whenever revalidate() is
 * called. While variables() is undefined nothing is fetched.
 */
export function createData<Value extends object, Variables>(
  document: TypedDocumentString<Value, Variables>,
  variables: () => Variables | undefined,
  revision: Accessor<number> = revisionOfFacts,
): Data<Value> {
  const [state, setState] = createStore<State<Value>>({ value: undefined, error: undefined, loading: true })
  let latest = 0
  createEffect(() => {
    language()
    revision()
    const wanted = variables()
    if (wanted === undefined) return
    const turn = ++latest
    setState('loading', true)
    untrack(() => takePrefetched(document, wanted) ?? request(document, wanted)).then(
      (value) => {
        if (turn !== latest) return
        setState('value', reconcile(value as never, { key: 'id' }))
        setState({ error: undefined, loading: false })
      },
      (error: unknown) => {
        if (turn === latest) setState({ error: asRequestError(error), loading: false })
      },
    )
  })
  onCleanup(() => latest++)
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
