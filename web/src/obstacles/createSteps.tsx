import { createSignal, type JSX, Show } from 'solid-js'
import { RequestError } from '../data/RequestError.ts'
import { revalidate } from '../data/revision.ts'
import { viewer } from '../data/session.ts'
import type { CardFragment } from '../gql/graphql.ts'
import { part } from '../loading/part.ts'
import { lazyDialog } from '../ui/lazyDialog.tsx'
import { tellRefusal, tellStep } from './tellStep.ts'
import { asksNothing } from './moves.ts'
import type { Step, StepAnswers, StepTarget } from './Step.ts'
import { takeStep } from './takeStep.ts'

const StepDialog = lazyDialog(part(() => import('./StepDialog.tsx')))

export interface Steps {
  /** Takes a step at once where it asks nothing, and otherwise by its dialog. */
  take(step: Step, obstacle: StepTarget): void
  /** Takes a step with the answers at hand; what it was refused for is said. True where it was taken. */
  takeNow(step: Step, obstacle: StepTarget, answers?: Partial<StepAnswers>): Promise<boolean>
  /** Where the dialog appears. */
  Outlet: () => JSX.Element
}

/** The steps of a page: its buttons ask here. `latest` finds the obstacle as it is now, so that a retry is not stale. */
export function createSteps(latest: (id: string) => CardFragment | undefined): Steps {
  const [asked, setAsked] = createSignal<{ step: Step; obstacle: StepTarget }>()
  const takeNow: Steps['takeNow'] = async (step, obstacle, answers = {}) => {
    try {
      const { owner } = obstacle
      tellStep(step, { owner }, await takeStep(step, obstacle, answers))
      return true
    } catch (error) {
      if (!(error instanceof RequestError)) throw error
      tellRefusal(error, obstacle.ref)
      return false
    } finally {
      revalidate()
    }
  }
  return {
    takeNow,
    take(step, obstacle) {
      if (asksNothing(step, obstacle, viewer()?.id ?? '')) void takeNow(step, obstacle)
      else setAsked({ step, obstacle })
    },
    Outlet: () => (
      <Show when={asked()} keyed>
        {({ step, obstacle }) => (
          <StepDialog
            step={step}
            obstacle={latest(obstacle.id) ?? obstacle}
            onClose={() => setAsked(undefined)}
          />
        )}
      </Show>
    ),
  }
}
