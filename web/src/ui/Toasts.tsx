import { createSignal, For, type JSX, onCleanup, Show } from 'solid-js'
import { t } from '../i18n/t.ts'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'

export interface Toast {
  text: string
  tone?: 'done' | 'error'
  undo?: () => void
  /** Where to look at it: an address of this client. */
  link?: { href: string; text: string }
}

const STAYS_MS = 10_000
const [toasts, setToasts] = createSignal<readonly Toast[]>([])
const timers = new WeakMap<Toast, ReturnType<typeof setTimeout>>()

/** Says something that happened, for ten seconds, longer while it has the focus or the pointer. */
export function showToast(toast: Toast): void {
  setToasts((list) => [...list.slice(-2), toast])
  schedule(toast)
}

/** Where toasts appear; one for the whole page. Ctrl+Z takes back what the newest offers, unless something is being written. */
export function Toasts(): JSX.Element {
  const press = (event: KeyboardEvent): void => {
    const isWriting =
      event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]')
    if (event.code !== 'KeyZ' || !(event.ctrlKey || event.metaKey) || event.shiftKey || isWriting) return
    const newest = toasts().findLast((toast) => toast.undo)
    if (!newest) return
    event.preventDefault()
    takeBack(newest)
  }
  document.addEventListener('keydown', press)
  onCleanup(() => document.removeEventListener('keydown', press))
  return (
    <div class="toasts" role="status" aria-live="polite">
      <For each={toasts()}>
        {(toast) => (
          <div
            class="toast"
            classList={{ 'toast--error': toast.tone === 'error' }}
            onPointerEnter={() => hold(toast)}
            onPointerLeave={() => schedule(toast)}
            onFocusIn={() => hold(toast)}
            onFocusOut={() => schedule(toast)}
          >
            <Icon name={toast.tone === 'error' ? 'over' : 'met'} />
            <span>{toast.text}</span>
            <Show when={toast.link}>{(link) => <a href={link().href}>{link().text}</a>}</Show>
            <Show when={toast.undo}>
              <Button variant="quiet" onClick={() => takeBack(toast)}>
                {t().undo}
              </Button>
            </Show>
            <Button variant="quiet" class="btn--icon" icon="close" onClick={() => dismiss(toast)}>
              <span class="visually-hidden">{t().close}</span>
            </Button>
          </div>
        )}
      </For>
    </div>
  )
}

function takeBack(toast: Toast): void {
  dismiss(toast)
  toast.undo?.()
}

function schedule(toast: Toast): void {
  hold(toast)
  timers.set(
    toast,
    setTimeout(() => dismiss(toast), STAYS_MS),
  )
}

function hold(toast: Toast): void {
  clearTimeout(timers.get(toast))
}

function dismiss(toast: Toast): void {
  hold(toast)
  setToasts((list) => list.filter((other) => other !== toast))
}
