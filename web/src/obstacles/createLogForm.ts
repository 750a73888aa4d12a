import { createMemo, createSignal, onCleanup, onMount } from 'solid-js'
import { createStore, unwrap } from 'solid-js/store'
import { dateText } from '../data/dateText.ts'
import { dropFiles, keepFiles, keptFiles } from '../data/draftFiles.ts'
import { dropDraft, fitting, keepDraft, keptDraft, onDraftChanged } from '../data/drafts.ts'
import { RequestError } from '../data/RequestError.ts'
import { request } from '../data/request.ts'
import { revalidate } from '../data/revision.ts'
import { viewer } from '../data/session.ts'
import { LogObstacleDocument, type LogObstacleMutation, type SubjectKind } from '../gql/graphql.ts'
import { formatRef } from '../i18n/formatRef.ts'
import { t } from '../i18n/t.ts'
import { now } from '../now.ts'
import { showToast } from '../ui/showToast.ts'
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
import { logFieldId } from './logFieldId.ts'
import type { Entry, Outcome, Problem } from './outbox.ts'
import { queue } from './queue.ts'
import { attach } from './uploads.ts'

export interface LogFormOptions {
  /** What the server refused of the line, to be corrected. */
  queued: Entry | undefined
  onErrors(hasErrors: boolean): void
  onLogged(ref: string): void
  /** It waits on this device. */
  onKept(): void
}

export type LogForm = ReturnType<typeof createLogForm>

type Errors = Partial<Record<LogField, string>>
type Logged = LogObstacleMutation['logObstacle']['obstacle']

/**
 * The state of the form of a new obstacle. What is typed is kept on this device, goes into its line when it is logged,
 * and leaves the line when the server has it.
 */
export function createLogForm({ queued, ...told }: LogFormOptions) {
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
  const filesBefore = queued?.files ?? []
  const [files, setFilesShown] = createSignal<readonly File[]>(filesBefore)
  /** Whether a reload would bring the files back. */
  const [filesKept, setFilesKept] = createSignal(true)
  const own = (): string | undefined =>
    viewer()?.role === 'OFFICIAL' ? (viewer()?.agency?.code ?? '') : undefined
  /** Open where there is something in it, or something wrong. */
  const isFurther = createMemo(
    (before: boolean) => before || furtherFields.some((field) => draft[field] !== '' || errors()[field]),
    false,
  )
  const set = <Field extends LogField>(field: Field, value: LogDraft[Field]): void => {
    setDraft(field, value as never)
    keepDraft(name, unwrap(draft))
  }
  const setFiles = (chosen: readonly File[]): void => {
    setFilesShown(chosen)
    void keepFiles(name, chosen).then(setFilesKept)
  }
  const forget = (): void => {
    dropDraft(name)
    void dropFiles(name)
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
        told.onKept()
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
      told.onLogged(obstacle.ref)
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
      const outcome = await queue.log(entry, forget)
      if (outcome.state === 'REFUSED') {
        keepDraft(name, whole)
        void keepFiles(name, entry.files)
        if (!queued) await queue.remove(whole.key)
      }
      return outcome
    } catch (error) {
      if (error instanceof RequestError) throw error
      // The browser keeps nothing: what can be done is to send it now.
      const { logObstacle } = await request(LogObstacleDocument, { input })
      forget()
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
    told.onErrors(!isClean || refusal() !== '')
    return isClean
  }
  const summary = () => [
    ...(refusal() ? [{ id: logFieldId('title'), message: refusal() }] : []),
    ...logFields.flatMap((field) => {
      const message = errors()[field]
      return message ? [{ id: logFieldId(field), message }] : []
    }),
  ]
  const discard = (): void => {
    setDraft(newDraft())
    setFilesShown([])
    forget()
    setErrors({})
    setRefusal('')
    document.getElementById(logFieldId('title'))?.focus()
  }
  void keptFiles(name).then((before) => {
    if (!before) return
    if (files() === filesBefore) setFilesShown(before)
    else setFiles([...before, ...files()])
  })
  onMount(() => {
    if (queued?.problem) refuse(queued.problem)
  })
  // What another tab has logged is not this tab's any more: with its key, what stands here would be taken for the same.
  if (!queued) onCleanup(onDraftChanged(name, () => setDraft('key', newKey())))
  return {
    draft,
    errors,
    files,
    setFiles,
    filesKept,
    busy,
    attempt,
    own,
    isFurther,
    isQueued: queued !== undefined,
    summary,
    set,
    choosePlace,
    submit,
    discard,
  }
}
