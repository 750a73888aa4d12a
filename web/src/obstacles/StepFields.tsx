import { For, type JSX, Match, Switch } from 'solid-js'
import { createData } from '../data/createData.ts'
import { dateText } from '../data/dateText.ts'
import { calendar } from '../data/session.ts'
import { type DeadlineKind, ObstacleByRefDocument, type WaitingOn } from '../gql/graphql.ts'
import { parseRef } from '../i18n/formatRef.ts'
import { t } from '../i18n/t.ts'
import { now } from '../now.ts'
import { createPaused } from '../ui/createPaused.ts'
import { DateField } from '../ui/DateField.tsx'
import { type Option, Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { PersonField } from './PersonField.tsx'
import type { Step, StepTarget } from './Step.ts'
import { fieldsOf, type StepDraft, type StepField } from './stepAnswers.ts'
import { Said } from './Said.tsx'

export interface StepFieldsProps {
  step: Step
  obstacle: StepTarget
  draft: StepDraft
  errors: Partial<Record<StepField, string>>
  /** Whether the step is taken on the owner's behalf, which has to be said. */
  noteNeeded: boolean
  onAnswer<Field extends StepField>(field: Field, value: StepDraft[Field]): void
}

type Written = 'note' | 'party' | 'reason' | 'solution' | 'text'

/** What a step asks for, field by field. */
export function StepFields(props: StepFieldsProps): JSX.Element {
  const today = () => calendar()?.dateAt(now()) ?? '1405-01-01'
  /** When the deadline that is to be extended ends now, as far as the card tells. */
  const dueNow = (): string => {
    const { nextDeadline } = props.obstacle
    const { hint } = t().dateField
    if (nextDeadline?.kind !== props.draft.kind) return hint
    return `${t().steps.endsNow(dateText(Date.parse(nextDeadline.dueAt), { year: true }))} ${hint}`
  }
  const Lines = (lines: { of: Written; label: string; rows: number }): JSX.Element => (
    <TextArea
      id={stepFieldId(lines.of)}
      label={lines.label}
      error={props.errors[lines.of]}
      rows={lines.rows}
      value={props.draft[lines.of]}
      onValue={(value) => props.onAnswer(lines.of, value)}
    />
  )
  return (
    <For each={fieldsOf[props.step]}>
      {(field) => (
        <Switch>
          <Match when={field === 'owner'}>
            <PersonField
              id={stepFieldId('owner')}
              label={t().steps.owner}
              error={props.errors.owner}
              chosen={props.draft.owner}
              start={props.obstacle.agency?.name ?? props.obstacle.owner?.agency?.name}
              onChoose={(person) => props.onAnswer('owner', person)}
            />
          </Match>
          <Match when={field === 'note'}>
            <TextArea
              id={stepFieldId('note')}
              label={props.noteNeeded ? t().steps.onBehalf : t().steps.note}
              hint={props.noteNeeded ? t().steps.onBehalfHint : undefined}
              optional={!props.noteNeeded}
              error={props.errors.note}
              rows={3}
              value={props.draft.note}
              onValue={(value) => props.onAnswer('note', value)}
            />
          </Match>
          <Match when={field === 'on'}>
            <Select
              id={stepFieldId('on')}
              label={t().steps.waitOn}
              error={props.errors.on}
              value={props.draft.on}
              placeholder={t().validation.choose}
              options={optionsOf(t().waitingOn)}
              onValue={(value) => props.onAnswer('on', value as WaitingOn | '')}
            />
          </Match>
          <Match when={field === 'party'}>
            <TextField
              id={stepFieldId('party')}
              label={t().steps.party}
              hint={t().steps.partyHint}
              error={props.errors.party}
              value={props.draft.party}
              onValue={(value) => props.onAnswer('party', value)}
            />
          </Match>
          <Match when={field === 'reason'}>
            <Lines of="reason" label={t().steps.reason} rows={3} />
          </Match>
          <Match when={field === 'solution'}>
            <Lines of="solution" label={t().steps.solution} rows={5} />
          </Match>
          <Match when={field === 'text'}>
            <Lines of="text" label={t().steps.text} rows={5} />
          </Match>
          <Match when={field === 'into'}>
            <MainField
              value={props.draft.into}
              error={props.errors.into}
              onValue={(value) => props.onAnswer('into', value)}
            />
          </Match>
          <Match when={field === 'until'}>
            <DateField
              id={stepFieldId('until')}
              today={today()}
              label={props.step === 'WAIT' ? t().steps.until : t().steps.extensionUntil}
              hint={props.step === 'WAIT' ? t().steps.untilHint : dueNow()}
              error={props.errors.until}
              value={props.draft.until}
              onValue={(value) => props.onAnswer('until', value)}
            />
          </Match>
          <Match when={field === 'kind'}>
            <Select
              id={stepFieldId('kind')}
              label={t().steps.extensionOf}
              value={props.draft.kind}
              options={optionsOf(t().deadlines)}
              onValue={(value) => props.onAnswer('kind', value as DeadlineKind)}
            />
          </Match>
          <Match when={field === 'approve'}>
            <Select
              id={stepFieldId('approve')}
              label={t().steps.decision}
              error={props.errors.approve}
              value={props.draft.approve}
              placeholder={t().validation.choose}
              options={[
                { value: 'yes', label: t().steps.approve },
                { value: 'no', label: t().steps.deny },
              ]}
              onValue={(value) => props.onAnswer('approve', value as StepDraft['approve'])}
            />
          </Match>
        </Switch>
      )}
    </For>
  )
}

interface MainFieldProps {
  value: string
  error: string | undefined
  onValue(value: string): void
}

/** The obstacle to merge into, and what its number names, so that nobody takes another by a slip: no step leads back. */
function MainField(props: MainFieldProps): JSX.Element {
  const ref = () => parseRef(props.value)
  const soughtRef = createPaused(ref)
  const found = createData(ObstacleByRefDocument, () => {
    const sought = soughtRef()
    return sought ? { ref: sought } : undefined
  })
  const title = () =>
    ref() && ref() === soughtRef() && !found.loading ? found.value?.obstacle?.title : undefined
  return (
    <>
      <TextField
        id={stepFieldId('into')}
        label={t().steps.into}
        hint={t().steps.intoHint}
        error={props.error}
        class="input--short"
        value={props.value}
        onValue={(value) => props.onValue(value)}
      />
      <p class="text-sm" role="status">
        <Said text={title() ?? ''} />
      </p>
    </>
  )
}

export function stepFieldId(field: StepField): string {
  return `step-${field}`
}

function optionsOf(texts: Readonly<Record<string, string>>): Option[] {
  return Object.entries(texts).map(([value, label]) => ({ value, label }))
}
