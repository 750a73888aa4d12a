import type { JSX } from 'solid-js'
import { request } from '../data/request.ts'
import { revalidateAll } from '../data/revision.ts'
import { AddAgencyDocument } from '../gql/graphql.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import { showToast } from '../ui/showToast.ts'
import { type AgencyFacts, AgencyFields, checkNames } from './AgencyFields.tsx'
import { createDraft } from './createDraft.ts'
import { createSaving } from './createSaving.ts'
import { FormFoot } from './FormFoot.tsx'
import { SavingErrors } from './SavingErrors.tsx'
import { words } from './words.ts'

/** A new agency; it begins with the stage before the first. */
export function AgencyDialog(props: { onClose(): void; onAdded(code: string): void }): JSX.Element {
  const saving = createSaving('new-agency')
  const [draft, setDraft, drop] = createDraft<AgencyFacts & { code: string }>('agency.new', {
    code: '',
    nameFa: '',
    nameEn: '',
    kind: 'general-directorate',
    field: 'GOVERNANCE',
  })
  const leave = (): void => {
    drop()
    props.onClose()
  }
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const { code } = draft
    const isSaved = await saving.save(
      () => ({
        ...checkNames(draft),
        ...(/^[a-z0-9-]+$/.test(code) ? {} : { code: words().agencies.codeBad }),
      }),
      async () => void (await request(AddAgencyDocument, { input: { ...draft } })),
    )
    if (!isSaved) return
    revalidateAll()
    showToast({ text: words().saved })
    leave()
    props.onAdded(code)
  }
  return (
    <Dialog title={words().agencies.add} onClose={() => props.onClose()}>
      <form class="form" onSubmit={submit} novalidate>
        <SavingErrors saving={saving} />
        <AgencyFields saving={saving} value={draft} onValue={(part) => setDraft(part)} />
        <TextField
          id={saving.idOf('code')}
          label={words().agencies.code}
          hint={words().agencies.codeHint}
          dir="ltr"
          autocomplete="off"
          value={draft.code}
          error={saving.error('code')}
          onValue={(code) => setDraft({ code })}
        />
        <FormFoot busy={saving.busy()} onCancel={leave} />
      </form>
    </Dialog>
  )
}
