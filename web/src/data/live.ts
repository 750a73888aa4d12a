import { createSignal } from 'solid-js'
import { afterPaint } from '../loading/afterPaint.ts'
import { connectLive } from './connectLive.ts'
import { revalidateAll } from './revision.ts'

export type Connection = 'closed' | 'open' | 'lost'

const [connection, setConnection] = createSignal<Connection>('closed')
let stop: (() => void) | undefined

/** How the live connection stands. */
export { connection }

/** Opens the live connection once the page has been painted: every change of an obstacle revalidates the screen. */
export function startLive(): void {
  if (stop) return
  let isStopped = false
  let disconnect: (() => void) | undefined
  stop = () => {
    isStopped = true
    disconnect?.()
  }
  afterPaint(() => {
    if (!isStopped) disconnect = connectLive({ opened, lost: () => setConnection('lost') })
  })
}

/** Opens the live connection anew: it speaks for the session that it was opened with. */
export function restartLive(): void {
  stopLive()
  startLive()
}

/** Closes the live connection: nobody is signed in. */
export function stopLive(): void {
  stop?.()
  stop = undefined
  setConnection('closed')
}

function opened(): void {
  setConnection('open')
  // What happened before was missed, since the page was read or while the line was down: ask again.
  revalidateAll()
}
