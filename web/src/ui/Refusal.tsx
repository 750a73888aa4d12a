import { type JSX, onMount } from 'solid-js'

/** Why a form was not taken, above its fields. It takes the focus when it appears: whoever sent it stood at its end. */
export function Refusal(props: { text: string; children?: JSX.Element }): JSX.Element {
  let element!: HTMLDivElement
  onMount(() => element.focus())
  return (
    <div class="callout callout--soon" role="alert" tabindex="-1" ref={element}>
      <p>{props.text}</p>
      {props.children}
    </div>
  )
}
