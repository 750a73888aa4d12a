import { personId } from './person.ts'

/** What was typed and not yet sent, kept on this device by person. */

/** The draft of that name; undefined where there is none. It may be of any shape: an earlier version wrote it. */
export function keptDraft(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(storedAs(name)) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

/** Keeps a draft over a reload; where the device is full, it stays on the screen alone. */
export function keepDraft(name: string, draft: unknown): void {
  try {
    localStorage.setItem(storedAs(name), JSON.stringify(draft))
  } catch {
    // The text is on the screen still.
  }
}

export function dropDraft(name: string): void {
  localStorage.removeItem(storedAs(name))
}

/** Calls back when another tab changes the draft; gives the way to stop that. */
export function onDraftChanged(name: string, act: () => void): () => void {
  const listen = ({ key }: StorageEvent): void => {
    if (key === storedAs(name)) act()
  }
  addEventListener('storage', listen)
  return () => removeEventListener('storage', listen)
}

/** As much of a kept draft as fits the shape of a fresh one. */
export function fitting<Draft extends object>(kept: unknown, fresh: Draft): Draft {
  if (typeof kept !== 'object' || kept === null) return fresh
  const fits = Object.entries(kept).filter(
    ([name, value]) => Object.hasOwn(fresh, name) && isAlike(value, fresh[name as keyof Draft]),
  )
  return { ...fresh, ...Object.fromEntries(fits) }
}

function isAlike(kept: unknown, fresh: unknown): boolean {
  // Null stands for a text that is not there.
  if (fresh === null) return kept === null || typeof kept === 'string'
  if (!Array.isArray(fresh)) return typeof kept === typeof fresh
  return Array.isArray(kept) && kept.every((item) => typeof item === 'string')
}

/** Under which key of this device a draft is kept. */
export function storedAs(name: string): string {
  return `goshayesh.draft.${personId() ?? ''}.${name}`
}
