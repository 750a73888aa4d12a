import { onCleanup } from 'solid-js'

/** Calls `leave` where somebody presses outside of what is open, or the window changes so that it stands elsewhere. */
export function whenLeft(inside: () => readonly HTMLElement[], leave: () => void): void {
  const press = ({ target }: Event): void => {
    if (target instanceof Node && !inside().some((element) => element.contains(target))) leave()
  }
  const shut = (): void => leave()
  document.addEventListener('pointerdown', press)
  addEventListener('resize', shut)
  onCleanup(() => {
    document.removeEventListener('pointerdown', press)
    removeEventListener('resize', shut)
  })
}
