import { createSignal } from 'solid-js'
import type { Dictionary } from './Dictionary.ts'
import { fa } from './fa.ts'
import { language, type Language, setLanguage } from './language.ts'

const [dictionary, setDictionary] = createSignal<Dictionary>(fa)

/** The texts of the present language: t().board.title. Reactive. */
export { dictionary as t }

/** Switches the language once its texts are there. */
export async function speak(next: Language = language()): Promise<void> {
  const texts = next === 'fa' ? fa : (await import('./en.ts')).en
  setDictionary(texts)
  setLanguage(next)
}
