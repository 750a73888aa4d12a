import { createSignal } from 'solid-js'
import { words } from './words.ts'

/** Puts a text where it can be pasted, and tells how that went. */
export function createCopying(text: () => string, failed: () => string) {
  const [told, setTold] = createSignal('')
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text())
      setTold(words().people.copied)
    } catch {
      setTold(failed())
    }
  }
  return { copy, told }
}
