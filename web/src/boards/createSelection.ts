import { createSignal } from 'solid-js'
import type { CardFragment } from '../gql/graphql.ts'

export interface Selection {
  /** What is selected, in the order of selecting. */
  all(): readonly CardFragment[]
  has(id: string): boolean
  toggle(obstacle: CardFragment): void
  clear(): void
}

/** The rows of a list that a person has picked out, to do one thing with all of them. */
export function createSelection(): Selection {
  const [selected, setSelected] = createSignal<ReadonlyMap<string, CardFragment>>(new Map())
  return {
    all: () => [...selected().values()],
    has: (id) => selected().has(id),
    toggle(obstacle) {
      const next = new Map(selected())
      if (!next.delete(obstacle.id)) next.set(obstacle.id, obstacle)
      setSelected(next)
    },
    clear: () => void setSelected(new Map()),
  }
}
