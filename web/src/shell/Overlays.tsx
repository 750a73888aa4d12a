import { createEffect, createSignal, type JSX, Match, onCleanup, Switch } from 'solid-js'
import { part } from '../loading/part.ts'
import { lazyPart } from '../ui/lazyPart.tsx'
import { overlay, setOverlay } from './overlay.ts'

const palette = part(() => import('./CommandPalette.tsx'))
const CommandPalette = lazyPart(palette)
const KeysDialog = lazyPart(part(() => import('./KeysDialog.tsx')))

/** Where the command palette and the help on keys appear. */
export function Overlays(): JSX.Element {
  const [typed, setTyped] = createSignal('')
  const close = (): void => {
    setOverlay(undefined)
  }
  const type = (event: KeyboardEvent): void => {
    if (event.key.length > 1 || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    setTyped((text) => text + event.key)
  }
  // What is typed before the palette is here is meant for it, and for no field of the page.
  createEffect(() => {
    if (overlay() !== 'palette' || palette()) return
    setTyped('')
    palette.now().catch(close)
    addEventListener('keydown', type, true)
    onCleanup(() => removeEventListener('keydown', type, true))
  })
  return (
    <Switch>
      <Match when={overlay() === 'palette'}>
        <CommandPalette typed={typed()} onClose={close} />
      </Match>
      <Match when={overlay() === 'keys'}>
        <KeysDialog onClose={close} />
      </Match>
    </Switch>
  )
}
