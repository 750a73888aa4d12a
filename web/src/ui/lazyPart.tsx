import { type Component, createComponent, Show } from 'solid-js'
import { t } from '../i18n/t.ts'
import type { Part } from '../loading/part.ts'
import { Failure } from './Failure.tsx'
import { tellUnreachable } from './tellUnreachable.ts'

/**
 * A component whose code is a part of its own, asked for when it is shown. Until it is here, nothing or what is Waiting
 * stands in its place; where it can't be had, that is said, and it comes with the network or when it is asked for again.
 */
export function lazyPart<Props extends object>(
  code: Part<{ default: Component<Props> }>,
  Waiting?: Component,
): Component<Props> {
  const load = (): void => void code.now().catch(tellUnreachable)
  return (props) => {
    load()
    return (
      <Show
        when={code()}
        fallback={
          Waiting && (
            <Show when={code.isMissing()} fallback={<Waiting />}>
              <Failure message={t().errors.unreachable} onRetry={load} />
            </Show>
          )
        }
      >
        {(module) => createComponent(module().default, props)}
      </Show>
    )
  }
}
