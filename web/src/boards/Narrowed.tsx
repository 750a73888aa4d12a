import { For, type JSX } from 'solid-js'
import { t } from '../i18n/t.ts'
import { setQuery } from '../routing/router.ts'
import { Icon } from '../ui/Icon.tsx'
import { type BoardParams, lifted, type Narrowing, narrowingsOf, stoppedOf } from './boardFilter.ts'

/** What a link from a figure has narrowed the list by, each to be lifted. */
export default function Narrowed(props: { params: BoardParams }): JSX.Element {
  return (
    <For each={narrowingsOf(props.params)}>
      {(name) => (
        <button
          type="button"
          class="filter filter--set"
          title={t().narrowed.lift}
          onClick={() => setQuery(lifted(name))}
        >
          {narrowedText(name, props.params)}
          <Icon name="close" />
        </button>
      )}
    </For>
  )
}

function narrowedText(name: Narrowing, params: BoardParams): string {
  const { narrowed } = t()
  if (name === 'extension') return narrowed.extension[params.extension as keyof typeof narrowed.extension]
  const stopped = name === 'stopped' && stoppedOf(params)
  if (stopped) return narrowed.stopped(t().deadlines[stopped.kind], stopped.inTime)
  return narrowed[name as Exclude<Narrowing, 'extension' | 'stopped'>]
}
