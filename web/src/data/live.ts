import { createSignal } from 'solid-js'
import { NoticedDocument, ObstacleChangedDocument, type ObstacleChangedSubscription } from '../gql/graphql.ts'
import { loadModule } from './loadModule.ts'
import { revalidate, revalidateAll, revalidateNotices } from './revision.ts'

export type Connection = 'closed' | 'open' | 'lost'

const GATHER_MS = 250
const LOST_AFTER_MS = 2_000
const PING_MS = 10_000
const PONG_MS = 5_000
const MAX_BACKOFF_MS = 5_000
const AGAIN_MS = 5_000
const ACKNOWLEDGED_MS = 5_000

const [connection, setConnection] = createSignal<Connection>('closed')
let stop: (() => void) | undefined

/** How the live connection stands. */
export { connection }

/** Opens the live connection once the page has been painted: every change of an obstacle revalidates the screen. */
export function startLive(): void {
  if (stop) return
  let stopped = false
  let dispose: (() => void) | undefined
  stop = () => {
    stopped = true
    dispose?.()
  }
  afterPaint(() => {
    void connect().then(
      (close) => {
        if (stopped) close()
        else dispose = close
      },
      () => {
        if (stopped) return
        setConnection('lost')
        setTimeout(() => stopped || restartLive(), AGAIN_MS)
      },
    )
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

async function connect(): Promise<() => void> {
  const { createClient } = await loadModule(() => import('graphql-ws'))
  let wasOpen = false
  let isClosed = false
  let lostTimer: ReturnType<typeof setTimeout> | undefined
  let againTimer: ReturnType<typeof setTimeout> | undefined
  let pongTimer: ReturnType<typeof setTimeout> | undefined
  const client = createClient({
    url: `${location.origin.replace('http', 'ws')}/graphql`,
    lazy: false,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    keepAlive: PING_MS,
    // A door that opens without an answer behind it counts as shut.
    connectionAckWaitTimeout: ACKNOWLEDGED_MS,
    retryWait: backoff,
    on: {
      connected: () => {
        clearTimeout(lostTimer)
        lostTimer = undefined
        setConnection('open')
        // What happened while the line was down was missed: ask again.
        if (wasOpen) revalidateAll()
        wasOpen = true
      },
      // A line that died without a word is known by its silence only.
      ping: (received) => {
        if (!received) pongTimer = setTimeout(() => client.terminate(), PONG_MS)
      },
      pong: (received) => received && clearTimeout(pongTimer),
      closed: () => {
        clearTimeout(pongTimer)
        if (!isClosed) lostTimer ??= setTimeout(() => setConnection('lost'), LOST_AFTER_MS)
      },
    },
  })
  const hangUp = (): void => client.terminate()
  addEventListener('offline', hangUp)
  /** The server has ended it, as at the end of a session, or would not begin. */
  const ended = (): void => {
    if (isClosed) return
    setConnection('lost')
    againTimer = setTimeout(restartLive, AGAIN_MS)
  }
  const changed = gather(revalidate)
  // The calendar may be the reason.
  const moved = gather(revalidateAll)
  const stopChanges = client.subscribe<ObstacleChangedSubscription>(
    { query: ObstacleChangedDocument.toString() },
    {
      next: ({ data }) => (data?.obstacleChanged.kind === 'DEADLINE_MOVED' ? moved() : changed()),
      error: ended,
      complete: ended,
    },
  )
  const stopNotices = client.subscribe(
    { query: NoticedDocument.toString() },
    // How the line ends is told by the other subscription.
    { next: gather(revalidateNotices), error: () => undefined, complete: () => undefined },
  )
  return () => {
    isClosed = true
    clearTimeout(lostTimer)
    clearTimeout(againTimer)
    clearTimeout(pongTimer)
    removeEventListener('offline', hangUp)
    stopChanges()
    stopNotices()
    void client.dispose()
    setConnection('closed')
  }
}

/** Waits longer from try to try, each client for its own time; the device's word that the network is back ends it. */
function backoff(retries: number): Promise<void> {
  return new Promise((resolve) => {
    const goOn = (): void => {
      clearTimeout(timer)
      removeEventListener('online', goOn)
      resolve()
    }
    const timer = setTimeout(goOn, Math.min(MAX_BACKOFF_MS, 500 * 2 ** retries) * (0.5 + Math.random() / 2))
    addEventListener('online', goOn)
  })
}

/** Lets the first of a burst through at once and the rest as one. */
function gather(act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let more = false
  const rest = (): void => {
    timer = undefined
    if (!more) return
    more = false
    act()
    timer = setTimeout(rest, GATHER_MS)
  }
  return () => {
    if (timer) {
      more = true
      return
    }
    act()
    timer = setTimeout(rest, GATHER_MS)
  }
}

function afterPaint(act: () => void): void {
  requestAnimationFrame(() => setTimeout(act, 0))
}
