import { createSignal, type JSX, Show } from 'solid-js'
import { dropDraft, fitting, keepDraft, keptDraft } from '../data/drafts.ts'
import { RequestError } from '../data/RequestError.ts'
import { revalidate } from '../data/revision.ts'
import type { CardFragment } from '../gql/graphql.ts'
import { formatRef } from '../i18n/formatRef.ts'
import { t } from '../i18n/t.ts'
import type { Person } from '../obstacles/PeoplePicks.tsx'
import { PersonField } from '../obstacles/PersonField.tsx'
import { checkStep, emptyDraft } from '../obstacles/stepAnswers.ts'
import { takeStep } from '../obstacles/takeStep.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { DialogFoot } from '../ui/DialogFoot.tsx'
import { Refusal } from '../ui/Refusal.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { showToast } from '../ui/showToast.ts'

export interface AssignManyDialogProps {
  obstacles: readonly CardFragment[]
  onAssigned(obstacle: CardFragment): void
  onClose(): void
}

const DRAFT = 'assign-many'

/** Gives several obstacles to one person, each by a step of its own; what is refused is said and stays selected. */
export default function AssignManyDialog(props: AssignManyDialogProps): JSX.Element {
  const [owner, setOwner] = createSignal<Person>()
  const [note, setNote] = createSignal(fitting(keptDraft(DRAFT), { note: '' }).note)
  const [errors, setErrors] = createSignal<Partial<Record<string, string>>>({})
  const [refused, setRefused] = createSignal<string[]>([])
  const [busy, setBusy] = createSignal(false)
  const write = (text: string): void => {
    setNote(text)
    keepDraft(DRAFT, { note: text })
  }
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const found = checkStep('ASSIGN', { ...emptyDraft, owner: owner(), note: note() }, false)
    setErrors(found)
    if (busy() || Object.keys(found).length > 0) return
    setBusy(true)
    setRefused([])
    const asked = [...props.obstacles]
    for (const obstacle of asked) await assign(obstacle)
    setBusy(false)
    revalidate()
    const done = asked.length - refused().length
    if (done > 0) showToast({ text: t().list.assigned(done) })
    if (refused().length > 0) return
    dropDraft(DRAFT)
    props.onClose()
  }
  const assign = async (obstacle: CardFragment): Promise<void> => {
    try {
      const ownerId = owner()?.id ?? ''
      props.onAssigned(await takeStep('ASSIGN', obstacle, { ownerId, note: note().trim() || null }))
    } catch (error) {
      if (!(error instanceof RequestError)) throw error
      const message = error.fields[0]?.message ?? error.message
      setRefused((before) => [...before, `${formatRef(obstacle.ref)}: ${message}`])
    }
  }
  return (
    <Dialog title={t().list.assign(props.obstacles.length)} onClose={() => props.onClose()}>
      <form class="form" onSubmit={submit} novalidate>
        <Show when={refused().length > 0}>
          <Refusal text={t().list.refused(refused().length)} lines={refused()} />
        </Show>
        <PersonField
          id="assign-owner"
          label={t().steps.owner}
          error={errors()['owner']}
          chosen={owner()}
          onChoose={setOwner}
        />
        <TextArea
          id="assign-note"
          label={t().steps.note}
          optional
          rows={3}
          error={errors()['note']}
          value={note()}
          onValue={write}
        />
        <DialogFoot busy={busy()} submit={t().steps.names.ASSIGN} onCancel={() => props.onClose()} />
      </form>
    </Dialog>
  )
}
