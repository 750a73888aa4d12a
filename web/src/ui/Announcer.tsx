import { createSignal, type JSX } from 'solid-js'

const [text, setText] = createSignal('', { equals: false })
let odd = false

/** Tells something to screen readers, once and politely; what can be seen anyway needs no toast. */
export function announce(message: string): void {
  // A region that says the same again is silent: an invisible character makes the difference.
  odd = !odd
  setText(odd ? message : `${message}\u200B`)
}

/** Where announcements are made; one for the whole page. */
export function Announcer(): JSX.Element {
  return (
    <p class="visually-hidden" role="status" aria-live="polite">
      {text()}
    </p>
  )
}
