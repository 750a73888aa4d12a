import { createSignal } from 'solid-js'

export type Language = 'fa' | 'en'

const STORED_AS = 'goshayesh.language'
const [language, setSignal] = createSignal<Language>(stored())

/** The language of the interface, remembered on this device. */
export { language }

/** Switches the language; the page's direction follows. */
export function setLanguage(next: Language): void {
  localStorage.setItem(STORED_AS, next)
  setSignal(next)
  applyLanguage()
}

/** Writes the language and its direction to the document. */
export function applyLanguage(): void {
  const root = document.documentElement
  root.lang = language() === 'fa' ? 'fa-IR' : 'en'
  root.dir = language() === 'fa' ? 'rtl' : 'ltr'
}

function stored(): Language {
  return globalThis.localStorage?.getItem(STORED_AS) === 'en' ? 'en' : 'fa'
}
