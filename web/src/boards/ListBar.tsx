import { createSignal, type JSX, Show } from 'solid-js'
import type { CardFragment } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import { part } from '../loading/part.ts'
import { Button } from '../ui/Button.tsx'
import { lazyPart } from '../ui/lazyPart.tsx'
import type { Selection } from './createSelection.ts'

const AssignManyDialog = lazyPart(part(() => import('./AssignManyDialog.tsx')))

export interface ListBarProps {
  shown: number
  total: number
  selection: Selection
  /** Fetches all the rows that paper takes. */
  onAll(): Promise<void>
}

/** What can be done with the whole list, or with the rows that are selected. */
export function ListBar(props: ListBarProps): JSX.Element {
  const [assigning, setAssigning] = createSignal<readonly CardFragment[]>()
  const [busy, setBusy] = createSignal(false)
  const selected = (): readonly CardFragment[] => props.selection.all()
  const assignable = (): CardFragment[] => selected().filter(({ actions }) => actions.includes('ASSIGN'))
  const printAll = async (): Promise<void> => {
    setBusy(true)
    await props.onAll()
    setBusy(false)
    print()
  }
  return (
    <div class="list-bar" role="group" aria-label={t().list.acts}>
      <span role="status" class="text-sm" classList={{ muted: selected().length === 0 }}>
        <Show when={selected().length > 0} fallback={t().list.shown(props.shown, props.total)}>
          {t().list.selected(selected().length)}
        </Show>
      </span>
      <Show when={assignable().length > 0}>
        <Button onClick={() => setAssigning(assignable())}>{t().list.assign(assignable().length)}</Button>
      </Show>
      <Show
        when={selected().length > 0}
        fallback={
          <Button
            variant="quiet"
            icon="printer"
            class="not-phone"
            busy={busy()}
            onClick={() => void printAll()}
          >
            {t().list.print}
          </Button>
        }
      >
        <Button icon="printer" class="not-phone" onClick={() => print()}>
          {t().list.printSelected}
        </Button>
        <Button variant="quiet" onClick={() => props.selection.clear()}>
          {t().list.clear}
        </Button>
      </Show>
      <Show when={assigning()}>
        {(obstacles) => (
          <AssignManyDialog
            obstacles={obstacles()}
            onAssigned={(obstacle) => props.selection.has(obstacle.id) && props.selection.toggle(obstacle)}
            onClose={() => setAssigning(undefined)}
          />
        )}
      </Show>
    </div>
  )
}
