import { type Accessor, createSignal } from 'solid-js'

const [facts, setFacts] = createSignal(0)
const [settings, setSettings] = createSignal(0)
const [notices, setNotices] = createSignal(0)

/** Rises whenever an obstacle may have changed. */
export const revisionOfFacts: Accessor<number> = facts

/** Rises whenever the session, the clock or the calendar may have changed: seldom. */
export const revisionOfSettings: Accessor<number> = settings

/** Rises whenever the viewer may have been told something, or has read it. */
export const revisionOfNotices: Accessor<number> = notices

/** Fetches the obstacles on the screen anew. */
export function revalidate(): void {
  setFacts((n) => n + 1)
}

/** Fetches what the viewer was told anew. */
export function revalidateNotices(): void {
  setNotices((n) => n + 1)
}

/** Fetches everything anew. */
export function revalidateAll(): void {
  setSettings((n) => n + 1)
  revalidateNotices()
  revalidate()
}
