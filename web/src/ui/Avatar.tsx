import type { JSX } from 'solid-js'
import { Icon } from './Icon.tsx'
import { initialsOf } from './initialsOf.ts'

/** The initials of a person in a circle; a dashed one where there is nobody. Decoration: name the person in words. */
export function Avatar(props: { name: string | undefined; brand?: boolean }): JSX.Element {
  return (
    <span
      class="avatar"
      classList={{ 'avatar--empty': props.name === undefined, 'avatar--brand': props.brand === true }}
      aria-hidden="true"
    >
      {props.name === undefined ? <Icon name="user" /> : initialsOf(props.name)}
    </span>
  )
}
