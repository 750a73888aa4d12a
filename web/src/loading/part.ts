import { type Accessor, createSignal } from 'solid-js'
import { loadModule } from './loadModule.ts'

/** A part of the client that comes by itself: undefined until it is here. Reactive. */
export interface Part<Module> extends Accessor<Module | undefined> {
  /** Asks for it. Rejects where it can't be had just now; it comes then with the network. */
  now: () => Promise<Module>
}

/** A part of the client that comes when it is asked for. */
export function part<Module>(load: () => Promise<Module>): Part<Module> {
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
        addEventListener('online', () => void now().catch(() => undefined), { once: true })
        throw failure
      },
    ))
  return Object.assign(module, { now })
}
