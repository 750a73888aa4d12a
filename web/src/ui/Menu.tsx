import { createSignal, createUniqueId, type JSX, Show } from 'solid-js'
import { onIntent } from '../loading/onIntent.ts'
import { lazyPart } from './lazyPart.tsx'
import type { MenuProps } from './MenuProps.ts'

const panel = onIntent(() => import('./MenuPanel.tsx'))
const MenuPanel = lazyPart(panel)

/** A button that opens a menu beside itself. */
export function Menu(props: MenuProps): JSX.Element {
  const [isOpen, setOpen] = createSignal(false)
  const menuId = createUniqueId()
  let button!: HTMLButtonElement
  const open = (): void => {
    setOpen(true)
    panel.now().catch(() => setOpen(false))
  }
  const close = (): void => {
    setOpen(false)
    button.focus({ preventScroll: true })
  }
  props.ref?.(open)
  return (
    <>
      <button
        ref={button}
        type="button"
        class={props.class}
        aria-haspopup="menu"
        aria-expanded={isOpen()}
        aria-controls={isOpen() ? menuId : undefined}
        onClick={() => (isOpen() ? setOpen(false) : open())}
      >
        {props.children}
      </button>
      <Show when={isOpen()}>
        <MenuPanel id={menuId} menu={props} button={button} onClose={close} onLeave={() => setOpen(false)} />
      </Show>
    </>
  )
}
