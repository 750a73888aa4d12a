import { type JSX, Show } from 'solid-js'
import { unwrap } from 'solid-js/store'
import { request } from '../data/request.ts'
import { revalidateAll } from '../data/revision.ts'
import { AddServiceDocument, EditServiceDocument, SettingsAgencyDocument } from '../gql/graphql.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { showToast } from '../ui/showToast.ts'
import { checkNames, NameFields } from './AgencyFields.tsx'
import { createDraft } from './createDraft.ts'
import { createSaving } from './createSaving.ts'
import { FormFoot } from './FormFoot.tsx'
import { type Meeting, meetOthers, takeOverFields } from './meetOthers.ts'
import { SavingErrors } from './SavingErrors.tsx'
import type { SettledService } from './SettledAgency.ts'
import { undoing } from './undoing.ts'
import { wordOf, words } from './words.ts'

export interface ServiceDialogProps {
  agencyCode: string
  /** None: a new one. */
  service?: SettledService
  onClose(): void
}

type ServiceFacts = Omit<SettledService, 'code' | 'version' | 'name'>

interface ServiceDraft extends ServiceFacts {
  code: string
  /** What it is written over; null: a new one. */
  seen: SettledService | null
}

/** Adds a service to an agency or changes one. */
export function ServiceDialog(props: ServiceDialogProps): JSX.Element {
  const saving = createSaving('service')
  // oxlint-disable-next-line solid/reactivity -- a dialog is about one service
  const service = props.service && structuredClone(unwrap(props.service))
  // oxlint-disable-next-line solid/reactivity
  const [draft, setDraft, drop] = createDraft<ServiceDraft>(`service.${service?.code ?? props.agencyCode}`, {
    ...factsOf(service),
    // oxlint-disable-next-line solid/reactivity
    code: service?.code ?? `${props.agencyCode}-`,
    seen: service ?? null,
  })
  const wordsOf = (field: keyof ServiceFacts, of: ServiceFacts): string => {
    if (field === 'audience') return wordOf(words().agencies.audiences, of.audience)
    if (field === 'channel') return wordOf(words().agencies.channels, of.channel)
    return field === 'inSingleWindow' ? words().yesOrNo(of.inSingleWindow) : of[field]
  }
  const meeting: Meeting<SettledService> = {
    seen: () => draft.seen ?? undefined,
    onSeen: (seen) => setDraft({ seen }),
    read: async () => {
      const { agency } = await request(SettingsAgencyDocument, { code: props.agencyCode })
      return agency?.services.find(({ code }) => code === service?.code)
    },
    takeOver: (...sides) =>
      takeOverFields(
        unwrap(draft),
        (part) => setDraft(part),
        [factsOf(sides[0]), factsOf(sides[1])],
        (field, was, is) => words().change(words().agencies[field], wordsOf(field, was), wordsOf(field, is)),
      ),
  }
  const put = async (facts: ServiceFacts, expectedVersion: number | undefined): Promise<number> => {
    const input = { ...facts, code: draft.code, expectedVersion }
    return (await request(EditServiceDocument, { input })).editService.service.version
  }
  const leave = (): void => {
    drop()
    props.onClose()
  }
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const { code } = draft
    const isEdit = service !== undefined
    let version: number | undefined
    const isSaved = await saving.save(
      () => ({
        ...checkNames(draft),
        ...(isEdit || /^[a-z0-9-]*[a-z0-9]$/.test(code) ? {} : { code: words().agencies.codeBad }),
      }),
      async () => {
        const facts = factsOf(unwrap(draft))
        if (isEdit) await meetOthers(meeting, async (expected) => void (version = await put(facts, expected)))
        else await request(AddServiceDocument, { input: { ...facts, code, agencyCode: props.agencyCode } })
      },
    )
    if (!isSaved) return
    const before = factsOf(unwrap(draft).seen ?? undefined)
    const giveBack = async (): Promise<void> => void (await put(before, version))
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

function factsOf(service: ServiceFacts | undefined): ServiceFacts {
  return {
    nameFa: service?.nameFa ?? '',
    nameEn: service?.nameEn ?? '',
    audience: service?.audience ?? 'citizen',
    channel: service?.channel ?? 'online',
    inSingleWindow: service?.inSingleWindow ?? false,
  }
}
