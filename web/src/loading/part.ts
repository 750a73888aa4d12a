import { type Accessor, createSignal } from 'solid-js'
import { loadModule } from './loadModule.ts'

/** A part of the client that comes by itself: undefined until it is here. Reactive. */
export interface Part<Module> extends Accessor<Module | undefined> {
  /** Asks for it. Rejects where it can't be had just now; it comes then with the network. */
  now: () => Promise<Module>
  /** Whether it could not be had. Reactive. */
  isMissing: Accessor<boolean>
}

/** A part of the client that comes when it is asked for. */
export function part<Module>(load: () => Promise<Module>): Part<Module> {
  const [module, setModule] = createSignal<Module>()
  const [isMissing, setMissing] = createSignal(false)
  let loading: Promise<Module> | undefined
  const now = (): Promise<Module> =>
    (loading ??= loadModule(load).then(
      (loaded) => {
        setMissing(false)
        setModule(() => loaded)
        return loaded
      },
      (failure: unknown) => {
        loading = undefined
        setMissing(true)
        addEventListener('online', () => void now().catch(() => undefined), { once: true })
        throw failure
      },
    ))
  return Object.assign(module, { now, isMissing })
}
