import { type Component, createComponent, Show } from 'solid-js'
import type { Part } from '../loading/part.ts'
import { tellUnreachable } from './tellUnreachable.ts'

/**
 * A component whose code is a part of its own, asked for when it is shown. Until it is here, nothing or what is Waiting
 * stands in its place; where it can't be had, that is said, and it comes with the network.
 */
export function lazyPart<Props extends object>(
  code: Part<{ default: Component<Props> }>,
  Waiting?: Component,
): Component<Props> {
  return (props) => {
    code.now().catch(tellUnreachable)
    return (
      <Show when={code()} fallback={Waiting && <Waiting />}>
        {(module) => createComponent(module().default, props)}
      </Show>
    )
  }
}
