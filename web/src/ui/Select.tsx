import { For, type JSX, Show } from 'solid-js'
import { describe, Field, type FieldProps } from './Field.tsx'
import { Icon } from './Icon.tsx'

export interface Option {
  value: string
  label: string
}

export interface SelectProps extends FieldProps {
  value: string
  options: readonly Option[]
  /** Shown while nothing is chosen. */
  placeholder?: string
  onValue(value: string): void
}

export function Select(props: SelectProps): JSX.Element {
  return (
    <Field {...props}>
      <span class="select">
        <select
          class="input"
          {...describe(props)}
          onChange={(event) => props.onValue(event.currentTarget.value)}
        >
          <Show when={props.placeholder !== undefined}>
            <option value="" selected={props.value === ''}>
              {props.placeholder}
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
    </Field>
  )
}
