import { createEffect, createSignal, type JSX, on, onCleanup, Show } from 'solid-js'
import { createData } from '../data/createData.ts'
import { revalidate } from '../data/revision.ts'
import { AgencyDocument } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import { isFree } from '../shell/useShortcuts.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { AgencyFacts } from './AgencyFacts.tsx'

const GAP = 12

/** The card of one agency beside its tile. Escape closes it and leads back to the tile. */
export function Peek(props: { code: string; onClose(): void }): JSX.Element {
  const data = createData(AgencyDocument, () => ({ code: props.code, codes: [props.code] }))
  const [place, setPlace] = createSignal({ top: 0, start: 0 })
  let element!: HTMLElement
  const tile = (): HTMLElement | null => document.getElementById(`agency-${props.code}`)
  const close = (): void => {
    const back = tile()
    props.onClose()
    back?.focus()
  }
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && isFree(event)) close()
  }
  document.addEventListener('keydown', press)
  onCleanup(() => document.removeEventListener('keydown', press))
  createEffect(
    on(
      () => props.code,
      () => {
        const beside = tile()
        if (!beside) return
        setPlace(placeBeside(beside, element))
        element.focus()
      },
    ),
  )
  const name = (): string => (data.value?.agency?.code === props.code ? data.value.agency.name : '')
  return (
    <aside
      ref={element}
      class="peek peek--open"
      tabindex="-1"
      aria-labelledby="peek"
      style={{ '--peek-top': `${place().top}px`, '--peek-start': `${place().start}px` }}
    >
      <div class="cluster cluster--apart">
        <h2 class="peek__title" id="peek">
          {name()}
        </h2>
        <Button variant="quiet" class="btn--icon" icon="close" onClick={close}>
          <span class="visually-hidden">{t().close}</span>
        </Button>
      </div>
      <Show
        when={name() ? data.value : undefined}
        fallback={
          <Show when={data.error} fallback={<Skeleton height="14rem" />}>
            {(error) => <Failure message={error().message} onRetry={revalidate} />}
          </Show>
        }
      >
        {(value) => (
          <Show when={value().agency}>
            {(agency) => (
              <>
                <AgencyFacts agency={agency()} obstacles={value().obstacles} />
                <p class="text-sm">
                  <a href={`/agencies/${props.code}`}>{t().agencies.whole}</a>
                </p>
              </>
            )}
          </Show>
        )}
      </Show>
    </aside>
  )
}

/** Under the tile, within the grid; offsets are from the start of reading. */
function placeBeside(tile: HTMLElement, peek: HTMLElement): { top: number; start: number } {
  const frame = peek.offsetParent?.getBoundingClientRect()
  if (!frame) return { top: 0, start: 0 }
  const box = tile.getBoundingClientRect()
  const start = document.documentElement.dir === 'rtl' ? frame.right - box.right : box.left - frame.left
  return {
    top: box.bottom - frame.top + GAP,
    start: Math.max(0, Math.min(start, frame.width - peek.offsetWidth)),
  }
}
