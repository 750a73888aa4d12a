import { createSignal } from 'solid-js'

const [online, setOnline] = createSignal(navigator.onLine)
addEventListener('online', () => setOnline(true))
addEventListener('offline', () => setOnline(false))

/** Whether the device has a network; that the server can be reached it does not say. */
export { online }
