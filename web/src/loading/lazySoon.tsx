import { type Component, createComponent, Show } from 'solid-js'
import { soon, type Soon } from './soon.ts'

/** A component that comes soon(): until it is here, nothing stands in its place. */
export function lazySoon<Props extends object>(
  load: () => Promise<{ default: Component<Props> }>,
): Component<Props> & Pick<Soon<unknown>, 'now'> {
  const code = soon(load)
  const Part: Component<Props> = (props) => (
    <Show when={code()}>{(part) => createComponent(part().default, props)}</Show>
  )
  return Object.assign(Part, { now: code.now })
}
