import type { JSX } from 'solid-js'

export interface MenuItem {
  label: string
  icon?: string
  hint?: string
  /** Set where the item is one of several to choose from. */
  checked?: boolean
  /** Begins a new group with this heading. */
  group?: string
  onSelect(): void
}

export interface MenuProps {
  /** What the button says to a screen reader where its content is a drawing only. */
  label: string
  class?: string
  items: readonly MenuItem[]
  /** Shown where nothing is found. */
  empty?: string | undefined
  /** The label of a field that narrows long lists. */
  search?: string | undefined
  /** Finds items by what is typed there; without it they are narrowed as they are. */
  onSearch?: ((text: string) => void) | undefined
  /** Text above the items. */
  head?: JSX.Element
  /** Lets the owner open the menu by a key of its own. */
  ref?(open: () => void): void
  children: JSX.Element
}
