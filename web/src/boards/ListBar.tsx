import type { WorkingCalendar } from '@goshayesh/shared/calendar'
import { createSignal, type JSX, Show } from 'solid-js'
import { calendar } from '../data/session.ts'
import { RequestError } from '../data/RequestError.ts'
import type { CardFragment, ObstacleListQueryVariables } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import { part } from '../loading/part.ts'
import { now } from '../now.ts'
import { Button } from '../ui/Button.tsx'
import { lazyDialog } from '../ui/lazyDialog.tsx'
import { showToast } from '../ui/showToast.ts'
import type { Selection } from './createSelection.ts'
import { sheetWords } from './sheetWords.ts'

const AssignManyDialog = lazyDialog(part(() => import('./AssignManyDialog.tsx')))
const sheets = part(() => import('./downloadSheet.ts'))

export interface ListBarProps {
  shown: number
  total: number
  selection: Selection
  /** What the list shows. */
  asked: ObstacleListQueryVariables
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
  const [loading, setLoading] = createSignal(false)
  const download = async (days: WorkingCalendar): Promise<void> => {
    const asked = { variables: props.asked, wanted: new Set(selected().map(({ id }) => id)) }
    setLoading(true)
    try {
      const sheet = await sheets.now()
      const { count, isCut } = await sheet.downloadSheet(asked, days, now())
      if (isCut) showToast({ text: sheetWords().first(count, props.total) })
    } catch (error) {
      showToast({
        tone: 'error',
        text: error instanceof RequestError ? error.message : t().errors.unreachable,
      })
    } finally {
      setLoading(false)
    }
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
      <Show when={calendar()}>
        {(days) => (
          <Button
            variant="quiet"
            icon="download"
            class="not-phone"
            busy={loading()}
            onClick={() => void download(days())}
          >
            {sheetWords().download}
          </Button>
        )}
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
