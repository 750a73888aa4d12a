import { revalidate } from '../data/revision.ts'
import { viewer } from '../data/session.ts'
import type { BoardQuery, CardFragment } from '../gql/graphql.ts'
import { formatRef } from '../i18n/formatRef.ts'
import { t } from '../i18n/t.ts'
import { asksNothing, leadsTo } from '../obstacles/moves.ts'
import type { Step } from '../obstacles/Step.ts'
import { takeStep } from '../obstacles/takeStep.ts'
import { tellRefusal, tellStep } from '../obstacles/tellStep.ts'
import { showToast } from '../ui/showToast.ts'
import { moveCard } from './moveCard.ts'
import { obstacleOf } from './obstacleOf.ts'

export interface MoveOptions {
  /** The obstacles that the viewer moved here, in this sitting. */
  own: Set<string>
  /** Changes the board on the screen before the server has answered, and gives the way back. */
  change: (change: (board: BoardQuery['board']) => void) => () => void
  /** Asks what the step needs to know. */
  ask: (move: { step: Step; obstacle: CardFragment }) => void
}

/** Takes a step at once where it asks nothing, else by its dialog; without a step it says that none is open. */
export async function takeMove(
  obstacle: CardFragment,
  step: Step | undefined,
  { own, change, ask }: MoveOptions,
): Promise<void> {
  if (hasLeft(obstacle))
    return showToast({ tone: 'error', text: `${formatRef(obstacle.ref)}: ${t().steps.conflict}` })
  if (!step) return showToast({ tone: 'error', text: t().steps.cannotDrop })
  if (!asksNothing(step, obstacle, viewer()?.id ?? '')) return ask({ step, obstacle })
  const { id, ref, version, owner } = obstacle
  const status = leadsTo[step]
  own.add(id)
  const undo = status && change((board) => moveCard(board, id, status))
  try {
    tellStep(step, { owner }, await takeStep(step, { id, version }))
  } catch (error) {
    undo?.()
    tellRefusal(error, ref)
  } finally {
    revalidate()
  }
}

/** Whether somebody else took the card out of its column while it was held there. */
function hasLeft({ id }: CardFragment): boolean {
  return [...document.querySelectorAll('.card--gone')].some((card) => obstacleOf(card)?.id === id)
}
