import { For, type JSX, Show } from 'solid-js'
import type { FieldProps } from './Field.tsx'
import { Icon } from './Icon.tsx'

export interface Choice {
  value: string
  label: string
  hint?: string
}

export interface ChoicesProps extends FieldProps {
  value: string
  choices: readonly Choice[]
  /** Side by side where there is room. */
  inline?: boolean
  onValue(value: string): void
}

/** One of a few, all of them in view. The first one bears the field's id, so that an error can lead there. */
export function Choices(props: ChoicesProps): JSX.Element {
  return (
    <fieldset
      class="field"
      classList={{ 'field--error': props.error !== undefined }}
      aria-describedby={props.error ? `${props.id}-error` : undefined}
    >
      <legend class="field__label">{props.label}</legend>
      <Show when={props.error}>
        <p class="field__error" id={`${props.id}-error`}>
          <Icon name="over" />
          {props.error}
        </p>
      </Show>
      <div class="choices" classList={{ 'choices--inline': props.inline === true }}>
        <For each={props.choices}>
          {(choice, i) => (
            <label class="choice">
              <input
                type="radio"
                id={i() === 0 ? props.id : undefined}
                name={props.id}
                value={choice.value}
                checked={choice.value === props.value}
                onChange={() => props.onValue(choice.value)}
              />
              <span>
                {choice.label}
                <Show when={choice.hint}>{(hint) => <span class="choice__hint">{hint()}</span>}</Show>
              </span>
            </label>
          )}
        </For>
      </div>
    </fieldset>
  )
}
