import { type Accessor, createSignal } from 'solid-js'
import { onDevice } from '../data/deviceStore.ts'
import { exclusively } from '../data/exclusively.ts'
import { type FieldError, RequestError } from '../data/RequestError.ts'
import type { LogObstacleInput } from '../gql/graphql.ts'
import type { LogDraft } from './logDraft.ts'
import { QUEUE } from './whenQueued.ts'

/** An obstacle that was logged on this device and is not yet with the server. */
export interface Entry {
  /** Its place in the line. */
  position: number
  /** Its idempotency key. */
  key: string
  /** Who logged it; nobody else sends or sees it. */
  personId: string
  /** When it was logged, by the server's clock as far as known: epoch milliseconds. */
  at: number
  /** As it stands in the form, for correcting it. */
  draft: LogDraft
  input: LogObstacleInput
  /** Sent after it. */
  files: readonly File[]
  /** Why the server refused it; null while it waits. */
  problem: Problem | null
}

export interface Problem {
  message: string
  fields: readonly FieldError[]
}

export interface OutboxParts<Sent> {
  /** Who is at work in this tab. */
  personId(): string | undefined
  /** Whom the server takes us for; null where nobody is signed in. Throws RequestError. */
  signedInAs(): Promise<string | null>
  /** Resolves once somebody has signed in again. */
  whenSignedIn(): Promise<void>
  /** Throws RequestError. Sent twice with the same key it makes one obstacle. */
  send(entry: Entry): Promise<Sent>
  /** Sends a file after its entry. Throws RequestError. */
  attach(sent: Sent, file: File): Promise<void>
  onFileRefused(sent: Sent, file: File, error: RequestError): void
  /** Told of each entry that has been sent with its files and that nobody waited for. */
  onSent(sent: Sent, entry: Entry): void
  onRefused(entry: Entry): void
}

export type Outcome<Sent> =
  | { state: 'SENT'; sent: Sent }
  | { state: 'WAITING' }
  | { state: 'REFUSED'; problem: Problem }

export interface Outbox<Sent> {
  /** What the person at work has in the line, in its order. Reactive. */
  entries: Accessor<readonly Entry[]>
  /** Whether the line has been read. */
  ready: Accessor<boolean>
  /**
   * Puts an obstacle in the line, or a corrected one back in its place, calls onKept once it can't be lost any more, and
   * tries to send it. Rejects where nothing is kept.
   */
  log(entry: Omit<Entry, 'position' | 'problem'>, onKept?: () => void): Promise<Outcome<Sent>>
  /** Sends what waits, in order, one tab at a time; what can't be sent now is tried again later. */
  flush(): Promise<void>
  /** Takes an entry out of the line and gives the way to put it back. */
  remove(key: string): Promise<() => Promise<void>>
  /** Reads the line anew: another person is at work, or another tab has changed it. */
  refresh(): Promise<void>
  close(): void
}

type Verdict = 'DONE' | 'SIGNED_OUT' | 'LATER'

const RETRY_MS = 15_000
const refusals: ReadonlySet<string> = new Set([
  'INVALID',
  'FORBIDDEN',
  'NOT_FOUND',
  'NOT_ALLOWED_NOW',
  'CONFLICT',
])

