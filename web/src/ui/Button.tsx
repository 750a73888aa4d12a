import { type JSX, Show } from 'solid-js'
import { Icon } from './Icon.tsx'

type Attributes = Pick<
  JSX.ButtonHTMLAttributes<HTMLButtonElement>,
  'type' | 'class' | 'title' | 'aria-expanded' | 'aria-pressed'
>

export interface ButtonProps extends Attributes {
  variant?: 'primary' | 'quiet' | 'danger' | undefined
  size?: 'large' | undefined
  block?: boolean
  busy?: boolean
  icon?: string
  onClick?(event: MouseEvent): void
  children: JSX.Element
}

/** A button; while busy it keeps its label and lets no second press through. None is disabled: it says why, or is not there. */
export function Button(props: ButtonProps): JSX.Element {
  const press = (event: MouseEvent): void => {
    if (props.busy) event.preventDefault()
    else props.onClick?.(event)
  }
  return (
    <button
      type={props.type ?? 'button'}
      class={`btn ${props.class ?? ''}`}
      classList={{
        [`btn--${props.variant}`]: props.variant !== undefined,
        'btn--large': props.size === 'large',
        'btn--block': props.block === true,
      }}
      title={props.title}
      aria-expanded={props['aria-expanded']}
      aria-pressed={props['aria-pressed']}
      aria-busy={props.busy ? 'true' : undefined}
      onClick={press}
    >
      <Show when={props.icon}>{(name) => <Icon name={name()} />}</Show>
      {props.children}
    </button>
  )
}
