import { createEffect, createSignal, type JSX, on } from 'solid-js'
import { Field, type FieldProps } from './Field.tsx'
import { OptionSearch, type SearchedOption } from './OptionSearch.tsx'

export interface PickFieldProps extends FieldProps {
  label: string
  value: string
  options: readonly SearchedOption[]
  onValue(value: string): void
}

/** One of many, found by typing. */
export function PickField(props: PickFieldProps): JSX.Element {
  const chosen = (): string => props.options.find(({ value }) => value === props.value)?.label ?? ''
  const [text, setText] = createSignal(chosen())
  createEffect(on(chosen, (label) => label && setText(label), { defer: true }))
  return (
    <Field of={props}>
      <OptionSearch
        field={props}
        class="input"
        options={props.options}
        text={text()}
        onText={(value) => {
          setText(value)
          if (props.value) props.onValue('')
        }}
        onChoose={(value) => {
          props.onValue(value)
          setText(props.options.find((option) => option.value === value)?.label ?? '')
        }}
      >
        {(input, list) => (
          <>
            {input}
            {list}
          </>
        )}
      </OptionSearch>
    </Field>
  )
}
