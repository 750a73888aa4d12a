import type { JSX } from 'solid-js'
import { lazySoon } from '../loading/lazySoon.tsx'

const NoticeLines = lazySoon(() => import('./NoticeLines.tsx'))

/** The lines on top of every page: how the connection stands, what waits to be sent, a newer version. */
export function Notices(): JSX.Element {
  return (
    <div class="notices" role="status">
      <NoticeLines />
    </div>
  )
}
