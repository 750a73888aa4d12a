import { noteOwnChange } from '../data/ownChanges.ts'
import { request } from '../data/request.ts'
import {
  AcknowledgeObstacleDocument,
  AssignObstacleDocument,
  type CardFragment,
  CommentObstacleDocument,
  type DeadlineKind,
  DecideExtensionDocument,
  JoinObstacleDocument,
  MergeObstacleDocument,
  type ObstacleAction,
  type ObstacleStatus,
  RejectObstacleDocument,
  ReopenObstacleDocument,
  RequestExtensionDocument,
  ResolveObstacleDocument,
  ResumeObstacleDocument,
  StartObstacleDocument,
  VerifyObstacleDocument,
  WaitObstacleDocument,
  type WaitingOn,
} from '../gql/graphql.ts'

/** Every action but editing, which has a form of its own. */
export type Step = Exclude<ObstacleAction, 'EDIT' | 'SET_STEPS'>

/** What a step may need; which of it, StepDialog knows. Dates are Jalali, '1405-04-31'. */
export interface StepAnswers {
  ownerId: string
  note: string | null
  on: WaitingOn
  party: string
  reason: string
  until: string
  solution: string
  intoId: string
  text: string
  mentionIds: readonly string[]
  kind: DeadlineKind
  extensionId: string
  approve: boolean
}

type Target = Pick<CardFragment, 'id' | 'version'>
type Answer = Promise<{ step: { obstacle: CardFragment } }>

const steps: Record<Step, (base: { id: string; expectedVersion: number }, answers: StepAnswers) => Answer> = {
  ASSIGN: (base, { ownerId, note }) => request(AssignObstacleDocument, { input: { ...base, ownerId, note } }),
  ACKNOWLEDGE: (base, { note }) => request(AcknowledgeObstacleDocument, { input: { ...base, note } }),
  START: (base, { note }) => request(StartObstacleDocument, { input: { ...base, note } }),
  WAIT: (base, { on, party, reason, until }) =>
    request(WaitObstacleDocument, { input: { ...base, on, party, reason, until } }),
  RESUME: (base, { note }) => request(ResumeObstacleDocument, { input: { ...base, note } }),
  RESOLVE: (base, { solution }) => request(ResolveObstacleDocument, { input: { ...base, solution } }),
  VERIFY: (base, { note }) => request(VerifyObstacleDocument, { input: { ...base, note } }),
  REOPEN: (base, { reason }) => request(ReopenObstacleDocument, { input: { ...base, reason } }),
  REJECT: (base, { reason }) => request(RejectObstacleDocument, { input: { ...base, reason } }),
  MERGE: (base, { intoId }) => request(MergeObstacleDocument, { input: { ...base, intoId } }),
  COMMENT: ({ id }, { text, mentionIds }) =>
    request(CommentObstacleDocument, { input: { id, text, mentionIds: [...mentionIds] } }),
  JOIN: (base, { note }) => request(JoinObstacleDocument, { input: { ...base, note } }),
  REQUEST_EXTENSION: (base, { kind, until, reason }) =>
    request(RequestExtensionDocument, { input: { ...base, kind, until, reason } }),
  DECIDE_EXTENSION: (_, { extensionId, approve, note }) =>
    request(DecideExtensionDocument, { input: { extensionId, approve, note } }),
}

/** Takes a step and answers with the obstacle as it is then. Throws RequestError. */
export async function takeStep(
  step: Step,
  { id, version }: Target,
  answers: Partial<StepAnswers> = {},
): Promise<CardFragment> {
  const filled = { note: null, mentionIds: [], ...answers } as StepAnswers
  const { obstacle } = (await steps[step]({ id, expectedVersion: version }, filled)).step
  noteOwnChange(id, obstacle.version)
  return obstacle
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
