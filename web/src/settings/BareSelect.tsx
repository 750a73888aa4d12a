import { For, type JSX, Show } from 'solid-js'
import { Icon } from '../ui/Icon.tsx'
import type { Option } from '../ui/Select.tsx'

export interface BareSelectProps {
  label: string
  value: string
  options: readonly Option[]
  /** What '' stands for. */
  any?: string
  onValue(value: string): void
}

/** A select in a table, named by what stands around it. */
export function BareSelect(props: BareSelectProps): JSX.Element {
  return (
    <span class="select select--bare">
      <select
        class="input"
        aria-label={props.label}
        onChange={(event) => props.onValue(event.currentTarget.value)}
      >
        <Show when={props.any}>
          <option value="" selected={props.value === ''}>
            {props.any}
          </option>
        </Show>
        <For each={props.options}>
          {(option) => (
            <option value={option.value} selected={option.value === props.value}>
              {option.label}
            </option>
          )}
        </For>
      </select>
      <Icon name="chevron-down" />
    </span>
  )
}
