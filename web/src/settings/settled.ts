import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'

const REST_MS = 350

/** The value once it has not changed for a moment: for what is asked while somebody types. JSON values only. */
export function settled<Value>(value: Accessor<Value | undefined>): Accessor<Value | undefined> {
  const text = createMemo(() => JSON.stringify(value()) as string | undefined)
  const [rested, setRested] = createSignal(text())
  createEffect(
    on(
      text,
      (next) => {
        const timer = setTimeout(() => setRested(next), REST_MS)
        onCleanup(() => clearTimeout(timer))
      },
      { defer: true },
    ),
  )
  return createMemo(() => {
    const json = rested()
    return json === undefined ? undefined : (JSON.parse(json) as Value)
  })
}
