import { createEffect, on, untrack } from 'solid-js'
import { createStore, reconcile, type SetStoreFunction, unwrap } from 'solid-js/store'
import { viewer } from '../data/session.ts'

/** What somebody is writing, kept over a reload of this tab until it is dropped. */
export function createDraft<Value extends object>(
  key: string,
  start: Value,
): [Value, SetStoreFunction<Value>, drop: (next?: Value) => void] {
  const stored = `goshayesh.draft.${untrack(viewer)?.id ?? ''}.${key}`
  const beginning = JSON.stringify(start)
  // What an earlier version of the client kept may lack something.
  const [draft, setDraft] = createStore<Value>({ ...JSON.parse(beginning), ...read(stored) } as Value)
  createEffect(
    on(
      () => JSON.stringify(draft),
      (text) =>
        text === beginning ? sessionStorage.removeItem(stored) : sessionStorage.setItem(stored, text),
      { defer: true },
    ),
  )
  const drop = (next?: Value): void => {
    if (next) setDraft(reconcile(structuredClone(unwrap(next)) as never))
    sessionStorage.removeItem(stored)
  }
  return [draft, setDraft, drop]
}

function read(stored: string): object {
  try {
    return { ...JSON.parse(sessionStorage.getItem(stored) ?? '{}') } as object
  } catch {
    return {}
  }
}
