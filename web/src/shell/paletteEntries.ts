import { searchKey } from '@goshayesh/shared/persianText'

/** Something that the palette can do. */
export interface PaletteEntry {
  id: string
  group: 'obstacle' | 'page' | 'agency' | 'action'
  label: string
  /** Searched as well, never shown: other names of the same thing. */
  alias?: string
  icon: string
  run(): void
}

const MOST = 12

/**
 * The entries whose words contain every word typed, those that begin with it first. Nothing typed gives pages and
 * actions.
 */
export function findEntries(entries: readonly PaletteEntry[], text: string): PaletteEntry[] {
  const key = searchKey(text)
  if (!key) return entries.filter(({ group }) => group !== 'agency').slice(0, MOST)
  const words = key.split(' ')
  const found = entries
    .map((entry) => ({ entry, name: searchKey(`${entry.label} ${entry.alias ?? ''}`) }))
    .filter(({ name }) => words.every((word) => name.includes(word)))
  const begins = found.filter(({ name }) => name.startsWith(key))
  const others = found.filter((hit) => !begins.includes(hit))
  return [...begins, ...others].slice(0, MOST).map(({ entry }) => entry)
}
