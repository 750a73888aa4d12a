import { type JSX, Show } from 'solid-js'
import { Icon } from './Icon.tsx'

export interface EmptyProps {
  title: string
  text: string
  icon?: string
  /** The next step. */
  children?: JSX.Element
}

/** A place with nothing in it: what it is for and what to do next. */
export function Empty(props: EmptyProps): JSX.Element {
  return (
    <section class="panel">
      <div class="empty">
        <Show when={props.icon}>
          {(name) => (
            <span class="empty__icon">
              <Icon name={name()} />
            </span>
          )}
        </Show>
        <h2 class="empty__title">{props.title}</h2>
        <p class="empty__text">{props.text}</p>
        <div class="cluster">{props.children}</div>
      </div>
    </section>
  )
}
