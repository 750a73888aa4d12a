import { createRenderEffect, type JSX, Show } from 'solid-js'
import { t } from '../i18n/t.ts'
import { Icon } from './Icon.tsx'

export interface FieldProps {
  /** Of the control; the hint and the error derive theirs from it. */
  id: string
  label: JSX.Element
  hint?: JSX.Element
  error?: string | undefined
  optional?: boolean | undefined
}

export interface FieldFrameProps {
  of: FieldProps
  /** Where the field itself is given none. */
  hint?: JSX.Element
  children: JSX.Element
}

/** Label above, hint, error, and then the control, which is tied to them. */
export function Field(props: FieldFrameProps): JSX.Element {
  const hint = (): JSX.Element => props.of.hint ?? props.hint
  return (
    <div class="field" classList={{ 'field--error': props.of.error !== undefined }}>
      <label class="field__label" for={props.of.id}>
        {props.of.label}
        <Show when={props.of.optional}>
          {' '}
          <span class="field__optional">{t().optional}</span>
        </Show>
      </label>
      <Show when={hint()}>
        <p class="field__hint" id={`${props.of.id}-hint`}>
          {hint()}
        </p>
      </Show>
      <Show when={props.of.error}>
        <p class="field__error" id={`${props.of.id}-error`}>
          <Icon name="over" />
          {props.of.error}
        </p>
      </Show>
      {props.children}
    </div>
  )
}

/** Ties a control to its label, its hint and its error: `ref={tie(props)}`. */
export function tie(field: FieldProps, isHinted = false): (control: HTMLElement) => void {
  return (control) =>
    createRenderEffect(() => {
      const texts = [(isHinted || field.hint) && `${field.id}-hint`, field.error && `${field.id}-error`]
      control.id = field.id
      control.ariaInvalid = field.error ? 'true' : null
      const described = texts.filter(Boolean).join(' ')
      if (described) control.setAttribute('aria-describedby', described)
      else control.removeAttribute('aria-describedby')
    })
}
