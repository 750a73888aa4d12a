import { createSignal } from 'solid-js'

export type Language = 'fa' | 'en'

const STORED_AS = 'goshayesh.language'
const [language, setSignal] = createSignal<Language>(stored())

/** The language of the interface, remembered on this device. */
export { language }

/** Sets the language and with it the direction of the document. Components call speak(), which brings the texts too. */
export function setLanguage(next: Language): void {
  localStorage.setItem(STORED_AS, next)
  setSignal(next)
  document.documentElement.lang = next === 'fa' ? 'fa-IR' : 'en'
  document.documentElement.dir = next === 'fa' ? 'rtl' : 'ltr'
}

function stored(): Language {
  return globalThis.localStorage?.getItem(STORED_AS) === 'en' ? 'en' : 'fa'
}
