import { type JSX, Show } from 'solid-js'
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
      <Show when={props.name} fallback={<Icon name="user" />}>
        {(name) => initialsOf(name())}
      </Show>
    </span>
  )
}
