import { createSignal } from 'solid-js'

/** Whose device this is just now: what is kept on it is kept by person. */

const STORED_AS = 'goshayesh.person'
const [personId, setSignal] = createSignal<string>()
let tell: (id: string) => void = () => undefined
const known = new Promise<string>((resolve) => {
  tell = resolve
})

/** The id of the person at work in this tab; undefined while unknown or nobody. */
export { personId }

/** Resolves with the id of the person once it is known. */
export const whenPersonKnown = (): Promise<string> => known

/** Says who is at work: by the server, or by what was kept of its last answer. */
export function setPerson(id: string): void {
  localStorage.setItem(STORED_AS, id)
  setSignal(id)
  tell(id)
}

/** Says that the person has left. */
export function clearPerson(): void {
  localStorage.removeItem(STORED_AS)
}

/** Whether the person of this tab is still the one of the whole browser. */
export function isSamePerson(): boolean {
  return personId() !== undefined && localStorage.getItem(STORED_AS) === personId()
}

/** Calls back when another person signs in by another tab. */
export function onPersonChanged(act: () => void): void {
  addEventListener('storage', ({ key, newValue }) => {
    if (key === STORED_AS && newValue !== null && newValue !== personId()) act()
  })
}
