import { NoticedDocument, ObstacleChangedDocument, type ObstacleChangedSubscription } from '../gql/graphql.ts'
import { revalidate, revalidateAll, revalidateNotices } from './revision.ts'

const GATHER_MS = 250
const LOST_AFTER_MS = 2_000
const PING_MS = 10_000
const PONG_MS = 5_000
const MAX_BACKOFF_MS = 5_000
const ACKNOWLEDGED_MS = 5_000
/** With which the server ends a line whose session is over, or whose person may do other things now. */
const FORBIDDEN = 4403

const subscriptions = { changes: ObstacleChangedDocument, notices: NoticedDocument }

interface Listener {
  /** From now on all is heard: what is read now, and what comes after it. */
  opened(): void
  lost(): void
}

/** What either side of graphql-transport-ws says. */
type Message =
  | { type: 'connection_init' | 'connection_ack' | 'ping' }
  /** Our server says with one that it listens for a subscription. */
  | { type: 'pong'; payload?: { listening?: string } }
  | { type: 'subscribe'; id: string; payload: { query: string } }
  | { type: 'next'; id: string; payload: { data?: unknown } }
  | { type: 'error' | 'complete'; id: string }

/** Connects to the server's live updates and comes back after every loss; gives what ends it. */
export function connectLive(listener: Listener): () => void {
  let tries = 0
  let lostTimer: ReturnType<typeof setTimeout> | undefined
  let hangUp: () => void
  let stopWaiting = (): void => undefined
  const changed = gather(revalidate)
  // The calendar may be the reason.
  const moved = gather(revalidateAll)
  const told = gather(revalidateNotices)
  const hear = (id: string, data: unknown): void => {
    if (id === 'notices') told()
    else if ((data as ObstacleChangedSubscription | null)?.obstacleChanged.kind === 'DEADLINE_MOVED') moved()
    else changed()
  }
  const connect = (): void => {
    hangUp = openLine({
      opened() {
        tries = 0
        clearTimeout(lostTimer)
        lostTimer = undefined
        listener.opened()
      },
      hear,
      cutOff: revalidateAll,
      closed(isRefused) {
        lostTimer ??= setTimeout(() => listener.lost(), LOST_AFTER_MS)
        stopWaiting = wait(isRefused ? MAX_BACKOFF_MS : backoff(tries++), connect)
      },
    })
  }
  const hangUpNow = (): void => hangUp()
  addEventListener('offline', hangUpNow)
  connect()
  return () => {
    removeEventListener('offline', hangUpNow)
    hangUp()
    stopWaiting()
    clearTimeout(lostTimer)
  }
}

interface LineListener {
  opened(): void
  hear(id: string, data: unknown): void
  /** Before closed, where what the line was opened with holds no more. */
  cutOff(): void
  /** Called once, whoever ended it. Refused: another try at once would fare no better. */
  closed(isRefused: boolean): void
}

/** Opens one connection and subscribes; gives what ends it. */
function openLine(listener: LineListener): () => void {
  const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/graphql`, 'graphql-transport-ws')
  const awaited = new Set(Object.keys(subscriptions))
  let [isOpen, isClosed] = [false, false]
  const close = (isRefused: boolean): void => {
    if (isClosed) return
    isClosed = true
    clearTimeout(silence)
    socket.close()
    listener.closed(isRefused)
  }
  const hangUp = (): void => close(false)
  const send = (message: Message): void => socket.send(JSON.stringify(message))
  // A line that died without a word is known by its silence only.
  const askForLife = (): void => {
    send({ type: 'ping' })
    silence = setTimeout(hangUp, PONG_MS)
  }
  // A door that opens without an answer behind it counts as shut.
  let silence = setTimeout(hangUp, ACKNOWLEDGED_MS)
  const hear = (message: Message): void => {
    clearTimeout(silence)
    silence = setTimeout(askForLife, PING_MS)
    if (message.type === 'ping') {
      send({ type: 'pong' })
    } else if (message.type === 'connection_ack') {
      isOpen = true
      for (const [id, document] of Object.entries(subscriptions))
        send({ type: 'subscribe', id, payload: { query: document.toString() } })
    } else if (message.type === 'pong') {
      if (awaited.delete(message.payload?.listening ?? '') && awaited.size === 0) listener.opened()
    } else if (message.type === 'next') {
      listener.hear(message.id, message.payload.data)
    } else if (message.type === 'error' || message.type === 'complete') {
      close(true)
    }
  }
  socket.addEventListener('open', () => send({ type: 'connection_init' }))
  socket.addEventListener('message', ({ data }) => !isClosed && hear(JSON.parse(String(data)) as Message))
  socket.addEventListener('close', ({ code }) => {
    if (isOpen && code === FORBIDDEN) listener.cutOff()
    hangUp()
  })
  return hangUp
}

/** Longer from try to try, each client for its own time. */
function backoff(tries: number): number {
  return Math.min(MAX_BACKOFF_MS, 500 * 2 ** tries) * (0.5 + Math.random() / 2)
}

/** Goes on after a while, or at the device's word that the network is back; gives what stops it. */
function wait(time: number, act: () => void): () => void {
  const goOn = (): void => {
    stop()
    act()
  }
  const timer = setTimeout(goOn, time)
  const stop = (): void => {
    clearTimeout(timer)
    removeEventListener('online', goOn)
  }
  addEventListener('online', goOn)
  return stop
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
