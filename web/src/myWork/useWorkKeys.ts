import { type Accessor, createSignal } from 'solid-js'
import type { Steps } from '../obstacles/createSteps.tsx'
import { stepOfKey } from '../obstacles/stepKeys.ts'
import { isFree, usePageKeys } from '../shell/useShortcuts.ts'
import { linkIdOf } from './linkIdOf.ts'
import type { WorkRow } from './workGroups.ts'

export interface WorkKeys {
  /** The id of the row that the keys speak of. */
  current: Accessor<string | undefined>
  setCurrent(id: string): void
}

/** J and K move through the rows as they stand on the page, Enter opens the link that has the focus, letters take steps. */
export function useWorkKeys(rows: Accessor<readonly WorkRow[]>, steps: Steps): WorkKeys {
  const [current, setCurrent] = createSignal<string>()
  const move = (by: 1 | -1): void => {
    const links = [...document.querySelectorAll<HTMLElement>('.work .work__title')]
    const id = current()
    const at = links.findIndex((link) => id !== undefined && link.id === linkIdOf(id))
    links[Math.max(0, Math.min(links.length - 1, at + by))]?.focus()
  }
  const press = (event: KeyboardEvent): void => {
    if (!isFree(event) || event.shiftKey) return
    if (event.code === 'KeyJ' || event.code === 'KeyK') {
      event.preventDefault()
      move(event.code === 'KeyJ' ? 1 : -1)
      return
    }
    const row = rows().find(({ id }) => id === current())
    const step = row && stepOfKey(event.code, row.actions)
    if (!row || !step) return
    event.preventDefault()
    steps.take(step, row)
  }
  usePageKeys(press)
  return { current, setCurrent }
}
