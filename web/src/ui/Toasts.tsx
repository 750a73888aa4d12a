import type { JSX } from 'solid-js'
import { lazySoon } from '../loading/lazySoon.tsx'

const ToastList = lazySoon(() => import('./ToastList.tsx'))

/** Where toasts appear; one for the whole page. */
export function Toasts(): JSX.Element {
  return (
    <div class="toasts" role="status" aria-live="polite">
      <ToastList />
    </div>
  )
}
