import { type Accessor, createEffect, onCleanup } from 'solid-js'
import type { CardFragment } from '../gql/graphql.ts'
import { numberOfRef } from '../i18n/formatRef.ts'
import { stepOfKey } from '../obstacles/stepKeys.ts'
import type { Step } from '../obstacles/Step.ts'
import { isFree } from '../shell/useShortcuts.ts'
import { type BoardView, views } from './boardFilter.ts'
import { linkOf, linksIn, obstacleOf } from './obstacleOf.ts'

export interface BoardKeysOptions {
  /** Everything on the screen: read to see when it changes. */
  cards: Accessor<unknown>
  peeked: Accessor<boolean>
  onPeek(obstacle: CardFragment | undefined): void
  onStep(obstacle: CardFragment, step: Step): void
  onFollow(obstacle: CardFragment): void
  onSelect(obstacle: CardFragment): void
  onView(view: BoardView): void
}

type Direction = 'next' | 'previous' | 'start' | 'end'

const letters: Record<string, Direction> = { KeyJ: 'next', KeyK: 'previous', KeyH: 'start', KeyL: 'end' }

/**
 * The keys of the board, the list and the calendar: J K H L and the arrows move, Space looks, letters take steps, digits
 * change the view. Where the card that has the focus is taken away or put elsewhere, the focus follows it.
 */
export function useBoardKeys(options: BoardKeysOptions): void {
  let last: string | undefined
  const press = (event: KeyboardEvent): void => {
    if (event.code === 'Escape') {
      if (!options.peeked() || event.defaultPrevented || document.querySelector('dialog[open]')) return
      event.preventDefault()
      options.onPeek(undefined)
      return
    }
    if (!isFree(event) || event.shiftKey) return
    const act = actionOf(event)
    if (!act) return
    event.preventDefault()
    act()
  }
  const actionOf = (event: KeyboardEvent): (() => void) | undefined => {
    const view = views[['Digit1', 'Digit2', 'Digit3'].indexOf(event.code)]
    if (view) return () => options.onView(view)
    const place = event.target instanceof Element ? event.target : null
    const obstacle = obstacleOf(place)
    const direction = letters[event.code] ?? (obstacle && arrowOf(event.code))
    if (direction) return () => move(direction)
    if (!obstacle || place?.closest('button')) return undefined
    if (event.code === 'Space') return () => options.onPeek(options.peeked() ? undefined : obstacle)
    if (event.code === 'KeyX') return () => options.onSelect(obstacle)
    if (event.code === 'KeyF') return () => options.onFollow(obstacle)
    const step = stepOfKey(event.code, obstacle.actions)
    return step && (() => options.onStep(obstacle, step))
  }
  const move = (direction: Direction): void => {
    const present =
      document.activeElement?.closest('[data-obstacle]')?.querySelector('a') ?? (last && linkOf(last))
    target(present || undefined, direction)?.focus()
  }
  const follow = (event: FocusEvent): void => {
    const obstacle = obstacleOf(event.target instanceof Element ? event.target : null)
    if (!obstacle) return
    last = numberOfRef(obstacle.ref)
    if (options.peeked()) options.onPeek(obstacle)
  }
  const forget = (): void => void (last = undefined)
  createEffect(() => {
    options.cards()
    queueMicrotask(() => {
      if (document.activeElement === document.body && last) linkOf(last)?.focus({ preventScroll: true })
    })
  })
  document.addEventListener('keydown', press)
  document.addEventListener('focusin', follow)
  document.addEventListener('pointerdown', forget)
  onCleanup(() => {
    document.removeEventListener('keydown', press)
    document.removeEventListener('focusin', follow)
    document.removeEventListener('pointerdown', forget)
  })
}

/** Arrows follow the eye: to the left is towards the end in Persian and towards the start in English. */
function arrowOf(code: string): Direction | undefined {
  const isRtl = document.documentElement.dir === 'rtl'
  if (code === 'ArrowDown') return 'next'
  if (code === 'ArrowUp') return 'previous'
  if (code === 'ArrowLeft') return isRtl ? 'end' : 'start'
  if (code === 'ArrowRight') return isRtl ? 'start' : 'end'
  return undefined
}

function target(present: HTMLElement | undefined, direction: Direction): HTMLElement | undefined {
  if (!present) return linksIn(document)[0]
  const group = present.closest('[data-column]') ?? document.body
  const links = linksIn(group)
  const at = links.indexOf(present)
  if (direction === 'next') return links[at + 1]
  if (direction === 'previous') return links[at - 1]
  const columns = [...document.querySelectorAll('[data-column]')]
  const here = columns.indexOf(group)
  const others = direction === 'end' ? columns.slice(here + 1) : columns.slice(0, Math.max(here, 0)).reverse()
  const next = others.map(linksIn).find((found) => found.length > 0)
  return next && nearest(next, present)
}

/** The link at the same height. */
function nearest(links: readonly HTMLElement[], present: HTMLElement): HTMLElement | undefined {
  const height = present.getBoundingClientRect().top
  const distance = (link: HTMLElement): number => Math.abs(link.getBoundingClientRect().top - height)
  return [...links].sort((a, b) => distance(a) - distance(b))[0]
}
