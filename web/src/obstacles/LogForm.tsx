import { createMemo, createSignal, For, type JSX, onCleanup, onMount, Show } from 'solid-js'
import { createStore, unwrap } from 'solid-js/store'
import { createData } from '../data/createData.ts'
import { dateText } from '../data/dateText.ts'
import { dropDraft, fitting, keepDraft, keptDraft, onDraftChanged } from '../data/drafts.ts'
import { RequestError } from '../data/RequestError.ts'
import { request } from '../data/request.ts'
import { revalidate, revisionOfSettings } from '../data/revision.ts'
import { calendar, viewer } from '../data/session.ts'
import {
  type CardFragment,
  type Category,
  LogChoicesDocument,
  LogObstacleDocument,
  type LogObstacleMutation,
  PreviewBySeverityDocument,
  type PreviewBySeverityQuery,
  type Severity,
  type SubjectKind,
} from '../gql/graphql.ts'
import { formatRef } from '../i18n/formatRef.ts'
import { t } from '../i18n/t.ts'
import { now } from '../now.ts'
import { Button } from '../ui/Button.tsx'
import { Choices } from '../ui/Choices.tsx'
import { DateField } from '../ui/DateField.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { PickField } from '../ui/PickField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { showToast } from '../ui/Toasts.tsx'
import { TokenField } from '../ui/TokenField.tsx'
import { ChosenFiles } from './ChosenFiles.tsx'
import {
  checkLog,
  draftName,
  fieldOfPath,
  furtherFields,
  type LogDraft,
  type LogField,
  logFields,
  logInput,
  newDraft,
  newKey,
} from './logDraft.ts'
import type { Entry, Outcome, Problem } from './outbox.ts'
import { queue } from './queue.ts'
import { SimilarObstacles } from './SimilarObstacles.tsx'
import { attach } from './uploads.ts'

export interface LogFormProps {
  /** What the server refused of the line, to be corrected. */
  queued: Entry | undefined
  onErrors(hasErrors: boolean): void
  onJoin(obstacle: CardFragment): void
  onLogged(ref: string): void
  /** It waits on this device. */
  onKept(): void
}

type Errors = Partial<Record<LogField, string>>

const places: readonly SubjectKind[] = ['SINGLE_WINDOW', 'AGENCY', 'SERVICE']
const severities: readonly Severity[] = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW']

type Logged = LogObstacleMutation['logObstacle']['obstacle']

/**
 * The form of a new obstacle. What is typed is kept on this device, goes into its line when it is logged, and leaves
 * the line when the server has it.
 */
