import type { CardFragment, ObstacleStatus } from '../gql/graphql.ts'
import type { Step } from './Step.ts'

/** Where a step leads, as far as can be told before; null where the status stays. */
export const leadsTo: Record<Step, ObstacleStatus | null> = {
  ASSIGN: 'ASSIGNED',
  ACKNOWLEDGE: 'IN_PROGRESS',
  START: 'IN_PROGRESS',
  WAIT: 'WAITING',
  RESUME: 'IN_PROGRESS',
  RESOLVE: 'RESOLVED',
  VERIFY: 'CLOSED',
  REOPEN: 'IN_PROGRESS',
  REJECT: 'REJECTED',
  MERGE: 'MERGED',
  COMMENT: null,
  JOIN: null,
  LEAVE: null,
  REQUEST_EXTENSION: null,
  DECIDE_EXTENSION: null,
}

/** Steps that move a card, in the order of a menu. */
const moves: readonly Step[] = [
  'ASSIGN',
  'ACKNOWLEDGE',
  'START',
  'WAIT',
  'RESUME',
  'RESOLVE',
  'VERIFY',
  'REOPEN',
  'MERGE',
  'REJECT',
]

/** The moves that are open to the viewer now. */
export function movesOf(obstacle: Pick<CardFragment, 'actions'>): Step[] {
  return moves.filter((step) => obstacle.actions.includes(step))
}

/** The step that brings a card to another column; undefined where none is open. Starting beats acknowledging. */
export function moveTo(
  obstacle: Pick<CardFragment, 'actions' | 'status'>,
  status: ObstacleStatus,
): Step | undefined {
  const open = movesOf(obstacle).filter((step) => leadsTo[step] === status)
  return open.includes('START') ? 'START' : open[0]
}

/** Whether a step needs nothing to be said: its own owner takes it, or the clock just goes on. */
export function asksNothing(step: Step, obstacle: Pick<CardFragment, 'owner'>, viewerId: string): boolean {
  if (step === 'RESUME') return true
  return (step === 'ACKNOWLEDGE' || step === 'START') && obstacle.owner?.id === viewerId
}
