import { createSignal, type JSX, onMount, Show } from 'solid-js'
import { createStore, unwrap } from 'solid-js/store'
import { createData } from '../data/createData.ts'
import { dropDraft, fitting, keepDraft, keptDraft } from '../data/drafts.ts'
import { RequestError } from '../data/RequestError.ts'
import { request } from '../data/request.ts'
import { revalidate, revisionOfSettings } from '../data/revision.ts'
import { calendar } from '../data/session.ts'
import {
  type Category,
  EditChoicesDocument,
  EditObstacleDocument,
  ObstacleDocument,
  type Severity,
} from '../gql/graphql.ts'
import { formatRef } from '../i18n/formatRef.ts'
import { t } from '../i18n/t.ts'
import { now } from '../now.ts'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { DialogFoot } from '../ui/DialogFoot.tsx'
import { Refusal } from '../ui/Refusal.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { TokenField } from '../ui/TokenField.tsx'
import { showToast } from '../ui/showToast.ts'
import type { DossierObstacle } from './DossierObstacle.ts'
import { undoing } from './tellStep.ts'
import {
  checkEdit,
  differences,
  type EditDraft,
  editDraftOf,
  type EditField,
  editFields,
  editInput,
  takeOver,
} from './editDraft.ts'

/** Corrects what was logged. Changes that others make meanwhile are shown, and what was typed stays. */
export default function EditDialog(props: { obstacle: DossierObstacle; onClose(): void }): JSX.Element {
  let version = props.obstacle.version
  let base = editDraftOf(unwrap(props.obstacle))
  const { id, ref } = props.obstacle
  const name = `edit.${id}`
  const kept = keptOf(keptDraft(name), base)
  const [draft, setDraft] = createStore<EditDraft>(takeOver(kept.draft, kept.base, base))
  const [errors, setErrors] = createSignal<Partial<Record<EditField, string>>>({})
  const [refusal, setRefusal] = createSignal('')
  const [changed, setChanged] = createSignal<string[]>([])
  const [busy, setBusy] = createSignal(false)
  const choices = createData(EditChoicesDocument, () => ({}), revisionOfSettings)
  const agencies = () =>
    (choices.value?.agencies ?? []).map(({ code, name }) => ({ value: code, label: name }))
  /** Those that had not ended when it was logged. */
  const milestones = () =>
    (choices.value?.milestones ?? []).filter(
      ({ subjectKind, dueAt }) =>
        subjectKind === null && Date.parse(dueAt) > Date.parse(props.obstacle.createdAt),
    )
  const today = () => calendar()?.dateAt(now()) ?? '1405-01-01'
  const set = <Field extends EditField>(field: Field, value: EditDraft[Field]): void => {
    setDraft({ [field]: value })
    keepDraft(name, { draft: unwrap(draft), base })
  }
  const fieldId = (field: EditField): string => `edit-${field}`
  const show = (found: Partial<Record<EditField, string>>): boolean => {
    setErrors(found)
    const first = editFields.find((field) => found[field])
    if (first) document.getElementById(fieldId(first))?.focus()
    return first === undefined
  }
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (busy() || !show(checkEdit(draft))) return
    setRefusal('')
    setBusy(true)
    try {
      if (await save()) {
        dropDraft(name)
        props.onClose()
      }
    } catch (error) {
      if (!(error instanceof RequestError)) throw error
      refuse(error)
    } finally {
      setBusy(false)
    }
  }
  /** False where others have changed what this changes, too: that is to be looked at first. */
  const save = async (): Promise<boolean> => {
    const [before, after] = [base, { ...unwrap(draft) }]
    if (differences(after, before).length === 0) return true
    try {
      const { editObstacle } = await request(EditObstacleDocument, {
        input: editInput({ id, version }, after, before),
      })
      revalidate()
      const undo = editInput(editObstacle.obstacle, before, after)
      showToast({
        text: t().steps.done.EDIT(formatRef(ref)),
        undo: () => void undoing(ref, () => request(EditObstacleDocument, { input: undo })),
      })
      return true
    } catch (error) {
      if (!(error instanceof RequestError) || error.code !== 'CONFLICT') throw error
      return (await meetOthers()) ? false : save()
    }
  }
  const refuse = (error: RequestError): void => {
    const named: Partial<Record<EditField, string>> = {}
    for (const { path, message } of error.fields) {
      const name = path.replace(/^input\./, '')
      if (Object.hasOwn(base, name)) named[name as EditField] = message
    }
    if (show(named)) setRefusal(error.message)
  }
  /** Takes over what others have changed meanwhile and tells it; false where that was nothing that stands here. */
  const meetOthers = async (): Promise<boolean> => {
    const { obstacle } = await request(ObstacleDocument, { ref })
    revalidate()
    if (!obstacle) throw new RequestError('NOT_FOUND', t().dossier.missingTitle)
    const current = editDraftOf(obstacle)
    const before = base
    setDraft(takeOver({ ...unwrap(draft) }, base, current))
    base = current
    version = obstacle.version
    keepDraft(name, { draft: unwrap(draft), base })
    return tellChanges(before)
  }
  const agencyNames = (codes: readonly string[]): string =>
    codes.map((code) => agencies().find(({ value }) => value === code)?.label ?? code).join(t().comma)
  const lineOf = (field: EditField, before: EditDraft, after: EditDraft): string =>
    t().dossier.change(nameOf(field), wordsOf(field, before), wordsOf(field, after))
  const wordsOf = (field: EditField, of: EditDraft): string => {
    if (field === 'category') return t().categories[of.category]
    if (field === 'severity') return t().severities[of.severity]
    if (field === 'affectedAgencyCodes') return agencyNames(of.affectedAgencyCodes)
    if (field !== 'milestoneId') return of[field]
    return milestones().find((milestone) => milestone.id === of.milestoneId)?.name ?? t().dossier.noMilestone
  }
  /** Says what others have changed since, so that nothing of theirs is overwritten unseen. */
  const tellChanges = (before: EditDraft): boolean => {
    const fields = differences(before, base)
    if (fields.length === 0) return false
    setChanged(fields.map((field) => lineOf(field, before, base)))
    setRefusal(t().dossier.changedMeanwhile)
    return true
  }
  onMount(() => tellChanges(kept.base))
  return (
    <Dialog title={t().dossier.editTitle(formatRef(ref))} onClose={() => props.onClose()}>
      <form class="form" onSubmit={submit} novalidate>
        <Show when={refusal()}>{(text) => <Refusal text={text()} lines={changed()} />}</Show>
        <TextField
          id={fieldId('title')}
          label={nameOf('title')}
          value={draft.title}
          error={errors().title}
          onValue={(value) => set('title', value)}
        />
        <Select
          id={fieldId('category')}
          label={nameOf('category')}
          value={draft.category}
          options={Object.entries(t().categories).map(([value, label]) => ({ value, label }))}
          onValue={(value) => set('category', value as Category)}
        />
        <Select
          id={fieldId('severity')}
          label={nameOf('severity')}
          value={draft.severity}
          options={Object.entries(t().severities).map(([value, label]) => ({ value, label }))}
          onValue={(value) => set('severity', value as Severity)}
        />
        <TokenField
          id={fieldId('affectedAgencyCodes')}
          label={t().dossier.affected}
          hint={t().log.affectedHint}
          optional
          values={draft.affectedAgencyCodes}
          options={agencies().filter(({ value }) => value !== props.obstacle.agency?.code)}
          error={errors().affectedAgencyCodes}
          onValues={(values) => set('affectedAgencyCodes', values)}
        />
        <TextArea
          id={fieldId('description')}
          label={nameOf('description')}
          optional
          rows={5}
          value={draft.description}
          error={errors().description}
          onValue={(value) => set('description', value)}
        />
        <Show when={milestones().length > 0}>
          <Select
            id={fieldId('milestoneId')}
            label={nameOf('milestoneId')}
            value={draft.milestoneId}
            error={errors().milestoneId}
            placeholder={t().dossier.noMilestone}
            options={milestones().map(({ id: value, name }) => ({ value, label: name }))}
            onValue={(value) => set('milestoneId', value)}
          />
        </Show>
        <Show when={props.obstacle.subjectKind === 'SINGLE_WINDOW'}>
          <TextField
            id={fieldId('windowStep')}
            label={nameOf('windowStep')}
            hint={t().log.windowStepHint}
            optional
            value={draft.windowStep}
            error={errors().windowStep}
            onValue={(value) => set('windowStep', value)}
          />
        </Show>
        <TextField
          id={fieldId('letterNumber')}
          label={nameOf('letterNumber')}
          optional
          value={draft.letterNumber}
          error={errors().letterNumber}
          onValue={(value) => set('letterNumber', value)}
        />
        <DateField
          id={fieldId('letterDate')}
          label={nameOf('letterDate')}
          optional
          today={today()}
          value={draft.letterDate}
          error={errors().letterDate}
          onValue={(value) => set('letterDate', value)}
        />
        <DialogFoot busy={busy()} submit={t().dossier.save} onCancel={() => props.onClose()} />
      </form>
    </Dialog>
  )
}

/** What was typed before a reload, and what it was typed over. */
function keptOf(kept: unknown, base: EditDraft): { draft: EditDraft; base: EditDraft } {
  const found = fitting<{ draft: object; base: object }>(kept, { draft: base, base })
  return { draft: fitting(found.draft, base), base: fitting(found.base, base) }
}

function nameOf(field: EditField): string {
  const { fields } = t().dossier
  return field === 'milestoneId' ? fields.milestone : fields[field]
}
