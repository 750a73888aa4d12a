import { limits } from '@goshayesh/shared/obstacleInput'
import { createSignal, Index, type JSX, Show } from 'solid-js'
import { createStore, unwrap } from 'solid-js/store'
import { dropDraft, fitting, keepDraft, keptDraft } from '../data/drafts.ts'
import { RequestError } from '../data/RequestError.ts'
import { request } from '../data/request.ts'
import { revalidate } from '../data/revision.ts'
import { calendar } from '../data/session.ts'
import { ObstacleDocument, SetSolutionStepsDocument } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import { now } from '../now.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { DialogFoot } from '../ui/DialogFoot.tsx'
import { Refusal } from '../ui/Refusal.tsx'
import { TextField } from '../ui/TextField.tsx'
import { showToast } from '../ui/showToast.ts'
import type { DossierObstacle } from './DossierObstacle.ts'
import {
  checkRows,
  emptyRow,
  movedRow,
  type RowErrors,
  restoredRows,
  rowsOf,
  type SolutionRow,
  stepInputs,
} from './solutionDraft.ts'
import { undoing } from './tellStep.ts'

/** Writes the steps of the solution: their words, dates and order. Neither closing it nor a reload loses what was typed. */
export default function SolutionDialog(props: { obstacle: DossierObstacle; onClose(): void }): JSX.Element {
  const { id, ref } = props.obstacle
  const name = `solution.${id}`
  const kept = keptRows(keptDraft(name))
  let version = kept?.version ?? props.obstacle.version
  const [form, setForm] = createStore({ rows: kept?.rows ?? startRows(props.obstacle) })
  const [errors, setErrors] = createSignal<RowErrors[]>([])
  const [refusal, setRefusal] = createSignal('')
  const [theirs, setTheirs] = createSignal<SolutionRow[]>([])
  const [busy, setBusy] = createSignal(false)
  const today = () => calendar()?.dateAt(now()) ?? '1405-01-01'
  const set = (rows: SolutionRow[]): void => {
    setForm('rows', rows)
    keepDraft(name, { rows, version })
  }
  const change = (at: number, part: Partial<SolutionRow>): void => {
    setForm('rows', at, part)
    keepDraft(name, { rows: unwrap(form.rows), version })
  }
  const add = (): void => {
    set([...unwrap(form.rows), { ...emptyRow }])
    document.getElementById(fieldId(form.rows.length - 1, 'text'))?.focus()
  }
  const remove = (at: number): void => {
    set(unwrap(form.rows).filter((_, place) => place !== at))
    document.getElementById(fieldId(Math.max(0, at - 1), 'text'))?.focus()
  }
  const show = (found: RowErrors[]): boolean => {
    setErrors(found)
    const at = found.findIndex(({ text, plannedFor }) => text ?? plannedFor)
    if (at < 0) return true
    document.getElementById(fieldId(at, found[at]?.text ? 'text' : 'plannedFor'))?.focus()
    return false
  }
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (busy() || !show(checkRows(form.rows))) return
    setRefusal('')
    setBusy(true)
    try {
      const before = rowsOf(unwrap(props.obstacle.solutionSteps))
      const { setSolutionSteps } = await request(SetSolutionStepsDocument, {
        input: { id, expectedVersion: version, steps: stepInputs(unwrap(form.rows)) },
      })
      dropDraft(name)
      revalidate()
      const { obstacle } = setSolutionSteps
      const steps = stepInputs(restoredRows(before, obstacle.solutionSteps))
      const undo = { id, expectedVersion: obstacle.version, steps }
      showToast({
        text: t().solutionSteps.saved,
        undo: () => void undoing(ref, () => request(SetSolutionStepsDocument, { input: undo })),
      })
      props.onClose()
    } catch (error) {
      if (error instanceof RequestError && error.code === 'CONFLICT') await meetOthers().catch(refuse)
      else refuse(error)
    } finally {
      setBusy(false)
    }
  }
  const refuse = (error: unknown): void => {
    if (!(error instanceof RequestError)) throw error
    setRefusal(error.fields[0]?.message ?? error.message)
  }
  /** Shows the steps as others have left them; saving again puts these in their place. */
  const meetOthers = async (): Promise<void> => {
    const { obstacle } = await request(ObstacleDocument, { ref })
    revalidate()
    if (!obstacle) return
    version = obstacle.version
    setTheirs(rowsOf(obstacle.solutionSteps))
    setRefusal(t().dossier.changedMeanwhile)
  }
  return (
    <Dialog title={t().solutionSteps.title} onClose={() => props.onClose()}>
      <form class="form" onSubmit={submit} novalidate>
        <Show when={refusal()}>
          {(text) => <Refusal text={text()} lines={theirs().map((row) => row.text)} />}
        </Show>
        <ol class="step-rows">
          <Index each={form.rows}>
            {(row, at) => (
              <li class="step-row">
                <TextField
                  id={fieldId(at, 'text')}
                  label={t().solutionSteps.step(at + 1)}
                  dir="auto"
                  value={row().text}
                  error={errors()[at]?.text}
                  onValue={(text) => change(at, { text })}
                />
                <DateField
                  id={fieldId(at, 'plannedFor')}
                  label={t().solutionSteps.plannedFor(at + 1)}
                  optional
                  today={today()}
                  value={row().plannedFor}
                  error={errors()[at]?.plannedFor}
                  onValue={(plannedFor) => change(at, { plannedFor })}
                />
                <div class="step-row__acts">
                  <Show when={at > 0}>
                    <Act
                      icon="arrow-up"
                      label={t().solutionSteps.up(at + 1)}
                      onAct={() => set(movedRow(unwrap(form.rows), at, -1))}
                    />
                  </Show>
                  <Show when={at < form.rows.length - 1}>
                    <Act
                      icon="arrow-up"
                      turned
                      label={t().solutionSteps.down(at + 1)}
                      onAct={() => set(movedRow(unwrap(form.rows), at, 1))}
                    />
                  </Show>
                  <Act icon="close" label={t().solutionSteps.remove(at + 1)} onAct={() => remove(at)} />
                </div>
              </li>
            )}
          </Index>
        </ol>
        <Show
          when={form.rows.length < limits.solutionSteps.max}
          fallback={<p class="field__hint">{t().solutionSteps.most(limits.solutionSteps.max)}</p>}
        >
          <div class="cluster">
            <Button icon="plus" onClick={add}>
              {t().solutionSteps.add}
            </Button>
          </div>
        </Show>
        <DialogFoot busy={busy()} submit={t().solutionSteps.save} onCancel={() => props.onClose()} />
      </form>
    </Dialog>
  )
}

function Act(props: { icon: string; label: string; turned?: boolean; onAct(): void }): JSX.Element {
  return (
    <Button
      variant="quiet"
      class={`btn--icon ${props.turned ? 'btn--turned' : ''}`}
      icon={props.icon}
      title={props.label}
      onClick={() => props.onAct()}
    >
      <span class="visually-hidden">{props.label}</span>
    </Button>
  )
}

function startRows({ solutionSteps }: DossierObstacle): SolutionRow[] {
  const rows = rowsOf(solutionSteps)
  return rows.length > 0 ? rows : [{ ...emptyRow }]
}

function fieldId(at: number, field: 'text' | 'plannedFor'): string {
  return `solution-step-${at}-${field}`
}

function keptRows(kept: unknown): { rows: SolutionRow[]; version: number } | undefined {
  const { rows, version } = (kept ?? {}) as { rows?: unknown; version?: unknown }
  if (!Array.isArray(rows) || typeof version !== 'number') return undefined
  return { rows: rows.map((row) => fitting(row, emptyRow)), version }
}
