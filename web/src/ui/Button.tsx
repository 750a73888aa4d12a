import { type JSX, Show, splitProps } from 'solid-js'
import { Icon } from './Icon.tsx'

export interface ButtonProps extends JSX.ButtonHTMLAttributes<HTMLButtonElement> {
  variant?: 'primary' | 'quiet' | 'danger'
  size?: 'large'
  block?: boolean
  busy?: boolean
  icon?: string
}

/** A button; while busy it keeps its label and lets no second press through. */
export function Button(props: ButtonProps): JSX.Element {
  const [own, rest] = splitProps(props, [
    'variant',
    'size',
    'block',
    'busy',
    'icon',
    'class',
    'children',
    'onClick',
  ])
  const press: JSX.EventHandler<HTMLButtonElement, MouseEvent> = (event) => {
    if (own.busy) event.preventDefault()
    else if (typeof own.onClick === 'function') own.onClick(event)
  }
  return (
    <button
      type="button"
      {...rest}
      class={`btn ${own.class ?? ''}`}
      classList={{
        [`btn--${own.variant}`]: own.variant !== undefined,
        'btn--large': own.size === 'large',
        'btn--block': own.block === true,
      }}
      aria-busy={own.busy ? 'true' : undefined}
      onClick={press}
    >
      <Show when={own.icon}>{(name) => <Icon name={name()} />}</Show>
      {own.children}
    </button>
  )
}
