import { createSignal, createUniqueId, type JSX, onMount, Show } from 'solid-js'
import type { FiguresFragment } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import { placeBeside } from '../ui/placeBeside.ts'
import { whenLeft } from '../ui/whenLeft.ts'

export interface DefinitionProps {
  definitions: FiguresFragment['definitions']
  /** Which figure is told of. */
  of: string
  /** What the figure is called. */
  name: string
}

/** A button that tells how a figure is counted. */
export function Definition(props: DefinitionProps): JSX.Element {
  const id = createUniqueId()
  const [isOpen, setOpen] = createSignal(false)
  let button!: HTMLButtonElement
  const text = (): string | undefined => props.definitions.find(({ key }) => key === props.of)?.text
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !isOpen()) return
    event.stopPropagation()
    setOpen(false)
  }
  return (
    <Show when={text()}>
      <button
        ref={button}
        type="button"
        class="definition"
        aria-expanded={isOpen()}
        aria-controls={isOpen() ? id : undefined}
        aria-label={t().review.definitionOf(props.name)}
        onClick={() => setOpen((open) => !open)}
        onKeyDown={press}
        onBlur={() => setOpen(false)}
      >
        {t().review.definition}
      </button>
      <Show when={isOpen()}>
        <Text id={id} text={text()} button={button} onLeave={() => setOpen(false)} />
      </Show>
    </Show>
  )
}

interface TextProps {
  id: string
  text: string | undefined
  button: HTMLElement
  onLeave(): void
}

function Text(props: TextProps): JSX.Element {
  let panel!: HTMLSpanElement
  onMount(() => placeBeside(props.button, panel))
  whenLeft(
    () => [panel, props.button],
    () => props.onLeave(),
  )
  return (
    <span class="definition__text" id={props.id} ref={panel} role="note">
      {props.text}
    </span>
  )
}
