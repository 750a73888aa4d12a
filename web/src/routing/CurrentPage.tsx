import { type JSX, Show } from 'solid-js'
import { page } from './router.ts'

/** The page that the address names; until the first is here, the fallback. */
export function CurrentPage(props: { fallback?: JSX.Element }): JSX.Element {
  return (
    <Show when={page()} keyed fallback={props.fallback}>
      {(Page) => <Page />}
    </Show>
  )
}
