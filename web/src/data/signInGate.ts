import { createSignal } from 'solid-js'

/** Where requests wait that were refused because nobody is signed in. */

const [waiting, setWaiting] = createSignal(false)
let release: (() => void)[] = []

/** Whether some request waits for the person to sign in. */
export { waiting as signInNeeded }

/** Resolves once somebody has signed in. */
export function whenSignedIn(): Promise<void> {
  setWaiting(true)
  return new Promise((resolve) => release.push(resolve))
}

/** Lets the waiting requests go on. */
export function openSignInGate(): void {
  setWaiting(false)
  const resolvers = release
  release = []
  for (const resolve of resolvers) resolve()
}
