import type { JSX } from 'solid-js'

/** A drawing beside a word; the word speaks. Names are those of icons.css. */
export function Icon(props: { name: string }): JSX.Element {
  return <span class={`icon icon--${props.name}`} aria-hidden="true" />
}
