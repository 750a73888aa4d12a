import { type Accessor, createSignal } from 'solid-js'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]
export const densities = ['usual', 'compact'] as const
export type Density = (typeof densities)[number]

/** Light, dark, or as the system says; remembered on this device. */
export const [theme, setTheme] = remembered('theme', themes)
/** How high rows of lists and tables are; remembered on this device. */
export const [density, setDensity] = remembered('density', densities)

/** Writes what was chosen to the document. */
export function applyAppearance(): void {
  const { dataset } = document.documentElement
  for (const [name, value, usual] of [
    ['theme', theme(), themes[0]],
    ['density', density(), densities[0]],
  ] as const) {
    if (value === usual) delete dataset[name]
    else dataset[name] = value
  }
}

/** The first is what nobody has to choose. */
function remembered<Value extends string>(
  name: string,
  values: readonly [Value, ...Value[]],
): [Accessor<Value>, (next: Value) => void] {
  const storedAs = `goshayesh.${name}`
  const stored = localStorage.getItem(storedAs)
  const [value, set] = createSignal(values.find((one) => one === stored) ?? values[0])
  const choose = (next: Value): void => {
    localStorage.setItem(storedAs, next)
    set(() => next)
    applyAppearance()
  }
  return [value, choose]
}
