import { createSignal } from 'solid-js'

/** The client as it is kept on this device, so that it opens without a network, and its newer versions. */

const PATIENCE_MS = 3_000

const [newVersion, setNewVersion] = createSignal<ServiceWorker>()
let registration: ServiceWorkerRegistration | undefined

/** A newer version that is here and waits for the person to take it. */
export { newVersion }

/** Keeps the client on this device. Where browsers don't allow it, as on a plain-http address, it does nothing. */
export async function keepClient(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  await loaded()
  try {
    registration = await navigator.serviceWorker.register('/sw.js')
  } catch {
    return
  }
  offer()
  registration.addEventListener('updatefound', () => {
    registration?.installing?.addEventListener('statechange', offer)
  })
}

/** Asks the server whether there is a newer version. */
export function lookForNewVersion(): void {
  registration?.update().catch(() => undefined)
}

/** Loads the page anew with the newer version; drafts are kept. */
export function takeNewVersion(): void {
  const reload = (): void => location.reload()
  navigator.serviceWorker.addEventListener('controllerchange', reload, { once: true })
  newVersion()?.postMessage({ type: 'SKIP_WAITING' })
  // A browser may keep the older one for what went through it meanwhile.
  setTimeout(reload, PATIENCE_MS)
}

/** The page itself comes first. */
function loaded(): Promise<unknown> {
  if (document.readyState === 'complete') return Promise.resolve()
  return new Promise((resolve) => addEventListener('load', resolve, { once: true }))
}

/** The first version of all isn't a newer one: nobody is told. */
function offer(): void {
  if (registration?.active && registration.waiting) setNewVersion(registration.waiting)
}
