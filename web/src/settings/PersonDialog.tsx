import { emailProblem, tidyEmail } from '@goshayesh/shared/email'
import { roles, type Role } from '@goshayesh/shared/permissions'
import { type JSX, Show } from 'solid-js'
import { unwrap } from 'solid-js/store'
import { createData } from '../data/createData.ts'
import { request } from '../data/request.ts'
import { revalidate, revisionOfSettings } from '../data/revision.ts'
import {
  type AccountFragment,
  CreateUserDocument,
  EditUserDocument,
  SettingsAgencyNamesDocument,
  SettingsPersonDocument,
} from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { PickField } from '../ui/PickField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { showToast } from '../ui/showToast.ts'
import { createDraft } from './createDraft.ts'
import { createSaving, type Problems } from './createSaving.ts'
import { FormFoot } from './FormFoot.tsx'
import { type Meeting, meetOthers, takeOverFields } from './meetOthers.ts'
import { SavingErrors } from './SavingErrors.tsx'
import { toastLeaver } from './toastLeaver.ts'
import { words } from './words.ts'

export interface PersonDialogProps {
  /** Nobody: a new account. */
  person?: AccountFragment
  onClose(): void
  onMade?(name: string, password: string): void
}

interface PersonFacts {
  name: string
  role: Role
  agencyCode: string
}

interface PersonDraft extends PersonFacts {
  email: string
  /** What it is written over; null: a new account. */
  seen: AccountFragment | null
}

/** Makes an account or changes one. */
export function PersonDialog(props: PersonDialogProps): JSX.Element {
  const saving = createSaving('person')
  const agencies = createData(SettingsAgencyNamesDocument, () => ({}), revisionOfSettings)
  // oxlint-disable-next-line solid/reactivity -- a dialog is about one person
  const person = props.person && structuredClone(unwrap(props.person))
  const [draft, setDraft, drop] = createDraft<PersonDraft>(`person.${person?.id ?? 'new'}`, {
    ...(person ? factsOf(person) : { name: '', role: 'OFFICIAL', agencyCode: '' }),
    email: '',
    seen: person ?? null,
  })
  const isOfficial = (): boolean => draft.role === 'OFFICIAL'
  const agencyCode = (): string | null => (isOfficial() ? draft.agencyCode : null)
  const checkEmail = (): Problems => {
    const problem = emailProblem(tidyEmail(draft.email))
    if (problem === null) return {}
    return { email: problem === 'NOT_LATIN' ? words().people.emailLatin : words().people.emailBad }
  }
  const check = (): Problems => ({
    ...(draft.name.trim() ? {} : { name: words().required }),
    ...(props.person ? {} : checkEmail()),
    ...(isOfficial() && !draft.agencyCode ? { agencyCode: words().people.agencyMissing } : {}),
  })
  const agencyNames = () =>
    (agencies.value?.agencies ?? []).map(({ code, name }) => ({ value: code, label: name }))
  const wordsOf = (field: keyof PersonFacts, of: PersonFacts): string => {
    if (field === 'role') return t().roles[of.role]
    if (field === 'name') return of.name
    return agencyNames().find(({ value }) => value === of.agencyCode)?.label ?? of.agencyCode
  }
  const meeting: Meeting<AccountFragment> = {
    seen: () => draft.seen ?? undefined,
    onSeen: (seen) => setDraft({ seen }),
    read: async () => (await request(SettingsPersonDocument, { id: person?.id ?? '' })).people[0],
    takeOver: (...sides) =>
      takeOverFields(
        unwrap(draft),
        (part) => setDraft(part),
        [factsOf(sides[0]), factsOf(sides[1])],
        (field, was, is) =>
          words().change(
            field === 'agencyCode' ? words().people.agency : words().people[field],
            wordsOf(field, was),
            wordsOf(field, is),
          ),
      ),
  }
  const leave = (): void => {
    drop()
    props.onClose()
  }
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    await saving.save(check, async () => {
      const { name, email, role } = draft
      if (person) {
        await meetOthers(meeting, async (expectedVersion) => {
          const input = {
            id: person.id,
            expectedVersion,
            name: draft.name,
            role: draft.role,
            agencyCode: agencyCode(),
          }
          await request(EditUserDocument, { input })
        })
        const toast = { text: words().people.savedDone(name) }
        const former = draft.seen?.agency?.code
        if (former && former !== agencyCode()) await toastLeaver(person.id, toast)
        else showToast(toast)
        leave()
      } else {
        const { createUser } = await request(CreateUserDocument, {
          input: { name, email, role, agencyCode: agencyCode() },
        })
        leave()
        props.onMade?.(name, createUser.temporaryPassword)
      }
      revalidate()
    })
  }
  return (
    <Dialog
      title={props.person ? words().editOf(props.person.name) : words().people.add}
      onClose={() => props.onClose()}
    >
      <form class="form" onSubmit={submit} novalidate>
        <SavingErrors saving={saving} />
        <TextField
          id={saving.idOf('name')}
          label={words().people.name}
          value={draft.name}
          error={saving.error('name')}
          autocomplete="off"
          onValue={(value) => setDraft('name', value)}
        />
        <Show when={!props.person}>
          <TextField
            id={saving.idOf('email')}
            label={words().people.email}
            value={draft.email}
            error={saving.error('email')}
            type="email"
            dir="ltr"
            autocomplete="off"
            onValue={(value) => setDraft('email', value)}
          />
        </Show>
        <Select
          id={saving.idOf('role')}
          label={words().people.role}
          value={draft.role}
          error={saving.error('role')}
          options={roles.map((value) => ({ value, label: t().roles[value] }))}
          onValue={(value) => setDraft('role', value as Role)}
        />
        <Show when={isOfficial()}>
          <PickField
            id={saving.idOf('agencyCode')}
            label={words().people.agency}
            hint={words().people.agencyHint}
            value={draft.agencyCode}
            error={saving.error('agencyCode')}
            options={agencyNames()}
            onValue={(value) => setDraft('agencyCode', value)}
          />
        </Show>
        <FormFoot busy={saving.busy()} onCancel={leave} />
      </form>
    </Dialog>
  )
}

function factsOf({ name, role, agency }: AccountFragment): PersonFacts {
  return { name, role, agencyCode: agency?.code ?? '' }
}
