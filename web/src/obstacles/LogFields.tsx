import { createMemo, type JSX, Show } from 'solid-js'
import type {
  CardFragment,
  Category,
  LogChoicesQuery,
  PreviewBySeverityQuery,
  Severity,
  SubjectKind,
} from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import { Choices } from '../ui/Choices.tsx'
import { PickField } from '../ui/PickField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { TokenField } from '../ui/TokenField.tsx'
import { ChosenFiles } from './ChosenFiles.tsx'
import type { LogForm } from './createLogForm.ts'
import { logFieldId } from './logFieldId.ts'
import { previewVariables, resolveHint } from './logPreview.ts'
import { SimilarObstacles } from './SimilarObstacles.tsx'

export interface LogFieldsProps {
  form: LogForm
  choices: LogChoicesQuery | undefined
  previews: PreviewBySeverityQuery | undefined
  onJoin(obstacle: CardFragment): void
}

const places: readonly SubjectKind[] = ['SINGLE_WINDOW', 'AGENCY', 'SERVICE']
const severities: readonly Severity[] = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW']

/** What everybody is asked: what is in the way, where, of which kind, with what effect. */
export function LogFields(props: LogFieldsProps): JSX.Element {
  const agencies = createMemo(() =>
    (props.choices?.agencies ?? []).map(({ code, name }) => ({ value: code, label: name })),
  )
  const services = createMemo(() =>
    (props.choices?.services ?? [])
      .filter(({ agency }) => props.form.own() === undefined || agency.code === props.form.own())
      .map(({ code, name, agency }) => ({ value: code, label: name, note: agency.name })),
  )
  return (
    <>
      <div class="log__title">
        <TextField
          id={logFieldId('title')}
          label={t().log.title}
          hint={t().log.titleHint}
          error={props.form.errors().title}
          autocomplete="off"
          dir="auto"
          value={props.form.draft.title}
          onValue={(value) => props.form.set('title', value)}
        />
        <SimilarObstacles title={props.form.draft.title} onJoin={(obstacle) => props.onJoin(obstacle)} />
      </div>
      <Choices
        id={logFieldId('where')}
        label={t().log.where}
        error={props.form.errors().where}
        inline
        value={props.form.draft.where}
        choices={places.map((value) => ({ value, ...t().log.places[value] }))}
        onValue={(value) => props.form.choosePlace(value as SubjectKind)}
      />
      <Show when={props.form.draft.where === 'AGENCY'}>
        <PickField
          id={logFieldId('agencyCode')}
          label={t().log.agency}
          hint={t().log.agencyHint}
          error={props.form.errors().agencyCode}
          value={props.form.draft.agencyCode}
          options={agencies().filter(
            ({ value }) => props.form.own() === undefined || value === props.form.own(),
          )}
          onValue={(value) => props.form.set('agencyCode', value)}
        />
      </Show>
      <Show when={props.form.draft.where === 'SERVICE'}>
        <PickField
          id={logFieldId('serviceCode')}
          label={t().log.service}
          hint={t().log.serviceHint}
          error={props.form.errors().serviceCode}
          value={props.form.draft.serviceCode}
          options={services()}
          onValue={(value) => props.form.set('serviceCode', value)}
        />
      </Show>
      <Select
        id={logFieldId('category')}
        label={t().log.category}
        error={props.form.errors().category}
        value={props.form.draft.category}
        placeholder={t().validation.choose}
        options={Object.entries(t().categories).map(([value, label]) => ({ value, label }))}
        onValue={(value) => props.form.set('category', value as Category | '')}
      />
      <Choices
        id={logFieldId('severity')}
        label={t().log.severity}
        error={props.form.errors().severity}
        value={props.form.draft.severity}
        choices={severities.map((severity) => ({
          value: severity,
          label: t().log.impact(t().severities[severity], t().log.impacts[severity]),
          hint: resolveHint(previewVariables(props.form.draft) && props.previews?.[severity]),
        }))}
        onValue={(value) => props.form.set('severity', value as Severity)}
      />
      <TokenField
        id={logFieldId('affectedAgencyCodes')}
        label={t().log.affected}
        hint={t().log.affectedHint}
        optional
        error={props.form.errors().affectedAgencyCodes}
        values={props.form.draft.affectedAgencyCodes}
        options={agencies()}
        onValues={(values) => props.form.set('affectedAgencyCodes', values)}
      />
      <TextArea
        id={logFieldId('description')}
        label={t().log.description}
        hint={t().log.descriptionHint}
        optional
        error={props.form.errors().description}
        dir="auto"
        rows={5}
        value={props.form.draft.description}
        onValue={(value) => props.form.set('description', value)}
      />
      <ChosenFiles files={props.form.files()} kept={props.form.filesKept()} onFiles={props.form.setFiles} />
    </>
  )
}
