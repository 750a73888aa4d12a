import { type Accessor, createEffect, createSignal, on, onCleanup, untrack } from 'solid-js'

/** A value that follows another one once that has stood still for a while: nobody asks at each letter. */
export function createPaused<Value>(value: Accessor<Value>, milliseconds = 250): Accessor<Value> {
  const [still, setStill] = createSignal(untrack(value))
  createEffect(
    on(
      value,
      (now) => {
        const timer = setTimeout(() => setStill(() => now), milliseconds)
        onCleanup(() => clearTimeout(timer))
      },
      { defer: true },
    ),
  )
  return still
}
