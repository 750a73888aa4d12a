import { type JSX, Show } from 'solid-js'
import { t } from '../i18n/t.ts'
import { Icon } from './Icon.tsx'

export interface FieldProps {
  /** Of the control; the hint and the error derive theirs from it. */
  id: string
  label: JSX.Element
  hint?: JSX.Element
  error?: string | undefined
  optional?: boolean
}

/** Label above, hint, error, and then the control. */
export function Field(props: FieldProps & { children: JSX.Element }): JSX.Element {
  return (
    <div class="field" classList={{ 'field--error': props.error !== undefined }}>
      <label class="field__label" for={props.id}>
        {props.label}
        <Show when={props.optional}>
          {' '}
          <span class="field__optional">{t().optional}</span>
        </Show>
      </label>
      <Show when={props.hint}>
        <p class="field__hint" id={`${props.id}-hint`}>
          {props.hint}
        </p>
      </Show>
      <Show when={props.error}>
        <p class="field__error" id={`${props.id}-error`}>
          <Icon name="over" />
          {props.error}
        </p>
      </Show>
      {props.children}
    </div>
  )
}

/** What ties a control to its hint and error. */
export function describe(props: FieldProps): {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': 'true' | undefined
} {
  const parts = [props.hint && `${props.id}-hint`, props.error && `${props.id}-error`].filter(Boolean)
  return {
    id: props.id,
    'aria-describedby': parts.length > 0 ? parts.join(' ') : undefined,
    'aria-invalid': props.error ? 'true' : undefined,
  }
}