/** The line of what was logged and is not yet sent. It outlives the page; the tabs of a browser share it. */
export function createOutbox<Sent>(parts: OutboxParts<Sent>): Outbox<Sent> {
  const [entries, setEntries] = createSignal<readonly Entry[]>([])
  const [ready, setReady] = createSignal(false)
  const awaited = new Map<string, Sent | undefined>()
  const channel = new BroadcastChannel(QUEUE)
  let running: Promise<void> = Promise.resolve()
  let next: Promise<void> | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let isClosed = false

  const log: Outbox<Sent>['log'] = async (entry, onKept) => {
    await put({ ...entry, problem: null })
    onKept?.()
    awaited.set(entry.key, undefined)
    await changed()
    await flush()
    const sent = awaited.get(entry.key)
    awaited.delete(entry.key)
    if (sent !== undefined) return { state: 'SENT', sent }
    const left = (await all()).find(({ key }) => key === entry.key)
    if (left) return left.problem ? { state: 'REFUSED', problem: left.problem } : { state: 'WAITING' }
    // Another tab has sent it: the same key is answered with the same obstacle.
    return { state: 'SENT', sent: await parts.send({ ...entry, position: 0, problem: null }) }
  }
  const flush = (): Promise<void> =>
    (next ??= running.then(() => {
      next = undefined
      return (running = run())
    }))
  const run = async (): Promise<void> => {
    clearTimeout(retry)
    try {
      for (;;) {
        const verdict = await exclusively(QUEUE, sendAll)
        if (verdict === 'LATER' && !isClosed) retry = setTimeout(() => void flush(), RETRY_MS)
        if (verdict !== 'SIGNED_OUT' || isClosed) return
        await parts.whenSignedIn()
      }
    } catch {
      // The browser keeps nothing: there is nothing to be sent.
    }
  }
  const sendAll = async (): Promise<Verdict> => {
    const personId = parts.personId()
    if ((await waitingOf(personId)).length === 0) return 'DONE'
    try {
      const signedInAs = await parts.signedInAs()
      if (signedInAs === null) return 'SIGNED_OUT'
      if (signedInAs !== personId) return 'DONE'
    } catch {
      return 'LATER'
    }
    let verdict: Verdict = 'DONE'
    let position = 0
    for (;;) {
      // Read anew each time: what was taken out meanwhile is not sent.
      const entry = (await waitingOf(personId)).find((one) => one.position > position)
      if (!entry || isClosed) return verdict
      position = entry.position
      const error = await sendOne(entry)
      if (error === 'UNAUTHENTICATED') return 'SIGNED_OUT'
      if (error) verdict = 'LATER'
      // The server's own mistake may concern this one alone; the others need not wait for it.
      if (error && error !== 'FAILED') return verdict
    }
  }
  /** Gives the code of what kept it from being settled. */
  const sendOne = async (entry: Entry): Promise<string | undefined> => {
    try {
      const sent = await parts.send(entry)
      const isAwaited = awaited.has(entry.key)
      // Whoever waits for it shows how its files are sent.
      if (!isAwaited) await sendFiles(sent, entry)
      await take(entry.position)
      if (isAwaited) awaited.set(entry.key, sent)
      else parts.onSent(sent, entry)
    } catch (error) {
      if (!(error instanceof RequestError)) throw error
      if (!refusals.has(error.code)) return error.code
      const { message, fields } = error
      const refused = { ...entry, problem: { message, fields } }
      await put(refused)
      if (!awaited.has(entry.key)) parts.onRefused(refused)
    }
    await changed()
    return undefined
  }
  /** A file leaves the line when it has arrived: it neither goes with the page nor is sent twice. */
  const sendFiles = async (sent: Sent, entry: Entry): Promise<void> => {
    for (const [index, file] of entry.files.entries()) {
      try {
        await parts.attach(sent, file)
      } catch (error) {
        if (!(error instanceof RequestError) || !refusals.has(error.code)) throw error
        parts.onFileRefused(sent, file, error)
      }
      await put({ ...entry, files: entry.files.slice(index + 1) })
      await changed()
    }
  }
  const waitingOf = async (personId: string | undefined): Promise<Entry[]> =>
    (await all()).filter((entry) => entry.personId === personId && !entry.problem)
  const refresh = async (): Promise<void> => {
    const all_ = await all().catch(() => [])
    const personId = parts.personId()
    setEntries(all_.filter((entry) => entry.personId === personId))
    setReady(true)
  }
  const changed = async (): Promise<void> => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel knows no other origin
    channel.postMessage('changed')
    await refresh()
  }
  channel.addEventListener('message', () => void refresh())
  return {
    entries,
    ready,
    log,
    flush,
    async remove(key) {
      const entry = (await all()).find((one) => one.key === key)
      if (entry) await take(entry.position)
      await changed()
      return async () => {
        if (entry) await put(entry)
        await changed()
        await flush()
      }
    },
    refresh,
    close() {
      isClosed = true
      clearTimeout(retry)
      channel.close()
    },
  }
}

function all(): Promise<Entry[]> {
  return onDevice<Entry[]>('outbox', 'readonly', (store) => store.getAll())
}

/** A key that is in the line already keeps its place. */
function put(entry: Omit<Entry, 'position'>): Promise<unknown> {
  return onDevice('outbox', 'readwrite', (store) => {
    const finding = store.index('key').getKey(entry.key)
    finding.onsuccess = () => {
      const position = finding.result
      store.put(position === undefined ? entry : { ...entry, position })
    }
    return finding
  })
}

function take(position: number): Promise<unknown> {
  return onDevice('outbox', 'readwrite', (store) => store.delete(position))
}
