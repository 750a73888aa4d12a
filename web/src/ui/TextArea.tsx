import { type JSX, splitProps } from 'solid-js'
import { describe, Field, type FieldProps } from './Field.tsx'

type Attributes = Omit<JSX.TextareaHTMLAttributes<HTMLTextAreaElement>, 'onInput' | 'value' | 'id'>

export interface TextAreaProps extends FieldProps, Attributes {
  value: string
  onValue(value: string): void
}

export function TextArea(props: TextAreaProps): JSX.Element {
  const [field, own, rest] = splitProps(
    props,
    ['id', 'label', 'hint', 'error', 'optional'],
    ['onValue', 'class'],
  )
  return (
    <Field {...field}>
      <textarea
        {...rest}
        {...describe(field)}
        class={`input input--area ${own.class ?? ''}`}
        onInput={(event) => own.onValue(event.currentTarget.value)}
      />
    </Field>
  )
}
