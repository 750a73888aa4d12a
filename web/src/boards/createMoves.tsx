import { createSignal, type JSX, Show } from 'solid-js'
import type { CardFragment } from '../gql/graphql.ts'
import { onIntent } from '../loading/onIntent.ts'
import type { Step } from '../obstacles/Step.ts'
import { lazyPart } from '../ui/lazyPart.tsx'
import { tellUnreachable } from '../ui/tellUnreachable.ts'
import type { MoveOptions } from './takeMove.ts'

const MoveDialog = lazyPart(onIntent(() => import('./MoveDialog.ts')))
const code = onIntent(() => import('./takeMove.ts'))

export interface Moves {
  /** Takes a step at once where it asks nothing, else by its dialog; without a step it says that none is open. */
  take: (obstacle: CardFragment, step: Step | undefined) => void
  /** Whether the viewer moved the obstacle here, in this sitting. */
  isOwn: (id: string) => boolean
  /** Where the dialog appears. */
  Outlet: () => JSX.Element
}

/** What happens when a card is to take a step. `change` changes the board at once, and gives the way back. */
export function createMoves(change: MoveOptions['change']): Moves {
  const [asked, setAsked] = createSignal<{ step: Step; obstacle: CardFragment }>()
  const own = new Set<string>()
  return {
    take(obstacle, step) {
      code
        .now()
        .then(({ takeMove }) => takeMove(obstacle, step, { own, change, ask: setAsked }), tellUnreachable)
    },
    isOwn: (id) => own.has(id),
    Outlet: () => (
      <Show when={asked()} keyed>
        {({ step, obstacle }) => (
          <MoveDialog
            step={step}
            obstacle={obstacle}
            onDone={({ id }) => own.add(id)}
            onClose={() => setAsked(undefined)}
          />
        )}
      </Show>
    ),
  }
}
