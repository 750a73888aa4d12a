import { type JSX, Match, Show, Switch } from 'solid-js'
import { createData } from '../data/createData.ts'
import type { MovesFragment, TypedDocumentString } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import { Icon } from '../ui/Icon.tsx'
import { movesText } from './movesText.ts'
import { settled } from './settled.ts'
import { words } from './words.ts'

export interface MovesPreviewProps<Variables> {
  document: TypedDocumentString<{ preview: MovesFragment }, Variables>
  /** Undefined while there is nothing to ask about. */
  variables: Variables | undefined
  /** Said in that case. */
  waiting?: string
  /** Said as well, in a line of its own. */
  also?: string
}

/** Tells what a change would do to the deadlines while it is still being written. */
export function MovesPreview<Variables>(props: MovesPreviewProps<Variables>): JSX.Element {
  const asked = settled(() => props.variables)
  // oxlint-disable-next-line solid/reactivity -- a form previews one kind of change
  const data = createData(props.document, asked)
  return (
    <div class="moves" aria-busy={props.variables !== undefined && data.loading}>
      <Icon name="calendar-clock" />
      <div>
        <p class="moves__label">{words().preview.label}</p>
        <p class="moves__text" role="status">
          <Switch fallback={t().loading}>
            <Match when={props.variables === undefined}>{props.waiting ?? words().preview.waiting}</Match>
            <Match when={data.error}>{(error) => error().fields[0]?.message ?? error().message}</Match>
            <Match when={asked() !== undefined && data.value}>
              {(value) => (
                <Show when={value().preview.newBreaches > 0} fallback={movesText(value().preview)}>
                  <b class="moves__over">{movesText(value().preview)}</b>
                </Show>
              )}
            </Match>
          </Switch>
          <Show when={props.also}>
            <br />
            {props.also}
          </Show>
        </p>
      </div>
    </div>
  )
}
