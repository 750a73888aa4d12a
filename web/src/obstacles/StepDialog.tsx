import { createMemo, createSignal, For, type JSX, Match, Show, Switch, untrack } from 'solid-js'
import { createStore, unwrap } from 'solid-js/store'
import { createData } from '../data/createData.ts'
import { civilDateText, dateText } from '../data/dateText.ts'
import { dropDraft, fitting, keepDraft, keptDraft } from '../data/drafts.ts'
import { RequestError } from '../data/RequestError.ts'
import { request } from '../data/request.ts'
import { revalidate } from '../data/revision.ts'
import { calendar, viewer } from '../data/session.ts'
import {
  type CardFragment,
  type DeadlineKind,
  ObstacleByRefDocument,
  PendingExtensionDocument,
  type WaitingOn,
} from '../gql/graphql.ts'
import { formatRef, parseRef } from '../i18n/formatRef.ts'
import { localText } from '../i18n/localText.ts'
import { t } from '../i18n/t.ts'
import { now } from '../now.ts'
import { createPaused } from '../ui/createPaused.ts'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { DialogFoot } from '../ui/DialogFoot.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { changesSince } from './changesSince.ts'
import { PersonField } from './PersonField.tsx'
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
import type { Step, StepAnswers } from './Step.ts'
import { takeStep } from './takeStep.ts'

/** The part of an obstacle that a step is taken on. */
export type StepTarget = Pick<
  CardFragment,
  'id' | 'ref' | 'title' | 'version' | 'updatedAt' | 'owner' | 'agency' | 'nextDeadline'
