import { onCleanup, onMount } from 'solid-js'

/** Sets something up once the component is there, though its code may still be on the way, and undoes it at the end. */
export function whileMounted(setUp: () => Promise<() => void>): void {
  let gone = false
  let undo: (() => void) | undefined
  onMount(() => {
    void setUp().then((finish) => {
      undo = finish
      if (gone) undo()
    })
  })
  onCleanup(() => {
    gone = true
    undo?.()
  })
}
