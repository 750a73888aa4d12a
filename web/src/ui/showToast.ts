import { createSignal } from 'solid-js'

export interface Toast {
  text: string
  tone?: 'done' | 'error'
  undo?: () => void
  /** Where to look at it: an address of this client. */
  link?: { href: string; text: string }
}

const STAYS_MS = 10_000
const [toasts, setToasts] = createSignal<readonly Toast[]>([])
const timers = new WeakMap<Toast, ReturnType<typeof setTimeout>>()

/** Says something that happened, for ten seconds, longer while it has the focus or the pointer. */
export function showToast(toast: Toast): void {
  setToasts((list) => [...list.slice(-2), toast])
  schedule(toast)
}

/** What is being said, the newest last. */
export { toasts }

export function takeBack(toast: Toast): void {
  dismiss(toast)
  toast.undo?.()
}

export function schedule(toast: Toast): void {
  hold(toast)
  timers.set(
    toast,
    setTimeout(() => dismiss(toast), STAYS_MS),
  )
}

export function hold(toast: Toast): void {
  clearTimeout(timers.get(toast))
}

export function dismiss(toast: Toast): void {
  hold(toast)
  setToasts((list) => list.filter((other) => other !== toast))
}
