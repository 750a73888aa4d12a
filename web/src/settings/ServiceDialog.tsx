import { type JSX, Show } from 'solid-js'
import { request } from '../data/request.ts'
import { revalidateAll } from '../data/revision.ts'
import { AddServiceDocument, EditServiceDocument } from '../gql/graphql.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { showToast } from '../ui/showToast.ts'
import { checkNames, NameFields } from './AgencyFields.tsx'
import { createDraft } from './createDraft.ts'
import { createSaving } from './createSaving.ts'
import { FormFoot } from './FormFoot.tsx'
import { SavingErrors } from './SavingErrors.tsx'
import type { SettledService } from './SettledAgency.ts'
import { undoing } from './undoing.ts'
import { words } from './words.ts'

export interface ServiceDialogProps {
  agencyCode: string
  /** None: a new one. */
  service?: SettledService
  onClose(): void
}

/** Adds a service to an agency or changes one. */
export function ServiceDialog(props: ServiceDialogProps): JSX.Element {
  const saving = createSaving('service')
  // oxlint-disable-next-line solid/reactivity -- a dialog is about one service
  const before = factsOf(props.service)
  // oxlint-disable-next-line solid/reactivity
  const [draft, setDraft, drop] = createDraft(`service.${props.service?.code ?? props.agencyCode}`, {
    ...before,
    // oxlint-disable-next-line solid/reactivity
    code: props.service?.code ?? `${props.agencyCode}-`,
  })
  const leave = (): void => {
    drop()
    props.onClose()
  }
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const { code } = draft
    const isEdit = props.service !== undefined
    const isSaved = await saving.save(
      () => ({
        ...checkNames(draft),
        ...(isEdit || /^[a-z0-9-]*[a-z0-9]$/.test(code) ? {} : { code: words().agencies.codeBad }),
      }),
      async () => {
        if (isEdit) await request(EditServiceDocument, { input: { ...draft } })
        else await request(AddServiceDocument, { input: { ...draft, agencyCode: props.agencyCode } })
      },
    )
    if (!isSaved) return
    const giveBack = async (): Promise<void> =>
      void (await request(EditServiceDocument, { input: { code, ...before } }))
    revalidateAll()
    showToast({ text: words().saved, ...(isEdit ? { undo: () => void undoing(giveBack) } : {}) })
    leave()
  }
  return (
    <Dialog
      title={props.service ? words().editOf(props.service.name) : words().agencies.addService}
      onClose={() => props.onClose()}
    >
      <form class="form" onSubmit={submit} novalidate>
        <SavingErrors saving={saving} />
        <NameFields saving={saving} value={draft} onValue={(part) => setDraft(part)} />
        <Show when={!props.service}>
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
        </Show>
        <Select
          id={saving.idOf('audience')}
          label={words().agencies.audience}
          value={draft.audience}
          error={saving.error('audience')}
          options={Object.entries(words().agencies.audiences).map(([value, label]) => ({ value, label }))}
          onValue={(audience) => setDraft({ audience })}
        />
        <Select
          id={saving.idOf('channel')}
          label={words().agencies.channel}
          value={draft.channel}
          error={saving.error('channel')}
          options={Object.entries(words().agencies.channels).map(([value, label]) => ({ value, label }))}
          onValue={(channel) => setDraft({ channel })}
        />
        <label class="check">
          <input
            type="checkbox"
            checked={draft.inSingleWindow}
            onChange={(event) => setDraft({ inSingleWindow: event.currentTarget.checked })}
          />
          {words().agencies.inSingleWindow}
        </label>
        <FormFoot busy={saving.busy()} onCancel={leave} />
      </form>
    </Dialog>
  )
}

function factsOf(service: SettledService | undefined): Omit<SettledService, 'code' | 'name'> {
  return {
    nameFa: service?.nameFa ?? '',
    nameEn: service?.nameEn ?? '',
    audience: service?.audience ?? 'citizen',
    channel: service?.channel ?? 'online',
    inSingleWindow: service?.inSingleWindow ?? false,
  }
}