export function LogForm(props: LogFormProps): JSX.Element {
  const queued = props.queued
  const name = draftName(queued?.key)
  const kept = keptDraft(name)
  const [draft, setDraft] = createStore<LogDraft>({
    ...fitting(kept ?? queued?.draft, newDraft()),
    ...(queued && { key: queued.key }),
  })
  const [errors, setErrors] = createSignal<Errors>({})
  const [refusal, setRefusal] = createSignal('')
  const [attempt, setAttempt] = createSignal(0)
  const [busy, setBusy] = createSignal(false)
  const [files, setFiles] = createSignal<readonly File[]>(queued?.files ?? [])
  const choices = createData(LogChoicesDocument, () => ({}), revisionOfSettings)
  const previews = createData(PreviewBySeverityDocument, () => previewVariables(draft))
  const own = (): string | undefined =>
    viewer()?.role === 'OFFICIAL' ? (viewer()?.agency?.code ?? '') : undefined
  const agencies = createMemo(() =>
    (choices.value?.agencies ?? []).map(({ code, name }) => ({ value: code, label: name })),
  )
  const services = createMemo(() =>
    (choices.value?.services ?? [])
      .filter(({ agency }) => own() === undefined || agency.code === own())
      .map(({ code, name, agency }) => ({ value: code, label: name, note: agency.name })),
  )
  const milestones = () => (choices.value?.milestones ?? []).filter(({ subjectKind }) => subjectKind === null)
  const today = () => calendar()?.dateAt(now()) ?? '1405-01-01'
  /** Open where there is something in it, or something wrong. */
  const isFurther = createMemo(
    (before: boolean) => before || furtherFields.some((field) => draft[field] !== '' || errors()[field]),
    false,
  )
  const set = <Field extends LogField>(field: Field, value: LogDraft[Field]): void => {
    setDraft(field, value as never)
    keepDraft(name, unwrap(draft))
  }
  const choosePlace = (where: SubjectKind): void => {
    set('where', where)
    if (where === 'AGENCY' && own()) set('agencyCode', own() ?? '')
  }
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (busy()) return
    setRefusal('')
    if (!show(checkLog(unwrap(draft)))) return
    setBusy(true)
    try {
      const outcome = await log()
      if (outcome.state === 'REFUSED') return refuse(outcome.problem)
      if (outcome.state === 'WAITING') {
        showToast({ text: t().queue.kept })
        props.onKept()
        return
      }
      const obstacle = outcome.sent
      const answer = obstacle.deadlines.find(({ kind }) => kind === 'ASSIGN')
      const ref = formatRef(obstacle.ref)
      showToast({
        text: answer
          ? t().log.doneWithin(ref, dateText(Date.parse(answer.dueAt), { time: true, near: true }))
          : t().log.done(ref),
      })
      attach(obstacle.id, files())
      revalidate()
      props.onLogged(obstacle.ref)
    } catch (error) {
      if (!(error instanceof RequestError)) throw error
      refuse(error)
    } finally {
      setBusy(false)
    }
  }
  const log = async (): Promise<Outcome<Logged>> => {
    const whole = structuredClone(unwrap(draft))
    const input = logInput(whole)
    try {
      const entry = {
        key: whole.key,
        personId: viewer()?.id ?? '',
        at: now(),
        draft: whole,
        input,
        files: files(),
      }
      const outcome = await queue.log(entry, () => dropDraft(name))
      if (outcome.state === 'REFUSED') {
        keepDraft(name, whole)
        if (!queued) await queue.remove(whole.key)
      }
      return outcome
    } catch (error) {
      if (error instanceof RequestError) throw error
      // The browser keeps nothing: what can be done is to send it now.
      const { logObstacle } = await request(LogObstacleDocument, { input })
      return { state: 'SENT', sent: logObstacle.obstacle }
    }
  }
  const refuse = (problem: Problem): void => {
    const found: Errors = {}
    for (const { path, message } of problem.fields) {
      const field = fieldOfPath(path)
      if (field) found[field] ??= message
    }
    if (Object.keys(found).length === 0) setRefusal(problem.message)
    show(found)
  }
  /** Puts the errors on top and to their fields; true where there are none. */
  const show = (found: Errors): boolean => {
    const isClean = Object.keys(found).length === 0
    setErrors(found)
    setAttempt((n) => n + 1)
    props.onErrors(!isClean || refusal() !== '')
    return isClean
  }
  const summary = () => [
    ...(refusal() ? [{ id: id('title'), message: refusal() }] : []),
    ...logFields.flatMap((field) => {
      const message = errors()[field]
      return message ? [{ id: id(field), message }] : []
    }),
  ]
  const discard = (): void => {
    dropDraft(name)
    setDraft(newDraft())
    setFiles([])
    setErrors({})
    setRefusal('')
    document.getElementById(id('title'))?.focus()
  }
  onMount(() => {
    if (queued?.problem) refuse(queued.problem)
  })
  // What another tab has logged is not this tab's any more: with its key, what stands here would be taken for the same.
  if (!queued) onCleanup(onDraftChanged(name, () => setDraft('key', newKey())))
  return (
    <div class="main__body log">
      <div class="log__form">
        <Show when={summary().length > 0 && attempt()} keyed>
          {(_) => <ErrorSummary errors={summary()} />}
        </Show>
        <form
          class="form"
          onSubmit={submit}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit(event)
          }}
          novalidate
        >
          <div class="log__title">
            <TextField
              id={id('title')}
              label={t().log.title}
              hint={t().log.titleHint}
              error={errors().title}
              autocomplete="off"
              dir="auto"
              value={draft.title}
              onValue={(value) => set('title', value)}
            />
            <SimilarObstacles title={draft.title} onJoin={(obstacle) => props.onJoin(obstacle)} />
          </div>
          <Choices
            id={id('where')}
            label={t().log.where}
            error={errors().where}
            inline
            value={draft.where}
            choices={places.map((value) => ({ value, ...t().log.places[value] }))}
            onValue={(value) => choosePlace(value as SubjectKind)}
          />
          <Show when={draft.where === 'AGENCY'}>
            <PickField
              id={id('agencyCode')}
              label={t().log.agency}
              hint={t().log.agencyHint}
              error={errors().agencyCode}
              value={draft.agencyCode}
              options={agencies().filter(({ value }) => own() === undefined || value === own())}
              onValue={(value) => set('agencyCode', value)}
            />
          </Show>
          <Show when={draft.where === 'SERVICE'}>
            <PickField
              id={id('serviceCode')}
              label={t().log.service}
              hint={t().log.serviceHint}
              error={errors().serviceCode}
              value={draft.serviceCode}
              options={services()}
              onValue={(value) => set('serviceCode', value)}
            />
          </Show>
          <Select
            id={id('category')}
            label={t().log.category}
            error={errors().category}
            value={draft.category}
            placeholder={t().validation.choose}
            options={Object.entries(t().categories).map(([value, label]) => ({ value, label }))}
            onValue={(value) => set('category', value as Category | '')}
          />
          <Choices
            id={id('severity')}
            label={t().log.severity}
            error={errors().severity}
            value={draft.severity}
            choices={severities.map((severity) => ({
              value: severity,
              label: t().log.impact(t().severities[severity], t().log.impacts[severity]),
              hint: resolveHint(previewVariables(draft) && previews.value?.[severity]),
            }))}
            onValue={(value) => set('severity', value as Severity)}
          />
          <TokenField
            id={id('affectedAgencyCodes')}
            label={t().log.affected}
            hint={t().log.affectedHint}
            optional
            error={errors().affectedAgencyCodes}
            values={draft.affectedAgencyCodes}
            options={agencies()}
            onValues={(values) => set('affectedAgencyCodes', values)}
          />
          <TextArea
            id={id('description')}
            label={t().log.description}
            hint={t().log.descriptionHint}
            optional
            error={errors().description}
            dir="auto"
            rows={5}
            value={draft.description}
            onValue={(value) => set('description', value)}
          />
          <ChosenFiles files={files()} onFiles={setFiles} />
          <details class="further" open={isFurther()}>
            <summary class="further__ask">{t().log.further}</summary>
            <div class="form">
              <Show when={draft.where === 'SINGLE_WINDOW'}>
                <TextField
                  id={id('windowStep')}
                  label={t().dossier.fields.windowStep}
                  hint={t().log.windowStepHint}
                  optional
                  error={errors().windowStep}
                  autocomplete="off"
                  value={draft.windowStep}
                  onValue={(value) => set('windowStep', value)}
                />
              </Show>
              <TextField
                id={id('letterNumber')}
                label={t().dossier.fields.letterNumber}
                hint={t().log.letterHint}
                optional
                error={errors().letterNumber}
                autocomplete="off"
                value={draft.letterNumber}
                onValue={(value) => set('letterNumber', value)}
              />
              <DateField
                id={id('letterDate')}
                label={t().dossier.fields.letterDate}
                optional
                today={today()}
                error={errors().letterDate}
                value={draft.letterDate}
                onValue={(value) => set('letterDate', value)}
              />
              <Show when={milestones().length > 0}>
                <Select
                  id={id('milestoneId')}
                  label={t().log.milestone}
                  optional
                  error={errors().milestoneId}
                  value={draft.milestoneId}
                  placeholder={t().dossier.noMilestone}
                  options={milestones().map((milestone) => ({ value: milestone.id, label: milestone.name }))}
                  onValue={(value) => set('milestoneId', value)}
                />
              </Show>
            </div>
          </details>
          <div class="form__foot">
            <Button type="submit" variant="primary" size="large" busy={busy()}>
              {t().log.submit}
            </Button>
            <Show when={!queued}>
              <Button variant="quiet" size="large" class="not-phone" onClick={discard}>
                {t().log.discard}
              </Button>
            </Show>
            <span class="muted text-sm not-phone">
              <kbd class="kbd" dir="ltr">
                Ctrl
              </kbd>{' '}
              +{' '}
              <kbd class="kbd" dir="ltr">
                Enter
              </kbd>{' '}
              {t().log.submitKeys} · {t().log.draftKept}
            </span>
          </div>
        </form>
      </div>
      <WhatFollows assignBy={draft.severity ? assignBy(previews.value?.[draft.severity]) : undefined} />
    </div>
  )
}

