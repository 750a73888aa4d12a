import { createSignal, onCleanup, onMount } from 'solid-js'

/** Of the headings with these ids, in their order, the one under which somebody reads: the last in the upper third of the window. */
export function createCurrentHeading(ids: readonly string[]): () => string | undefined {
  const [current, setCurrent] = createSignal(ids[0])
  const look = (): void => {
    const { scrollHeight, scrollTop, clientHeight } = document.documentElement
    const isPast = (id: string): boolean =>
      (document.getElementById(id)?.getBoundingClientRect().top ?? Infinity) <= clientHeight / 3
    // The last may be too short to come up so far.
    const isEnd = scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 1
    setCurrent(isEnd ? ids.at(-1) : (ids.filter(isPast).at(-1) ?? ids[0]))
  }
  onMount(() => {
    look()
    addEventListener('scroll', look, { passive: true })
  })
  onCleanup(() => removeEventListener('scroll', look))
  return current
}
