import { type Accessor, createEffect, onCleanup } from 'solid-js'

const AHEAD = '900px'

/**
 * Calls `act` when an element comes near the window of its scroller, and again after each change of `content` that
 * leaves it there.
 */
export function whenNear(
  element: Element,
  scroller: Accessor<Element | null>,
  content: Accessor<unknown>,
  act: () => void,
): void {
  createEffect(() => {
    content()
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) act()
      },
      { root: scroller(), rootMargin: `0px 0px ${AHEAD}` },
    )
    observer.observe(element)
    onCleanup(() => observer.disconnect())
  })
}
