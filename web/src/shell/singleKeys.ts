import { createSignal } from 'solid-js'
import { viewer } from '../data/session.ts'

const [changes, setChanges] = createSignal(0)

/** Whether shortcuts of a single letter, digit or mark are on for the person signed in; remembered on this device. */
export function singleKeysOn(): boolean {
  changes()
  return localStorage.getItem(storedAs()) !== 'off'
}

export function setSingleKeys(on: boolean): void {
  if (on) localStorage.removeItem(storedAs())
  else localStorage.setItem(storedAs(), 'off')
  setChanges((n) => n + 1)
}

function storedAs(): string {
  return `goshayesh.keys.${viewer()?.id ?? ''}`
}
