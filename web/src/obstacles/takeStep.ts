import { loadModule } from '../data/loadModule.ts'
import { noteOwnChange } from '../data/ownChanges.ts'
import { RequestError } from '../data/RequestError.ts'
import type { CardFragment, ObstacleStatus } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import type { Step, StepAnswers } from './Step.ts'

export type { Step, StepAnswers }

type Target = Pick<CardFragment, 'id' | 'version'>

/** Takes a step and answers with the obstacle as it is then. Throws RequestError. */
export async function takeStep(
  step: Step,
  { id, version }: Target,
  answers: Partial<StepAnswers> = {},
): Promise<CardFragment> {
  const filled = { note: null, mentionIds: [], ...answers } as StepAnswers
  const { stepRequests } = await loadRequests()
  const { obstacle } = (await stepRequests[step]({ id, expectedVersion: version }, filled)).step
  noteOwnChange(id, obstacle.version)
  return obstacle
}

/** Without a network the code that asks can't come either: that is the same failure to whoever takes the step. */
async function loadRequests() {
  try {
    return await loadModule(() => import('./stepRequests.ts'))
  } catch {
    throw new RequestError('UNREACHABLE', t().errors.unreachable)
  }
}

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
