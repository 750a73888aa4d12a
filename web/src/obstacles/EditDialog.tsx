import { createSignal, For, type JSX, Show } from 'solid-js'
import { createStore, unwrap } from 'solid-js/store'
import { createData } from '../data/createData.ts'
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
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { TokenField } from '../ui/TokenField.tsx'
import { showToast } from '../ui/Toasts.tsx'
import type { DossierObstacle } from './DossierObstacle.ts'
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
export function EditDialog(props: { obstacle: DossierObstacle; onClose(): void }): JSX.Element {
  let version = props.obstacle.version
  let base = editDraftOf(unwrap(props.obstacle))
  const { id, ref } = props.obstacle
  const [draft, setDraft] = createStore<EditDraft>({ ...base })
  const [errors, setErrors] = createSignal<Partial<Record<EditField, string>>>({})
  const [refusal, setRefusal] = createSignal('')
  const [changed, setChanged] = createSignal<string[]>([])
  const [busy, setBusy] = createSignal(false)
  const choices = createData(EditChoicesDocument, () => ({}), revisionOfSettings)
  const agencies = () =>
    (choices.value?.agencies ?? []).map(({ code, name }) => ({ value: code, label: name }))
  const milestones = () => (choices.value?.milestones ?? []).filter(({ subjectKind }) => subjectKind === null)
  const today = () => calendar()?.dateAt(now()) ?? '1405-01-01'
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
      if (differences(draft, base).length > 0) {
        await request(EditObstacleDocument, { input: editInput({ id, version }, { ...unwrap(draft) }, base) })
        revalidate()
        showToast({ text: t().steps.done.EDIT(formatRef(ref)) })
      }
      props.onClose()
    } catch (error) {
      if (!(error instanceof RequestError)) throw error
      await refuse(error)
    } finally {
      setBusy(false)
    }
  }
  const refuse = async (error: RequestError): Promise<void> => {
    if (error.code === 'CONFLICT') return meetOthers()
    const named: Partial<Record<EditField, string>> = {}
    for (const { path, message } of error.fields) {
      const name = path.replace(/^input\./, '')
      if (Object.hasOwn(base, name)) named[name as EditField] = message
    }
    if (show(named)) setRefusal(error.message)
  }
  const meetOthers = async (): Promise<void> => {
    const { obstacle } = await request(ObstacleDocument, { ref })
    revalidate()
    if (!obstacle) return
    const current = editDraftOf(obstacle)
    setChanged(differences(base, current).map((field) => lineOf(field, base, current)))
    setDraft(takeOver({ ...unwrap(draft) }, base, current))
    setRefusal(t().dossier.changedMeanwhile)
    base = current
    version = obstacle.version
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
  return (
    <Dialog title={t().dossier.editTitle(formatRef(ref))} onClose={() => props.onClose()}>
      <form class="form" onSubmit={submit} novalidate>
        <Show when={refusal()}>
          <div class="callout callout--soon" role="alert">
            <p>{refusal()}</p>
            <ul>
              <For each={changed()}>{(line) => <li dir="auto">{line}</li>}</For>
            </ul>
          </div>
        </Show>
        <TextField
          id={fieldId('title')}
          label={nameOf('title')}
          value={draft.title}
          error={errors().title}
          onValue={(value) => setDraft('title', value)}
        />
        <Select
          id={fieldId('category')}
          label={nameOf('category')}
          value={draft.category}
          options={Object.entries(t().categories).map(([value, label]) => ({ value, label }))}
          onValue={(value) => setDraft('category', value as Category)}
        />
        <Select
          id={fieldId('severity')}
          label={nameOf('severity')}
          value={draft.severity}
          options={Object.entries(t().severities).map(([value, label]) => ({ value, label }))}
          onValue={(value) => setDraft('severity', value as Severity)}
        />
        <TokenField
          id={fieldId('affectedAgencyCodes')}
          label={t().dossier.affected}
          hint={t().log.affectedHint}
          optional
          values={draft.affectedAgencyCodes}
          options={agencies().filter(({ value }) => value !== props.obstacle.agency?.code)}
          error={errors().affectedAgencyCodes}
          onValues={(values) => setDraft('affectedAgencyCodes', values)}
        />
        <TextArea
          id={fieldId('description')}
          label={nameOf('description')}
          optional
          rows={5}
          value={draft.description}
          error={errors().description}
          onValue={(value) => setDraft('description', value)}
        />
        <Show when={milestones().length > 0}>
          <Select
            id={fieldId('milestoneId')}
            label={nameOf('milestoneId')}
            value={draft.milestoneId}
            error={errors().milestoneId}
            placeholder={t().dossier.noMilestone}
            options={milestones().map(({ id: value, name }) => ({ value, label: name }))}
            onValue={(value) => setDraft('milestoneId', value)}
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
            onValue={(value) => setDraft('windowStep', value)}
          />
        </Show>
        <TextField
          id={fieldId('letterNumber')}
          label={nameOf('letterNumber')}
          optional
          value={draft.letterNumber}
          error={errors().letterNumber}
          onValue={(value) => setDraft('letterNumber', value)}
        />
        <DateField
          id={fieldId('letterDate')}
          label={nameOf('letterDate')}
          optional
          today={today()}
          value={draft.letterDate}
          error={errors().letterDate}
          onValue={(value) => setDraft('letterDate', value)}
        />
        <div class="dialog__foot">
          <Button type="submit" variant="primary" busy={busy()}>
            {t().dossier.save}
          </Button>
          <Button variant="quiet" onClick={() => props.onClose()}>
            {t().cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function nameOf(field: EditField): string {
  const { fields } = t().dossier
  return field === 'milestoneId' ? fields.milestone : fields[field]
}
