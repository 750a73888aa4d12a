import { type Component, createComponent, createEffect, onCleanup, onMount, Show } from 'solid-js'
import { t } from '../i18n/t.ts'
import type { Part } from '../loading/part.ts'
import { Dialog } from './Dialog.tsx'
import { Failure } from './Failure.tsx'
import { Skeleton } from './Skeleton.tsx'
import { typeAhead } from './typeAhead.ts'

/**
 * A dialog whose code is a part of its own. It opens at once: until the code is here its frame stands there, and what is
 * typed meanwhile goes to its first field.
 */
export function lazyDialog<Props extends { onClose(): void }>(
  code: Part<{ default: Component<Props> }>,
): Component<Props> {
  const load = (): void => void code.now().catch(() => undefined)
  return (props) => {
    load()
    const ahead = code() ? undefined : typeAhead()
    createEffect(() => code.isMissing() && ahead?.end())
    onCleanup(() => ahead?.end())
    return (
      <Show
        when={code()}
        fallback={
          <Dialog title={t().loading} onClose={() => props.onClose()}>
            <Show when={code.isMissing()} fallback={<Skeleton height="14rem" />}>
              <Failure message={t().errors.unreachable} onRetry={load} />
            </Show>
          </Dialog>
        }
      >
        {(module) => {
          const dialog = createComponent(module().default, props)
          if (ahead) onMount(() => ahead.give())
          return dialog
        }}
      </Show>
    )
  }
}
