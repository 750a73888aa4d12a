import { For, type JSX, onMount, Show } from 'solid-js'

export interface RefusalProps {
  text: string
  /** What it is about, one by one. */
  lines?: readonly string[]
}

/** Why a form was not taken, above its fields. It takes the focus when it appears: whoever sent it stood at its end. */
export function Refusal(props: RefusalProps): JSX.Element {
  let element!: HTMLDivElement
  onMount(() => element.focus())
  return (
    <div class="callout callout--soon" role="alert" tabindex="-1" ref={element}>
      <p>{props.text}</p>
      <Show when={props.lines}>
        {(lines) => (
          <ul>
            <For each={lines()}>{(line) => <li dir="auto">{line}</li>}</For>
          </ul>
        )}
      </Show>
    </div>
  )
}
