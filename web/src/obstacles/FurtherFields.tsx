import { type JSX, Show } from 'solid-js'
import { calendar } from '../data/session.ts'
import type { LogChoicesQuery } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import { now } from '../now.ts'
import { DateField } from '../ui/DateField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { LogForm } from './createLogForm.ts'
import { logFieldId } from './logFieldId.ts'

/** What is asked of whoever knows it: the step, the letter, a milestone. */
export function FurtherFields(props: { form: LogForm; choices: LogChoicesQuery | undefined }): JSX.Element {
  /** Those that take in what is logged now. */
  const milestones = () =>
    (props.choices?.milestones ?? []).filter(
      ({ subjectKind, dueAt }) => subjectKind === null && Date.parse(dueAt) > now(),
    )
  const today = () => calendar()?.dateAt(now()) ?? '1405-01-01'
  return (
    <details class="further" open={props.form.isFurther()}>
      <summary class="further__ask">{t().log.further}</summary>
      <div class="form">
        <Show when={props.form.draft.where === 'SINGLE_WINDOW'}>
          <TextField
            id={logFieldId('windowStep')}
            label={t().dossier.fields.windowStep}
            hint={t().log.windowStepHint}
            optional
            error={props.form.errors().windowStep}
            autocomplete="off"
            value={props.form.draft.windowStep}
            onValue={(value) => props.form.set('windowStep', value)}
          />
        </Show>
        <TextField
          id={logFieldId('letterNumber')}
          label={t().dossier.fields.letterNumber}
          hint={t().log.letterHint}
          optional
          error={props.form.errors().letterNumber}
          autocomplete="off"
          value={props.form.draft.letterNumber}
          onValue={(value) => props.form.set('letterNumber', value)}
        />
        <DateField
          id={logFieldId('letterDate')}
          label={t().dossier.fields.letterDate}
          optional
          today={today()}
          error={props.form.errors().letterDate}
          value={props.form.draft.letterDate}
          onValue={(value) => props.form.set('letterDate', value)}
        />
        <Show when={milestones().length > 0}>
          <Select
            id={logFieldId('milestoneId')}
            label={t().log.milestone}
            optional
            error={props.form.errors().milestoneId}
            value={props.form.draft.milestoneId}
            placeholder={t().dossier.noMilestone}
            options={milestones().map((milestone) => ({ value: milestone.id, label: milestone.name }))}
            onValue={(value) => props.form.set('milestoneId', value)}
          />
        </Show>
      </div>
    </details>
  )
}
