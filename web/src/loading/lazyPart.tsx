import { type Component, createComponent, Show } from 'solid-js'
import type { Part } from './part.ts'

/** A component whose code is a part of its own, asked for when it is shown: until it is here, nothing stands in its place. */
export function lazyPart<Props extends object>(code: Part<{ default: Component<Props> }>): Component<Props> {
  return (props) => {
    code.now().catch(() => undefined)
    return <Show when={code()}>{(module) => createComponent(module().default, props)}</Show>
  }
}
