import { type Accessor, createSignal } from 'solid-js'
import { loadModule } from './loadModule.ts'

const waiting: (() => void)[] = []
let isPainted = false

/** A part of the client that comes by itself: undefined until it is here. Reactive. */
export interface Soon<Module> extends Accessor<Module | undefined> {
  /** Asks for it at once. Rejects where it can't be had just now. */
  now: () => Promise<Module>
}

/** Lets the first page come before what a hand may ask of it: comes once bringSoon() was called, or at its now(). */
export function soon<Module>(load: () => Promise<Module>): Soon<Module> {
  const [module, setModule] = createSignal<Module>()
  let loading: Promise<Module> | undefined
  const now = (): Promise<Module> =>
    (loading ??= loadModule(load).then(
      (loaded) => {
        setModule(() => loaded)
        return loaded
      },
      (failure: unknown) => {
        loading = undefined
        addEventListener('online', begin, { once: true })
        throw failure
      },
    ))
  const begin = (): void => void now().catch(() => undefined)
  if (isPainted) begin()
  else waiting.push(begin)
  return Object.assign(module, { now })
}

/** The first page has been painted: lets all come that waits for it. */
export function bringSoon(): void {
  isPainted = true
  for (const begin of waiting.splice(0)) begin()
}
