import { type JSX, Show } from 'solid-js'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Refusal } from '../ui/Refusal.tsx'
import type { Saving } from './createSaving.ts'

/** What keeps a form from being saved, above its fields; it takes the focus with each refused attempt. */
export function SavingErrors(props: { saving: Saving }): JSX.Element {
  const errors = () =>
    Object.entries(props.saving.problems()).map(([path, message]) => ({
      id: props.saving.idOf(path),
      message: [nameOf(props.saving.idOf(path)), message].filter(Boolean).join(': '),
    }))
  return (
    <>
      <Show when={errors().length > 0 && props.saving.attempt()} keyed>
        {(_attempt) => <ErrorSummary errors={errors()} />}
      </Show>
      <Show when={props.saving.refusal()}>
        {(message) => <Refusal text={message()} lines={props.saving.lines()} />}
      </Show>
    </>
  )
}

/** What the field is called: several may lack the same. */
function nameOf(id: string): string | undefined {
  const label = document.querySelector(`label[for="${CSS.escape(id)}"]`)
  return (label?.textContent ?? document.getElementById(id)?.getAttribute('aria-label'))?.trim()
}
