import { type JSX, Show } from 'solid-js'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Refusal } from '../ui/Refusal.tsx'
import type { Saving } from './createSaving.ts'

/** What keeps a form from being saved, above its fields; it takes the focus with each refused attempt. */
export function SavingErrors(props: { saving: Saving }): JSX.Element {
  const errors = () =>
    Object.entries(props.saving.problems()).map(([path, message]) => ({
      id: props.saving.idOf(path),
      message,
    }))
  return (
    <>
      <Show when={errors().length > 0 && props.saving.attempt()} keyed>
        {(_attempt) => <ErrorSummary errors={errors()} />}
      </Show>
      <Show when={props.saving.refusal()}>{(message) => <Refusal text={message()} />}</Show>
    </>
  )
}
