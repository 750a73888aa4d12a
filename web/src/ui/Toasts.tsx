import { type JSX, Show } from 'solid-js'
import { onIntent } from '../loading/onIntent.ts'
import { lazyPart } from './lazyPart.tsx'
import { toasts } from './showToast.ts'

const ToastList = lazyPart(onIntent(() => import('./ToastList.tsx')))

/** Where toasts appear; one for the whole page. */
export function Toasts(): JSX.Element {
  return (
    <div class="toasts" role="status" aria-live="polite">
      <Show when={toasts().length > 0}>
        <ToastList />
      </Show>
    </div>
  )
}
