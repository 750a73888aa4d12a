import { type Accessor, createSignal, onCleanup } from 'solid-js'

/** Whether a media query matches: a signal. */
export function createMedia(query: string): Accessor<boolean> {
  const list = matchMedia(query)
  const [matches, setMatches] = createSignal(list.matches)
  const read = (): void => void setMatches(list.matches)
  list.addEventListener('change', read)
  onCleanup(() => list.removeEventListener('change', read))
  return matches
}
