import { createSignal } from 'solid-js'

export type Theme = 'system' | 'light' | 'dark'

const STORED_AS = 'goshayesh.theme'
const [theme, setSignal] = createSignal<Theme>(stored())

/** Light, dark, or as the system says; remembered on this device. */
export { theme }

export function setTheme(next: Theme): void {
  localStorage.setItem(STORED_AS, next)
  setSignal(next)
  applyTheme()
}

/** Writes the chosen theme to the document. */
export function applyTheme(): void {
  const root = document.documentElement
  if (theme() === 'system') delete root.dataset['theme']
  else root.dataset['theme'] = theme()
}

function stored(): Theme {
  const value = localStorage.getItem(STORED_AS)
  return value === 'light' || value === 'dark' ? value : 'system'
}
