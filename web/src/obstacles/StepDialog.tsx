import { createSignal, type JSX, Show, untrack } from 'solid-js'
import { createStore, unwrap } from 'solid-js/store'
import { createData } from '../data/createData.ts'
import { civilDateText } from '../data/dateText.ts'
import { dropDraft, fitting, keepDraft, keptDraft } from '../data/drafts.ts'
import { RequestError } from '../data/RequestError.ts'
import { request } from '../data/request.ts'
import { revalidate } from '../data/revision.ts'
import { viewer } from '../data/session.ts'
import { type CardFragment, ObstacleByRefDocument, PendingExtensionDocument } from '../gql/graphql.ts'
import { formatRef, parseRef } from '../i18n/formatRef.ts'
import { t } from '../i18n/t.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { DialogFoot } from '../ui/DialogFoot.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Refusal } from '../ui/Refusal.tsx'
import { changesSince } from './changesSince.ts'
import { isOnRecord, isUnanswered } from './isOnRecord.ts'
import {
  answersOf,
  checkStep,
  emptyDraft,
  fieldOfPath,
  fieldsOf,
  type StepDraft,
  type StepField,
} from './stepAnswers.ts'
import { tellStep } from './tellStep.ts'
import { asksNothing } from './moves.ts'
import type { Step, StepAnswers, StepTarget } from './Step.ts'
import { StepFields, type StepFieldsProps, stepFieldId } from './StepFields.tsx'
import { takeStep } from './takeStep.ts'
import { Said } from './Said.tsx'

export interface StepDialogProps {
  step: Step
  obstacle: StepTarget
  onClose(): void
  onDone?(obstacle: CardFragment): void
}

/** Asks for what a step needs, and takes it. Neither closing the dialog nor a reload loses what was typed. */
export default function StepDialog(props: StepDialogProps): JSX.Element {
  const name = `step.${props.step}.${props.obstacle.id}`
  const [draft, setDraft] = createStore<StepDraft>({ ...fitting(keptDraft(name), emptyDraft) })
  const [errors, setErrors] = createSignal<Partial<Record<StepField, string>>>({})
  const [refusal, setRefusal] = createSignal('')
  const [changed, setChanged] = createSignal<string[]>([])
  // What the person has seen: a step is taken on that, however live the page behind is.
  let seen = untrack(() => ({ version: props.obstacle.version, updatedAt: props.obstacle.updatedAt }))
  let before: Pick<CardFragment, 'owner'>
  let isUncertain = false
  const [busy, setBusy] = createSignal(false)
  const noteNeeded = (): boolean =>
    (props.step === 'ACKNOWLEDGE' || props.step === 'START') &&
    !asksNothing(props.step, props.obstacle, viewer()?.id ?? '')
  const pending = createData(PendingExtensionDocument, () =>
    props.step === 'DECIDE_EXTENSION' ? { id: props.obstacle.id } : undefined,
  )
  const extension = () => pending.value?.obstacle?.extensions.find(({ decision }) => decision === 'PENDING')
  const set: StepFieldsProps['onAnswer'] = (field, value) => {
    setDraft({ [field]: value })
    keepDraft(name, unwrap(draft))
    if (errors()[field]) setErrors({ ...errors(), [field]: undefined })
  }
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (busy()) return
    setRefusal('')
    setChanged([])
    if (!show(checkStep(props.step, draft, noteNeeded()))) return
    setBusy(true)
    before = { owner: unwrap(props.obstacle).owner }
    try {
      const obstacle = await takeStep(
        props.step,
        { id: props.obstacle.id, version: seen.version },
        {
          ...answersOf(draft),
          ...(await lookedUp()),
        },
      )
      leave(obstacle)
    } catch (error) {
      if (error instanceof RequestError) await refuse(error)
      else if (error instanceof FieldProblem) show({ [error.field]: error.message })
      else throw error
    } finally {
      setBusy(false)
    }
  }
  const leave = (obstacle: CardFragment): void => {
    dropDraft(name)
    revalidate()
    tellStep(props.step, before, obstacle)
    props.onDone?.(obstacle)
    props.onClose()
  }
  /** Answers that only the server knows. */
  const lookedUp = async (): Promise<Partial<StepAnswers>> => {
    if (props.step === 'DECIDE_EXTENSION') {
      const asked = extension()
      if (!asked) throw new FieldProblem('approve', t().steps.nothingPending)
      return { extensionId: asked.id }
    }
    if (props.step !== 'MERGE') return {}
    const ref = parseRef(draft.into)
    if (ref === props.obstacle.ref) throw new FieldProblem('into', t().validation.refSame)
    const { obstacle } = await request(ObstacleByRefDocument, { ref: ref ?? '' })
    if (!obstacle) throw new FieldProblem('into', t().validation.refMissing)
    return { intoId: obstacle.id }
  }
  const refuse = async (error: RequestError): Promise<void> => {
    if (error.code === 'CONFLICT') return meetOthers()
    isUncertain ||= isUnanswered(error)
    const named: Partial<Record<StepField, string>> = {}
    for (const { path, message } of error.fields) {
      const field = fieldOfPath(path)
      if (field) named[field] = message
    }
    if (show(named)) setRefusal(error.message)
    if (error.code === 'NOT_ALLOWED_NOW') revalidate()
  }
  /** Says who did what meanwhile; what was typed stays, and sending it again is a choice. */
  const meetOthers = async (): Promise<void> => {
    const current = await changesSince(props.obstacle.id, seen.updatedAt).catch(() => undefined)
    if (current && isUncertain && isOnRecord(props.step, viewer()?.id, current.events))
      return leave(current.obstacle)
    revalidate()
    if (current) seen = current.obstacle
    setChanged(current?.lines ?? [])
    setRefusal(t().steps.changedMeanwhile)
  }
  /** Puts the errors to their fields and goes to the first; true where there are none. */
  const show = (found: Partial<Record<StepField, string>>): boolean => {
    setErrors(found)
    const first = fieldsOf[props.step].find((field) => found[field])
    if (first) document.getElementById(stepFieldId(first))?.focus()
    return first === undefined
  }
  return (
    <Dialog title={t().steps.names[props.step]} onClose={() => props.onClose()}>
      <p class="dialog__about">
        <bdi class="ref">{formatRef(props.obstacle.ref)}</bdi> · <Said text={props.obstacle.title} />
      </p>
      <form class="form" onSubmit={submit} novalidate>
        <Show when={refusal()}>{(text) => <Refusal text={text()} lines={changed()} />}</Show>
        <Show when={props.step === 'DECIDE_EXTENSION' && extension()}>
          {(asked) => (
            <div class="callout callout--soon">
              <p class="callout__title">
                <Icon name="calendar-clock" />
                {t().steps.extensionUntil} {civilDateText(asked().until)}
              </p>
              <p>
                <bdi>{asked().requestedBy.name}</bdi>: <Said text={asked().reason} />
              </p>
            </div>
          )}
        </Show>
        <StepFields
          step={props.step}
          obstacle={props.obstacle}
          draft={draft}
          errors={errors()}
          noteNeeded={noteNeeded()}
          onAnswer={set}
        />
        <DialogFoot busy={busy()} submit={t().steps.names[props.step]} onCancel={() => props.onClose()} />
      </form>
    </Dialog>
  )
}

class FieldProblem extends Error {
  readonly field: StepField

  constructor(field: StepField, message: string) {
    super(message)
    this.field = field
  }
}
