import { type JSX, splitProps } from 'solid-js'
import { describe, Field, type FieldProps } from './Field.tsx'

type Attributes = Omit<JSX.InputHTMLAttributes<HTMLInputElement>, 'onInput' | 'value' | 'id'>

export interface TextFieldProps extends FieldProps, Attributes {
  value: string
  onValue(value: string): void
}

export function TextField(props: TextFieldProps): JSX.Element {
  const [field, own, rest] = splitProps(
    props,
    ['id', 'label', 'hint', 'error', 'optional'],
    ['onValue', 'class'],
  )
  return (
    <Field {...field}>
      <input
        type="text"
        {...rest}
        {...describe(field)}
        class={`input ${own.class ?? ''}`}
        onInput={(event) => own.onValue(event.currentTarget.value)}
      />
    </Field>
  )
}
