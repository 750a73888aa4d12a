import type { JSX } from 'solid-js'

/** The mark: a window that opens. */
export function BrandMark(): JSX.Element {
  return (
    <svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true">
      <path
        class="brand-mark__frame"
        d="M9 2h14a7 7 0 0 1 7 7v14a7 7 0 0 1-7 7H9a7 7 0 0 1-7-7V9a7 7 0 0 1 7-7Z"
      />
      <path class="brand-mark__light" d="M16 8h6.5A1.5 1.5 0 0 1 24 9.5v13a1.5 1.5 0 0 1-1.5 1.5H16Z" />
      <path class="brand-mark__leaf" d="M16 8 9.2 5.9A.9.9 0 0 0 8 6.8v18.4a.9.9 0 0 0 1.2.9L16 24Z" />
    </svg>
  )
}
