import { type Component, type JSX, lazy } from 'solid-js'
import { loadModule } from './loadModule.ts'

/** A page whose code comes when it is first shown, and is asked for once more where it does not come. */
export function lazyModule(load: () => Promise<{ default: () => JSX.Element }>): Component {
  return lazy(() => loadModule(load))
}
