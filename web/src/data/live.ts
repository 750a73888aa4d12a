import { createSignal } from 'solid-js'
import { afterPaint } from '../loading/afterPaint.ts'
import { loadModule } from '../loading/loadModule.ts'
import { revalidateAll } from './revision.ts'

export type Connection = 'closed' | 'open' | 'lost'

const AGAIN_MS = 5_000

const [connection, setConnection] = createSignal<Connection>('closed')
let stop: (() => void) | undefined
let hasOpened = false

/** How the live connection stands. */
export { connection }

/** Opens the live connection once the page has been painted: every change of an obstacle revalidates the screen. */
export function startLive(): void {
  if (stop) return
  let stopped = false
  let disconnect: (() => void) | undefined
  let againTimer: ReturnType<typeof setTimeout> | undefined
  stop = () => {
    stopped = true
    clearTimeout(againTimer)
    disconnect?.()
  }
  /** The server has ended it, as at the end of a session, or would not begin; or what it takes could not be loaded. */
  const ended = (): void => {
    if (stopped) return
    setConnection('lost')
    againTimer = setTimeout(restartLive, AGAIN_MS)
  }
  const begin = async (): Promise<void> => {
    const { connectLive } = await loadModule(() => import('./connectLive.ts'))
    if (!stopped) disconnect = connectLive({ opened, lost: () => setConnection('lost'), ended })
  }
  afterPaint(() => void begin().catch(ended))
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
  // What happened while the line was down was missed: ask again.
  if (hasOpened) revalidateAll()
  hasOpened = true
}
