import { parseJalaliDate } from '@goshayesh/shared/jalali'
import { subjectKinds, type SubjectKind } from '@goshayesh/shared/policy'
import { type JSX, Show } from 'solid-js'
import { unwrap } from 'solid-js/store'
import { request } from '../data/request.ts'
import { revalidateAll } from '../data/revision.ts'
import { calendar } from '../data/session.ts'
import {
  DefineMilestoneDocument,
  EditMilestoneDocument,
  type EditMilestoneInput,
  PreviewMilestoneDocument,
  PreviewMilestoneEditDocument,
  SettingsMilestonesDocument,
  WithdrawMilestoneDocument,
} from '../gql/graphql.ts'
import { dateProblem } from '../i18n/dateProblem.ts'
import { localDigits } from '../i18n/formatNumber.ts'
import { t } from '../i18n/t.ts'
import { now } from '../now.ts'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { showToast } from '../ui/showToast.ts'
import { createDraft } from './createDraft.ts'
import { createSaving, type Problems } from './createSaving.ts'
import { FormFoot } from './FormFoot.tsx'
import { type Meeting, meetOthers, takeOverFields } from './meetOthers.ts'
import { nameToPreview } from './nameToPreview.ts'
import { MovesPreview } from './MovesPreview.tsx'
import { SavingErrors } from './SavingErrors.tsx'
import type { SettledMilestone } from './SettledMilestone.ts'
import { undoing } from './undoing.ts'
import { words } from './words.ts'

export interface MilestoneDialogProps {
  /** None: a new one. */
  milestone?: SettledMilestone
  onClose(): void
}

interface MilestoneFacts {
  name: string
  /** As typed. */
  dueDate: string
}

interface MilestoneDraft extends MilestoneFacts {
  subjectKind: SubjectKind | ''
  /** What it is written over; null: a new one. */
  seen: SettledMilestone | null
}

/** Sets a milestone or moves one, telling beforehand which deadlines go with it. */
export function MilestoneDialog(props: MilestoneDialogProps): JSX.Element {
  const saving = createSaving('milestone')
  // oxlint-disable-next-line solid/reactivity -- a dialog is about one milestone
  const before = props.milestone && structuredClone(unwrap(props.milestone))
  const [draft, setDraft, drop] = createDraft<MilestoneDraft>(`milestone.${before?.id ?? 'new'}`, {
    ...(before ? factsOf(before) : { name: '', dueDate: '' }),
    subjectKind: '',
    seen: before ?? null,
  })
  const today = (): string => calendar()?.dateAt(now()) ?? ''
  const dueDate = (): string | null => parseJalaliDate(draft.dueDate)
  const isMoved = (): boolean => dueDate() !== draft.seen?.dueDate
  const check = (): Problems => ({
    ...(draft.name.trim() ? {} : { name: words().required }),
    ...(dueDate() ? {} : { dueDate: dateProblem(draft.dueDate) }),
  })
  const definition = () => {
    const date = dueDate()
    const name = nameToPreview(draft.name)
    return date ? { input: { name, dueDate: date, subjectKind: draft.subjectKind || null } } : undefined
  }
  const change = () => {
    const date = dueDate()
    return before && date && isMoved() ? { input: { id: before.id, dueDate: date } } : undefined
  }
  const leave = (): void => {
    drop()
    props.onClose()
  }
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    await saving.save(check, async () => {
      const { name } = draft
      if (before) await meetOthers(meeting, (expectedVersion) => edit(before.id, expectedVersion))
      else {
        const input = { name, dueDate: dueDate() ?? '', subjectKind: draft.subjectKind || null }
        const { defineMilestone } = await request(DefineMilestoneDocument, { input })
        const { id } = defineMilestone.milestone
        showToast({
          text: words().milestones.definedDone(name, defineMilestone.movedDeadlines),
          undo: () => void undoing(async () => void (await request(WithdrawMilestoneDocument, { id }))),
        })
      }
      revalidateAll()
      leave()
    })
  }
  const edit = async (id: string, expectedVersion: number | undefined): Promise<void> => {
    const { name, seen } = unwrap(draft)
    const isElsewhere = isMoved()
    const date = (dueDate: string | null | undefined) => (isElsewhere && dueDate ? { dueDate } : {})
    const put = async (input: EditMilestoneInput) =>
      (await request(EditMilestoneDocument, { input })).editMilestone
    const { milestone, movedDeadlines } = await put({ id, expectedVersion, name, ...date(dueDate()) })
    const { version } = milestone
    const giveBack = () =>
      put({ id, expectedVersion: version, name: seen?.name ?? name, ...date(seen?.dueDate) })
    showToast({
      text: words().milestones.editedDone(name, movedDeadlines),
      undo: () => void undoing(async () => void (await giveBack())),
    })
  }
  const meeting: Meeting<SettledMilestone> = {
    seen: () => draft.seen ?? undefined,
    onSeen: (seen) => setDraft({ seen }),
    read: async () =>
      (await request(SettingsMilestonesDocument, {})).milestones.find(({ id }) => id === before?.id),
    takeOver: (...sides) =>
      takeOverFields(
        unwrap(draft),
        (part) => setDraft(part),
        [factsOf(sides[0]), factsOf(sides[1])],
        (field, was, is) => words().change(words().milestones[field], was[field], is[field]),
      ),
  }
  return (
    <Dialog
      title={before ? words().editOf(before.name) : words().milestones.add}
      onClose={() => props.onClose()}
    >
      <form class="form" onSubmit={submit} novalidate>
        <SavingErrors saving={saving} />
        <TextField
          id={saving.idOf('name')}
          label={words().milestones.name}
          hint={words().milestones.nameHint}
          value={draft.name}
          error={saving.error('name')}
          onValue={(name) => setDraft({ name })}
        />
        <DateField
          id={saving.idOf('dueDate')}
          label={words().milestones.dueDate}
          value={draft.dueDate}
          today={today()}
          error={saving.error('dueDate')}
          onValue={(text) => setDraft({ dueDate: text })}
        />
        <Show when={!before}>
          <Select
            id={saving.idOf('subjectKind')}
            label={words().milestones.subject}
            value={draft.subjectKind}
            placeholder={words().milestones.byHand}
            options={subjectKinds.map((value) => ({
              value,
              label: words().milestones.allOf(t().subjects[value]),
            }))}
            onValue={(value) => setDraft({ subjectKind: value as SubjectKind | '' })}
          />
        </Show>
        <Show
          when={before}
          fallback={<MovesPreview document={PreviewMilestoneDocument} variables={definition()} />}
        >
          <MovesPreview
            document={PreviewMilestoneEditDocument}
            variables={change()}
            waiting={isMoved() ? words().preview.waiting : words().preview.none}
          />
        </Show>
        <FormFoot busy={saving.busy()} onCancel={leave} />
      </form>
    </Dialog>
  )
}

function factsOf({ name, dueDate }: SettledMilestone): MilestoneFacts {
  return { name, dueDate: localDigits(dueDate.replaceAll('-', '/')) }
}
