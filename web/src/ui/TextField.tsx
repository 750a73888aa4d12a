import type { JSX } from 'solid-js'
import { Field, type FieldProps, tie } from './Field.tsx'

type Attributes = Pick<
  JSX.InputHTMLAttributes<HTMLInputElement>,
  'type' | 'class' | 'dir' | 'lang' | 'inputmode' | 'autocomplete' | 'autocapitalize' | 'spellcheck'
>

export interface TextFieldProps extends FieldProps, Attributes {
  value: string
  onValue(value: string): void
}

export function TextField(props: TextFieldProps): JSX.Element {
  return (
    <Field of={props}>
      <input
        ref={tie(props)}
        type={props.type ?? 'text'}
        class={`input ${props.class ?? ''}`}
        dir={props.dir}
        lang={props.lang}
        inputmode={props.inputmode}
        autocomplete={props.autocomplete}
        autocapitalize={props.autocapitalize}
        spellcheck={props.spellcheck}
        value={props.value}
        onInput={(event) => props.onValue(event.currentTarget.value)}
      />
    </Field>
  )
}
