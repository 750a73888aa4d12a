import { createSignal, For, type JSX, Show } from 'solid-js'
import { civilDateText, dateText } from '../data/dateText.ts'
import { RequestError } from '../data/RequestError.ts'
import { request } from '../data/request.ts'
import { revalidate } from '../data/revision.ts'
import { SetSolutionStepsDocument } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import { part } from '../loading/part.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { lazyDialog } from '../ui/lazyDialog.tsx'
import { showToast } from '../ui/showToast.ts'
import type { DossierObstacle } from './DossierObstacle.ts'
import { rowsOf, stepInputs } from './solutionDraft.ts'
import { Said } from './Said.tsx'

const SolutionDialog = lazyDialog(part(() => import('./SolutionDialog.tsx')))

type Step = DossierObstacle['solutionSteps'][number]

/** How the obstacle is being resolved, step by step; who may, ticks them. */
export function SolutionSteps(props: { obstacle: DossierObstacle }): JSX.Element {
  const [isEditing, setEditing] = createSignal(false)
  const [ticking, setTicking] = createSignal<string>()
  const may = (): boolean => props.obstacle.actions.includes('SET_STEPS')
  const steps = () => props.obstacle.solutionSteps
  const isDone = (step: Step): boolean => (step.doneAt !== null) !== (step.id === ticking())
  const tick = async (step: Step): Promise<void> => {
    if (ticking() !== undefined) return
    setTicking(step.id)
    const { id, version } = props.obstacle
    const rows = rowsOf(steps()).map((row) => (row.id === step.id ? { ...row, done: !row.done } : row))
    try {
      await request(SetSolutionStepsDocument, {
        input: { id, expectedVersion: version, steps: stepInputs(rows) },
      })
    } catch (error) {
      if (!(error instanceof RequestError)) throw error
      showToast({
        tone: 'error',
        text: error.code === 'CONFLICT' ? t().steps.conflict : error.message,
      })
    } finally {
      setTicking(undefined)
      revalidate()
    }
  }
  return (
    <Show when={steps().length > 0 || may()}>
      <section class="panel" aria-labelledby="solution-steps">
        <div class="panel__head">
          <h2 class="panel__title" id="solution-steps">
            {t().solutionSteps.title}
          </h2>
          <Show when={steps().length > 0}>
            <span class="panel__note">
              {t().solutionSteps.progress(steps().filter(isDone).length, steps().length)}
            </span>
          </Show>
        </div>
        <Show when={steps().length > 0} fallback={<p class="muted text-sm">{t().solutionSteps.startText}</p>}>
          <ol class="steps">
            <For each={steps()}>
              {(step) => (
                <li class="steps__item" classList={{ 'steps__item--done': isDone(step) }}>
                  <Show
                    when={may()}
                    fallback={
                      <>
                        <Icon name={isDone(step) ? 'met' : 'none'} />
                        <StepText step={step} />
                      </>
                    }
                  >
                    <label class="steps__tick">
                      <input type="checkbox" checked={isDone(step)} onChange={() => void tick(step)} />
                      <StepText step={step} />
                    </label>
                  </Show>
                </li>
              )}
            </For>
          </ol>
        </Show>
        <Show when={may()}>
          <div class="cluster steps__foot">
            <Button icon={steps().length > 0 ? 'edit' : 'plus'} onClick={() => setEditing(true)}>
              {steps().length > 0 ? t().solutionSteps.edit : t().solutionSteps.start}
            </Button>
          </div>
        </Show>
      </section>
      <Show when={isEditing()}>
        <SolutionDialog obstacle={props.obstacle} onClose={() => setEditing(false)} />
      </Show>
    </Show>
  )
}

function StepText(props: { step: Step }): JSX.Element {
  const note = (): string => {
    const { doneAt, plannedFor } = props.step
    if (doneAt) return t().solutionSteps.done(dateText(Date.parse(doneAt), { style: 'short' }))
    return plannedFor ? t().solutionSteps.planned(civilDateText(plannedFor, { style: 'short' })) : ''
  }
  return (
    <span>
      <Said text={props.step.text} /> <span class="muted">{note()}</span>
    </span>
  )
}
