import { createMemo, createRoot, createSignal } from 'solid-js'

/** What on the screen could not be refreshed, and since when it is as it is. */

const [stale, setStale] = createSignal<ReadonlyMap<symbol, number>>(new Map())

/** When the oldest of what could not be refreshed was read, by the device's clock; undefined while all is fresh. */
export const staleSince = createRoot(() =>
  createMemo(() => {
    const instants = [...stale().values()]
    return instants.length > 0 ? Math.min(...instants) : undefined
  }),
)

export function isStale(id: symbol): boolean {
  return stale().has(id)
}

export function markStale(id: symbol, readAt: number): void {
  setStale((before) => new Map(before).set(id, readAt))
}

export function markFresh(id: symbol): void {
  setStale((before) => {
    if (!before.has(id)) return before
    const after = new Map(before)
    after.delete(id)
    return after
  })
}
