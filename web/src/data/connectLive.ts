import { createClient } from 'graphql-ws'
import { NoticedDocument, ObstacleChangedDocument, type ObstacleChangedSubscription } from '../gql/graphql.ts'
import { revalidate, revalidateAll, revalidateNotices } from './revision.ts'

const GATHER_MS = 250
const LOST_AFTER_MS = 2_000
const PING_MS = 10_000
const PONG_MS = 5_000
const MAX_BACKOFF_MS = 5_000
const ACKNOWLEDGED_MS = 5_000

interface Listener {
  opened(): void
  lost(): void
  /** The server has ended it and nothing tries again by itself. */
  ended(): void
}

/** Connects to the server's live updates and comes back after every loss; gives what ends it. */
export function connectLive(listener: Listener): () => void {
  let isClosed = false
  let lostTimer: ReturnType<typeof setTimeout> | undefined
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
        listener.opened()
      },
      // A line that died without a word is known by its silence only.
      ping: (received) => {
        if (!received) pongTimer = setTimeout(() => client.terminate(), PONG_MS)
      },
      pong: (received) => received && clearTimeout(pongTimer),
      closed: () => {
        clearTimeout(pongTimer)
        if (!isClosed) lostTimer ??= setTimeout(() => listener.lost(), LOST_AFTER_MS)
      },
    },
  })
  const hangUp = (): void => client.terminate()
  addEventListener('offline', hangUp)
  const ended = (): void => {
    if (!isClosed) listener.ended()
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
    clearTimeout(pongTimer)
    removeEventListener('offline', hangUp)
    stopChanges()
    stopNotices()
    void client.dispose()
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
