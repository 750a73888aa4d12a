import { type JSX, Match, Switch } from 'solid-js'
import { part } from '../loading/part.ts'
import { lazyPart } from '../ui/lazyPart.tsx'
import { overlay, setOverlay } from './overlay.ts'

const CommandPalette = lazyPart(part(() => import('./CommandPalette.tsx')))
const KeysDialog = lazyPart(part(() => import('./KeysDialog.tsx')))

/** Where the command palette and the help on keys appear. */
export function Overlays(): JSX.Element {
  const close = (): void => {
    setOverlay(undefined)
  }
  return (
    <Switch>
      <Match when={overlay() === 'palette'}>
        <CommandPalette onClose={close} />
      </Match>
      <Match when={overlay() === 'keys'}>
        <KeysDialog onClose={close} />
      </Match>
    </Switch>
  )
}
