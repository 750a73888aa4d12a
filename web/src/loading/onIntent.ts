import { part, type Part } from './part.ts'

/** What a hand does before it does anything else. */
const signs = ['pointermove', 'pointerdown', 'touchstart', 'focusin', 'keydown'] as const

const waiting: (() => void)[] = []
let isHandThere = false
let isPainted = false

/**
 * A part of the client that a look at a page does without: it comes with the first sign of a hand, whatever that is for,
 * or when it is asked for. Whoever asks acts once it is here, so that no press is lost.
 */
export function onIntent<Module>(load: () => Promise<Module>): Part<Module> {
  const code = part(load)
  waiting.push(() => void code.now().catch(() => undefined))
  bring()
  return code
}

/** The first page has been painted: what a hand may ask of it needs to wait no longer. */
export function letIntentLoad(): void {
  isPainted = true
  bring()
}

function bring(): void {
  if (isHandThere && isPainted) for (const load of waiting.splice(0)) load()
}

function noticeHand(event: Event): void {
  if (isStill(event)) return
  for (const sign of signs) removeEventListener(sign, noticeHand, { capture: true })
  isHandThere = true
  bring()
}

/** A page that changes under a pointer at rest tells of a move as well. */
function isStill(event: Event): boolean {
  if (event.type !== 'pointermove') return false
  const { movementX, movementY } = event as PointerEvent
  return movementX === 0 && movementY === 0
}

for (const sign of signs) addEventListener(sign, noticeHand, { capture: true, passive: true })
