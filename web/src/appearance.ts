import { type Accessor, createSignal } from 'solid-js'
import type { Density, Theme } from './appearances.ts'

/** Light, dark, or as the system says; remembered on this device. */
export const [theme, setTheme] = remembered<Theme>('theme', 'system')
/** How high rows of lists and tables are; remembered on this device. */
export const [density, setDensity] = remembered<Density>('density', 'usual')

/** Writes what was chosen to the document. */
export function applyAppearance(): void {
  Object.assign(document.documentElement.dataset, { theme: theme(), density: density() })
}

function remembered<Value extends string>(
  name: string,
  usual: Value,
): [Accessor<Value>, (next: Value) => void] {
  const storedAs = `goshayesh.${name}`
  // Whatever else stands there is as good as the usual: no style knows it.
  const [value, set] = createSignal((localStorage.getItem(storedAs) ?? usual) as Value)
  const choose = (next: Value): void => {
    localStorage.setItem(storedAs, next)
    set(() => next)
    applyAppearance()
  }
  return [value, choose]
}
