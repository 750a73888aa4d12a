import { type JSX, Show } from 'solid-js'
import type { FiguresFragment } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import { Definition } from './Definition.tsx'

export interface FigureProps {
  label: string
  /** Null: not known. */
  value: string | null
  unit?: string
  /** The rows that it counts. */
  href?: string | undefined
  /** The key of its definition. */
  of: string
  definitions: FiguresFragment['definitions']
  note?: JSX.Element
  /** Decoration. */
  children?: JSX.Element
}

/** A number with what it is called, what it counts and how it is defined. */
export function Figure(props: FigureProps): JSX.Element {
  const text = (): string => props.value ?? t().review.unknown
  return (
    <div class="figure">
      <dt class="figure__label">
        {props.label} <Definition definitions={props.definitions} of={props.of} name={props.label} />
      </dt>
      <dd class="figure__value" classList={{ 'figure__value--unknown': props.value === null }}>
        <Show when={props.value !== null && props.href} fallback={text()}>
          {(href) => (
            <a class="figure__link" href={href()}>
              {text()}
            </a>
          )}
        </Show>
        <Show when={props.value !== null && props.unit}>
          <span class="figure__unit"> {props.unit}</span>
        </Show>
      </dd>
      <Show when={props.children}>
        <dd aria-hidden="true">{props.children}</dd>
      </Show>
      <Show when={props.note}>
        <dd class="figure__note">{props.note}</dd>
      </Show>
    </div>
  )
}
