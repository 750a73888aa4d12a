import { createSignal, type JSX, lazy, Show, Suspense } from 'solid-js'
import { revalidate } from '../data/revision.ts'
import { viewer } from '../data/session.ts'
import type { CardFragment, ObstacleStatus } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import { asksNothing, leadsTo, type Step, takeStep } from '../obstacles/takeStep.ts'
import { tellRefusal, tellStep } from '../obstacles/tellStep.ts'
import { showToast } from '../ui/Toasts.tsx'

const StepDialog = lazy(async () => ({ default: (await import('../obstacles/StepDialog.tsx')).StepDialog }))

export interface Moves {
  /** Takes a step at once where it asks nothing, else by its dialog; without a step it says that none is open. */
  take: (obstacle: CardFragment, step: Step | undefined) => void
  /** Whether the viewer moved the obstacle here, in this sitting. */
  isOwn: (id: string) => boolean
  /** Where the dialog appears. */
  Outlet: () => JSX.Element
}

/** What happens when a card is to take a step. `show` moves it on the screen before the server has answered, and gives the way back. */
export function createMoves(show: (id: string, status: ObstacleStatus) => () => void): Moves {
  const [asked, setAsked] = createSignal<{ step: Step; obstacle: CardFragment }>()
  const own = new Set<string>()
  const takeAtOnce = async (obstacle: CardFragment, step: Step): Promise<void> => {
    const { id, ref, version, owner } = obstacle
    const status = leadsTo[step]
    own.add(id)
    const undo = status && show(id, status)
    try {
      tellStep(step, { owner }, await takeStep(step, { id, version }))
    } catch (error) {
      undo?.()
      tellRefusal(error, ref)
    } finally {
      revalidate()
    }
  }
  return {
    take(obstacle, step) {
      if (!step) showToast({ tone: 'error', text: t().board.cannotDrop })
      else if (asksNothing(step, obstacle, viewer()?.id ?? '')) void takeAtOnce(obstacle, step)
      else setAsked({ step, obstacle })
    },
    isOwn: (id) => own.has(id),
    Outlet: () => (
      <Show when={asked()} keyed>
        {({ step, obstacle }) => (
          <Suspense>
            <StepDialog
              step={step}
              obstacle={obstacle}
              onDone={({ id }) => own.add(id)}
              onClose={() => setAsked(undefined)}
            />
          </Suspense>
        )}
      </Show>
    ),
  }
}
