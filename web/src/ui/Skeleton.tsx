import type { JSX } from 'solid-js'

/** A grey bar in the place of a text that is on its way. Sizes are CSS lengths. */
export function Skeleton(props: { width?: string; height?: string }): JSX.Element {
  return <span class="skeleton" style={{ '--w': props.width, '--h': props.height }} />
}
