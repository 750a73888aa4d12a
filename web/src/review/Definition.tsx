import { createUniqueId, type JSX, Show } from 'solid-js'
import type { FiguresFragment } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'

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
  const text = (): string | undefined => props.definitions.find(({ key }) => key === props.of)?.text
  return (
    <Show when={text()}>
      <button
        type="button"
        class="definition"
        popovertarget={id}
        aria-label={t().review.definitionOf(props.name)}
      >
        {t().review.definition}
      </button>
      <span class="definition__text" id={id} popover="auto">
        {text()}
      </span>
    </Show>
  )
}