>

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
  const [busy, setBusy] = createSignal(false)
  const today = createMemo(() => calendar()?.dateAt(now()) ?? '1405-01-01')
  const noteNeeded = (): boolean =>
    (props.step === 'ACKNOWLEDGE' || props.step === 'START') &&
    !asksNothing(props.step, props.obstacle, viewer()?.id ?? '')
  const pending = createData(PendingExtensionDocument, () =>
    props.step === 'DECIDE_EXTENSION' ? { id: props.obstacle.id } : undefined,
  )
  const extension = () => pending.value?.obstacle?.extensions.find(({ decision }) => decision === 'PENDING')
  /** When the deadline that is to be extended ends now, as far as the card tells. */
  const dueNow = (): string => {
    const { nextDeadline } = props.obstacle
    const { hint } = t().dateField
    if (nextDeadline?.kind !== draft.kind) return hint
    return `${t().steps.endsNow(dateText(Date.parse(nextDeadline.dueAt), { year: true }))} ${hint}`
  }
  const mainRef = () => (props.step === 'MERGE' ? parseRef(draft.into) : undefined)
  const soughtRef = createPaused(mainRef)
  const mainFound = createData(ObstacleByRefDocument, () => {
    const ref = soughtRef()
    return ref ? { ref } : undefined
  })
  /** What the number names, so that nobody merges into another by a slip: no step leads back. */
  const main = () =>
    mainRef() && mainRef() === soughtRef() && !mainFound.loading ? mainFound.value?.obstacle : undefined
  const id = (field: StepField): string => `step-${field}`
  const set = <Field extends StepField>(field: Field, value: StepDraft[Field]): void => {
    setDraft({ [field]: value })
    keepDraft(name, unwrap(draft))
  }
  const text = (field: 'note' | 'party' | 'reason' | 'until' | 'solution' | 'into' | 'text') => ({
    id: id(field),
    value: draft[field],
    error: errors()[field],
    onValue: (value: string) => set(field, value),
  })
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (busy()) return
    setRefusal('')
    setChanged([])
    if (!show(checkStep(props.step, draft, noteNeeded()))) return
    setBusy(true)
    const before = { owner: unwrap(props.obstacle).owner }
    try {
      const obstacle = await takeStep(
        props.step,
        { id: props.obstacle.id, version: seen.version },
        {
          ...answersOf(draft),
          ...(await lookedUp()),
        },
      )
      dropDraft(name)
      revalidate()
      tellStep(props.step, before, obstacle)
      props.onDone?.(obstacle)
      props.onClose()
    } catch (error) {
      if (error instanceof RequestError) await refuse(error)
      else if (error instanceof FieldProblem) show({ [error.field]: error.message })
      else throw error
    } finally {
      setBusy(false)
    }
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
    revalidate()
    if (current) seen = current.obstacle
    setChanged(current?.lines ?? [])
    setRefusal(t().steps.changedMeanwhile)
  }
  /** Puts the errors to their fields and goes to the first; true where there are none. */
  const show = (found: Partial<Record<StepField, string>>): boolean => {
    setErrors(found)
    const first = fieldsOf[props.step].find((field) => found[field])
    if (first) document.getElementById(id(first))?.focus()
    return first === undefined
  }
  return (
    <Dialog title={t().steps.names[props.step]} onClose={() => props.onClose()}>
      <p class="dialog__about">
        <bdi class="ref">{formatRef(props.obstacle.ref)}</bdi> · <bdi>{localText(props.obstacle.title)}</bdi>
      </p>
      <form class="form" onSubmit={submit} novalidate>
        <Show when={refusal()}>
          <div class="callout callout--soon" role="alert">
            <p>{refusal()}</p>
            <ul>
              <For each={changed()}>{(line) => <li dir="auto">{line}</li>}</For>
            </ul>
          </div>
        </Show>
        <Show when={props.step === 'DECIDE_EXTENSION' && extension()}>
          {(asked) => (
            <div class="callout callout--soon">
              <p class="callout__title">
                <Icon name="calendar-clock" />
                {t().steps.extensionUntil} {civilDateText(asked().until)}
              </p>
              <p>
                <bdi>{asked().requestedBy.name}</bdi>: {localText(asked().reason)}
              </p>
            </div>
          )}
        </Show>
        <For each={fieldsOf[props.step]}>
          {(field) => (
            <Switch>
              <Match when={field === 'owner'}>
                <PersonField
                  id={id('owner')}
                  label={t().steps.owner}
                  error={errors().owner}
                  chosen={draft.owner}
                  start={props.obstacle.agency?.name ?? props.obstacle.owner?.agency?.name}
                  onChoose={(person) => set('owner', person)}
                />
              </Match>
              <Match when={field === 'note'}>
                <TextArea
                  {...text('note')}
                  label={noteNeeded() ? t().steps.onBehalf : t().steps.note}
                  hint={noteNeeded() ? t().steps.onBehalfHint : undefined}
                  optional={!noteNeeded()}
                  rows={3}
                />
              </Match>
              <Match when={field === 'on'}>
                <Select
                  id={id('on')}
                  label={t().steps.waitOn}
                  error={errors().on}
                  value={draft.on}
                  placeholder={t().validation.choose}
                  options={entries(t().waitingOn)}
                  onValue={(value) => set('on', value as WaitingOn | '')}
                />
              </Match>
              <Match when={field === 'party'}>
                <TextField {...text('party')} label={t().steps.party} hint={t().steps.partyHint} />
              </Match>
              <Match when={field === 'reason'}>
                <TextArea {...text('reason')} label={t().steps.reason} rows={3} />
              </Match>
              <Match when={field === 'solution'}>
                <TextArea {...text('solution')} label={t().steps.solution} rows={5} />
              </Match>
              <Match when={field === 'text'}>
                <TextArea {...text('text')} label={t().steps.text} rows={5} />
              </Match>
              <Match when={field === 'into'}>
                <TextField
                  {...text('into')}
                  label={t().steps.into}
                  hint={t().steps.intoHint}
                  class="input--short"
                />
                <p class="text-sm" role="status">
                  <bdi>{localText(main()?.title ?? '')}</bdi>
                </p>
              </Match>
              <Match when={field === 'until'}>
                <DateField
                  {...text('until')}
                  today={today()}
                  label={props.step === 'WAIT' ? t().steps.until : t().steps.extensionUntil}
                  hint={props.step === 'WAIT' ? t().steps.untilHint : dueNow()}
                />
              </Match>
              <Match when={field === 'kind'}>
                <Select
                  id={id('kind')}
                  label={t().steps.extensionOf}
                  value={draft.kind}
                  options={entries(t().deadlines)}
                  onValue={(value) => set('kind', value as DeadlineKind)}
                />
              </Match>
              <Match when={field === 'approve'}>
                <Select
                  id={id('approve')}
                  label={t().steps.decision}
                  error={errors().approve}
                  value={draft.approve}
                  placeholder={t().validation.choose}
                  options={[
                    { value: 'yes', label: t().steps.approve },
                    { value: 'no', label: t().steps.deny },
                  ]}
                  onValue={(value) => set('approve', value as StepDraft['approve'])}
                />
              </Match>
            </Switch>
          )}
        </For>
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

function entries(texts: Readonly<Record<string, string>>): { value: string; label: string }[] {
  return Object.entries(texts).map(([value, label]) => ({ value, label }))
}
