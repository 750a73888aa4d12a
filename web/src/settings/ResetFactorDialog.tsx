import type { JSX } from 'solid-js'
import { request } from '../data/request.ts'
import { revalidate } from '../data/revision.ts'
import { ResetSecondFactorDocument } from '../gql/graphql.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { showToast } from '../ui/showToast.ts'
import { createSaving } from './createSaving.ts'
import { FormFoot } from './FormFoot.tsx'
import { SavingErrors } from './SavingErrors.tsx'
import { words } from './words.ts'

/** Turns off the second factor of somebody who has lost the device. */
export function ResetFactorDialog(props: { id: string; name: string; onClose(): void }): JSX.Element {
  const saving = createSaving('reset-factor')
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    await saving.save(
      () => ({}),
      async () => {
        const { id, name } = props
        await request(ResetSecondFactorDocument, { id })
        revalidate()
        showToast({ text: words().factor.resetDone(name) })
        props.onClose()
      },
    )
  }
  return (
    <Dialog title={words().factor.resetOf(props.name)} onClose={() => props.onClose()}>
      <form class="form" onSubmit={submit} novalidate>
        <SavingErrors saving={saving} />
        <p>{words().factor.resetText(props.name)}</p>
        <FormFoot busy={saving.busy()} submit={words().factor.turnOff} onCancel={() => props.onClose()} />
      </form>
    </Dialog>
  )
}
