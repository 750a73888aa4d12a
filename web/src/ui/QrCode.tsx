import { createSignal, type JSX, onMount, Show } from 'solid-js'
import { Skeleton } from './Skeleton.tsx'

/** What cameras want around the picture, in modules. */
const BORDER = 4

/** A text for a camera: dark on light in every scheme. What draws it is fetched when it is first needed. */
export function QrCode(props: { text: string; label: string }): JSX.Element {
  const [modules, setModules] = createSignal<boolean[][]>()
  onMount(() => {
    void import('uqr').then(({ encode }) => setModules(encode(props.text, { ecc: 'M', border: BORDER }).data))
  })
  return (
    <Show when={modules()} fallback={<Skeleton height="12rem" />}>
      {(rows) => (
        <svg class="qr" role="img" aria-label={props.label} viewBox={`0 0 ${rows().length} ${rows().length}`}>
          <path d={pathOf(rows())} />
        </svg>
      )}
    </Show>
  )
}

function pathOf(rows: boolean[][]): string {
  return rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
}
