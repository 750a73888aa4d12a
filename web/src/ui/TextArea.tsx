import type { JSX } from 'solid-js'
import { Field, type FieldProps, tie } from './Field.tsx'

export interface TextAreaProps extends FieldProps {
  value: string
  rows: number
  dir?: 'auto'
  onValue(value: string): void
}

export function TextArea(props: TextAreaProps): JSX.Element {
  return (
    <Field of={props}>
      <textarea
        ref={tie(props)}
        class="input input--area"
        rows={props.rows}
        dir={props.dir}
        value={props.value}
        onInput={(event) => props.onValue(event.currentTarget.value)}
      />
    </Field>
  )
}
