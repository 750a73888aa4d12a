import { type JSX, Show } from 'solid-js'
import { LongText } from './LongText.tsx'

export interface WrittenProps {
  id: string
  title: string
  text: string | null
  children?: JSX.Element
}

/** What somebody has written about an obstacle, under a heading of its own; nothing where there is no text. */
export function Written(props: WrittenProps): JSX.Element {
  return (
    <Show when={props.text}>
      <section class="panel" aria-labelledby={props.id}>
        <h2 class="panel__title" id={props.id}>
          {props.title}
        </h2>
        <LongText text={props.text ?? ''} />
        {props.children}
      </section>
    </Show>
  )
}
