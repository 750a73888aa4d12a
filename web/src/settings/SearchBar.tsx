import type { JSX } from 'solid-js'
import { Icon } from '../ui/Icon.tsx'

export interface SearchBarProps {
  label: string
  value: string
  onValue(value: string): void
  /** What stands beside the field. */
  children: JSX.Element
}

/** Narrows a list by words, with what may be added to it beside. */
export function SearchBar(props: SearchBarProps): JSX.Element {
  return (
    <div class="settings__bar">
      <label class="search settings__search">
        <Icon name="search" />
        <input
          class="search__input"
          type="search"
          aria-label={props.label}
          placeholder={props.label}
          value={props.value}
          onInput={(event) => props.onValue(event.currentTarget.value)}
        />
      </label>
      {props.children}
    </div>
  )
}
