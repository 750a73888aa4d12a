import { For, type JSX, Show } from 'solid-js'
import { Field, type FieldProps, tie } from './Field.tsx'
import { Icon } from './Icon.tsx'

export interface Option {
  value: string
  label: string
}

interface Choosing {
  value: string
  options: readonly Option[]
  /** What '' stands for; without it something is always chosen. */
  placeholder?: string | undefined
  onValue(value: string): void
}

export interface SelectProps extends FieldProps, Choosing {}

export function Select(props: SelectProps): JSX.Element {
  return (
    <Field of={props}>
      <span class="select">
        <Options of={props} ref={tie(props)} />
      </span>
    </Field>
  )
}

export interface BareSelectProps extends Choosing {
  label: string
}

/** A select in a table, named by what stands around it. */
export function BareSelect(props: BareSelectProps): JSX.Element {
  return (
    <span class="select select--bare">
      <Options of={props} label={props.label} />
    </span>
  )
}

function Options(props: {
  of: Choosing
  label?: string
  ref?(select: HTMLSelectElement): void
}): JSX.Element {
  return (
    <>
      <select
        ref={(select) => props.ref?.(select)}
        class="input"
        aria-label={props.label}
        onChange={(event) => props.of.onValue(event.currentTarget.value)}
      >
        <Show when={props.of.placeholder !== undefined}>
          <option value="" selected={props.of.value === ''}>
            {props.of.placeholder}
          </option>
        </Show>
        <For each={props.of.options}>
          {(option) => (
            <option value={option.value} selected={option.value === props.of.value}>
              {option.label}
            </option>
          )}
        </For>
      </select>
      <Icon name="chevron-down" />
    </>
  )
}
