import { createSignal } from 'solid-js'

/** What can be called from anywhere and stands above the page. */
export type Overlay = 'palette' | 'keys'

const [overlay, setOverlay] = createSignal<Overlay>()

/** The overlay that is open, and how to open or (with undefined) close one. */
export { overlay, setOverlay }
