import { createEffect, on, onCleanup, onMount } from 'solid-js'
import { viewer } from '../data/session.ts'
import { address, navigate } from '../routing/router.ts'
import { type Overlay, setOverlay } from './overlay.ts'
import { singleKeysOn } from './singleKeys.ts'

const CHORD_MS = 1_200

/** After G: the place that the key leads to. */
const places: Record<string, string> = {
  KeyW: '/my-work',
  KeyB: '/b/single-window',
  KeyR: '/agencies',
  KeyO: '/review',
  KeyI: '/inbox',
}

/** What was pressed last while the page was on its way. */
let early: KeyboardEvent | undefined

/** Single letters that lead somewhere. They follow the physical key, so that they work with a Persian layout. */
export function useShortcuts(): void {
  let chordUntil = 0
  const press = (event: KeyboardEvent): void => {
    if (isOnItsWay() && isFree(event)) early = event
    if (!viewer()) return
    const asks = overlayOf(event)
    if (asks) {
      event.preventDefault()
      setOverlay(asks)
      return
    }
    if (!isFree(event)) return
    const place = event.timeStamp < chordUntil ? places[event.code] : undefined
    chordUntil = event.code === 'KeyG' ? event.timeStamp + CHORD_MS : 0
    const target = place ?? (event.code === 'KeyC' ? '/log' : undefined)
    if (!target) return
    event.preventDefault()
    navigate(target)
  }
  document.addEventListener('keydown', press)
  onCleanup(() => document.removeEventListener('keydown', press))
  // It was meant for the page that was waited for.
  createEffect(
    on(
      () => address.pathname,
      () => (early = undefined),
      { defer: true },
    ),
  )
}

/** Heeds the keys of a page that stands, as long as it is shown, and what was pressed while it was on its way. */
export function usePageKeys(press: (event: KeyboardEvent) => void): void {
  document.addEventListener('keydown', press)
  onCleanup(() => document.removeEventListener('keydown', press))
  onMount(() => {
    if (early) press(early)
    early = undefined
  })
}

/** Whether the page, or what it shows, is not here yet. */
function isOnItsWay(): boolean {
  return document.querySelector('#main:not([aria-busy="true"])') === null
}

/** Ctrl+K works from within fields too, but nothing opens above a dialog. */
function overlayOf(event: KeyboardEvent): Overlay | undefined {
  if (document.querySelector('dialog[open]')) return undefined
  if (event.code === 'KeyK' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey)
    return 'palette'
  const isQuestion = event.key === '?' || event.key === '؟' || (event.code === 'Slash' && event.shiftKey)
  return isQuestion && isFree(event) ? 'keys' : undefined
}

/**
 * Whether a key press is meant for the page: no field has the focus, no dialog is open, no modifier is held; a single
 * letter only where the person has not switched them off.
 */
export function isFree(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return false
  if (event.key.length === 1 && event.key !== ' ' && !singleKeysOn()) return false
  const target = event.target instanceof Element ? event.target : null
  if (target?.closest('input, textarea, select, [contenteditable], [role="menu"]')) return false
  return document.querySelector('dialog[open]') === null
}
