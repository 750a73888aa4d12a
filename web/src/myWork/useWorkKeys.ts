import { type Accessor, createSignal, onCleanup } from 'solid-js'
import type { Steps } from '../obstacles/createSteps.tsx'
import type { Step } from '../obstacles/takeStep.ts'
import { isFree } from '../shell/useShortcuts.ts'
import { linkIdOf } from './linkIdOf.ts'
import type { WorkRow } from './workGroups.ts'

/** One key for a step; where it stands for two, the one that is open is taken. */
export const workKeys: readonly { key: string; steps: readonly [Step, ...Step[]] }[] = [
  { key: 'S', steps: ['RESOLVE'] },
  { key: 'E', steps: ['REQUEST_EXTENSION'] },
  { key: 'A', steps: ['ASSIGN'] },
  { key: 'P', steps: ['WAIT', 'RESUME'] },
]

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
    const wanted = workKeys.find(({ key }) => event.code === `Key${key}`)
    const step = wanted?.steps.find((one) => row?.actions.includes(one))
    if (!row || !step) return
    event.preventDefault()
    steps.take(step, row)
  }
  document.addEventListener('keydown', press)
  onCleanup(() => document.removeEventListener('keydown', press))
  return { current, setCurrent }
}