type Preview = PreviewBySeverityQuery[Severity]

function WhatFollows(props: { assignBy: string | undefined }): JSX.Element {
  const steps = () => [
    [t().log.triage, props.assignBy ? t().log.triageBy(props.assignBy) : t().log.triageText],
    [t().log.clock, t().log.clockText],
    [t().log.verify, t().log.verifyText],
  ]
  return (
    <aside class="log__aside" aria-labelledby="what-follows">
      <h2 class="panel__title" id="what-follows">
        {t().log.next}
      </h2>
      <ol class="next">
        <For each={steps()}>
          {([name, text]) => (
            <li class="next__step">
              <b>{name}</b>
              <span>{text}</span>
            </li>
          )}
        </For>
      </ol>
    </aside>
  )
}

function id(field: LogField): string {
  return `log-${field}`
}

/** What the due dates hang on; undefined while too little is known. */
function previewVariables({ category, where, milestoneId }: LogDraft) {
  if (!category || !where) return undefined
  const of = (severity: Severity) => ({
    category,
    subjectKind: where,
    severity,
    milestoneId: milestoneId || null,
  })
  return { low: of('LOW'), medium: of('MEDIUM'), high: of('HIGH'), critical: of('CRITICAL') }
}

function resolveHint(preview: Preview | undefined): string {
  if (!preview) return t().log.resolvePending
  const resolve = preview.find(({ kind }) => kind === 'RESOLVE')
  if (!resolve) return t().log.resolveNone
  const due = dateText(Date.parse(resolve.dueAt))
  return resolve.cappedBy ? t().log.resolveByCap(due, resolve.cappedBy.name) : t().log.resolveBy(due)
}

function assignBy(preview: Preview | undefined): string | undefined {
  const assign = preview?.find(({ kind }) => kind === 'ASSIGN')
  return assign && dateText(Date.parse(assign.dueAt), { time: true, near: true })
}
