import { type JSX, lazy, Match, Suspense, Switch } from 'solid-js'
import { overlay, setOverlay } from './overlay.ts'

const CommandPalette = lazy(() => import('./CommandPalette.tsx'))
const KeysDialog = lazy(() => import('./KeysDialog.tsx'))

/** Where the command palette and the help on keys appear. */
export default function Overlays(): JSX.Element {
  const close = (): void => {
    setOverlay(undefined)
  }
  return (
    <Suspense>
      <Switch>
        <Match when={overlay() === 'palette'}>
          <CommandPalette onClose={close} />
        </Match>
        <Match when={overlay() === 'keys'}>
          <KeysDialog onClose={close} />
        </Match>
      </Switch>
    </Suspense>
  )
}
