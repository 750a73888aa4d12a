import { createSignal, type JSX, Show } from 'solid-js'
import { request } from '../data/request.ts'
import { ResetPasswordDocument } from '../gql/graphql.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { createCopying } from './createCopying.ts'
import { createSaving } from './createSaving.ts'
import { FormFoot } from './FormFoot.tsx'
import { SavingErrors } from './SavingErrors.tsx'
import { words } from './words.ts'

export interface PasswordDialogProps {
  name: string
  /** The one just made with the account. */
  password?: string
  /** The account whose password is to be made anew first. */
  resets?: string
  onClose(): void
}

/** Shows a temporary password, this once. */
export function PasswordDialog(props: PasswordDialogProps): JSX.Element {
  const saving = createSaving('password')
  const [made, setMade] = createSignal<string>()
  const password = (): string | undefined => props.password ?? made()
  const reset = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    await saving.save(
      () => ({}),
      async () => {
        const { resetPassword } = await request(ResetPasswordDocument, { id: props.resets ?? '' })
        setMade(resetPassword.temporaryPassword)
      },
    )
  }
  const { copy, told } = createCopying(
    () => password() ?? '',
    () => words().people.copyFailed,
  )
  return (
    <Dialog
      title={words().people.passwordOf(props.name)}
      binding={password() !== undefined}
      onClose={() => props.onClose()}
    >
      <Show
        when={password()}
        fallback={
          <form class="form" onSubmit={reset} novalidate>
            <SavingErrors saving={saving} />
            <p>{words().people.resetText(props.name)}</p>
            <FormFoot
              busy={saving.busy()}
              submit={words().people.resetSubmit}
              onCancel={() => props.onClose()}
            />
          </form>
        }
      >
        {(text) => (
          <>
            <p>{words().people.passwordText}</p>
            <div class="secret">
              <output class="secret__text" aria-label={words().people.password} dir="ltr">
                {text()}
              </output>
              <Button icon="copy" onClick={copy}>
                {words().people.copy}
              </Button>
            </div>
            <p class="muted" role="status">
              {told()}
            </p>
            <div class="dialog__foot">
              <Button variant="primary" onClick={() => props.onClose()}>
                {words().people.understood}
              </Button>
            </div>
          </>
        )}
      </Show>
    </Dialog>
  )
}
