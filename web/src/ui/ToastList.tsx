import { For, type JSX, onCleanup, Show } from 'solid-js'
import { t } from '../i18n/t.ts'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { dismiss, hold, schedule, takeBack, toasts } from './showToast.ts'

/** The toasts. Ctrl+Z takes back what the newest offers, unless something is being written. */
export default function ToastList(): JSX.Element {
  const press = (event: KeyboardEvent): void => {
    const isWriting =
      event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]')
    if (event.code !== 'KeyZ' || !(event.ctrlKey || event.metaKey) || event.shiftKey || isWriting) return
    const newest = toasts()
      .filter((toast) => toast.undo)
      .at(-1)
    if (!newest) return
    event.preventDefault()
    takeBack(newest)
  }
  document.addEventListener('keydown', press)
  onCleanup(() => document.removeEventListener('keydown', press))
  return (
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
          <span>
            {toast.text} <Show when={toast.link}>{(link) => <a href={link().href}>{link().text}</a>}</Show>
          </span>
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
  )
}
