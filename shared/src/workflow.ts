export const obstacleStatuses = [
  'LOGGED',
  'ASSIGNED',
  'IN_PROGRESS',
  'WAITING',
  'RESOLVED',
  'CLOSED',
  'REJECTED',
  'MERGED',
] as const
export type ObstacleStatus = (typeof obstacleStatuses)[number]

/** The columns of a board. The other three statuses are final. */
export const openStatuses = [
  'LOGGED',
  'ASSIGNED',
  'IN_PROGRESS',
  'WAITING',
  'RESOLVED',
] as const satisfies ObstacleStatus[]

export const obstacleActions = [
  'EDIT',
  'ASSIGN',
  'ACKNOWLEDGE',
  'START',
  'WAIT',
  'RESUME',
  'RESOLVE',
  'VERIFY',
  'REOPEN',
  'REJECT',
  'MERGE',
  'COMMENT',
  'JOIN',
  'LEAVE',
  'REQUEST_EXTENSION',
  'DECIDE_EXTENSION',
  'SET_STEPS',
] as const
export type ObstacleAction = (typeof obstacleActions)[number]

export const waitingOn = [
  'NATIONAL_BODY',
  'OTHER_AGENCY',
  'INVESTOR',
  'BUDGET',
  'LEGAL_OPINION',
  'CONTRACTOR',
] as const
export type WaitingOn = (typeof waitingOn)[number]

/** What the workflow asks about an obstacle. */
export interface Position {
  status: ObstacleStatus
  /** The present owner has answered: acknowledged, or taken a later step. */
  acknowledged: boolean
  started: boolean
  extensionPending: boolean
}

interface Step {
  from: readonly ObstacleStatus[]
  to: (position: Position) => ObstacleStatus
  when?: (position: Position) => boolean
}

const stays = (position: Position) => position.status

const unresolved: ObstacleStatus[] = ['LOGGED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING']
const owned: ObstacleStatus[] = ['ASSIGNED', 'IN_PROGRESS', 'WAITING']

/** The whole workflow: from which statuses a step can be taken, and where it leads. */
const steps: Record<ObstacleAction, Step> = {
  EDIT: { from: unresolved, to: stays },
  ASSIGN: { from: unresolved, to: ({ status }) => (status === 'WAITING' ? 'WAITING' : 'ASSIGNED') },
  ACKNOWLEDGE: {
    from: owned,
    to: ({ status }) => (status === 'ASSIGNED' ? 'IN_PROGRESS' : status),
    when: ({ acknowledged }) => !acknowledged,
  },
  START: { from: ['ASSIGNED', 'IN_PROGRESS'], to: () => 'IN_PROGRESS', when: ({ started }) => !started },
  WAIT: { from: ['ASSIGNED', 'IN_PROGRESS'], to: () => 'WAITING' },
  RESUME: { from: ['WAITING'], to: ({ acknowledged }) => (acknowledged ? 'IN_PROGRESS' : 'ASSIGNED') },
  RESOLVE: { from: owned, to: () => 'RESOLVED' },
  VERIFY: { from: ['RESOLVED'], to: () => 'CLOSED' },
  REOPEN: { from: ['RESOLVED'], to: () => 'IN_PROGRESS' },
  REJECT: { from: unresolved, to: () => 'REJECTED' },
  MERGE: { from: unresolved, to: () => 'MERGED' },
  COMMENT: { from: obstacleStatuses, to: stays },
  JOIN: { from: openStatuses, to: stays },
  LEAVE: { from: openStatuses, to: stays },
  REQUEST_EXTENSION: { from: owned, to: stays, when: ({ extensionPending }) => !extensionPending },
  DECIDE_EXTENSION: { from: owned, to: stays, when: ({ extensionPending }) => extensionPending },
  SET_STEPS: { from: owned, to: stays },
}

/** The status after the step, or null where the workflow does not allow it now. */
export function statusAfter(action: ObstacleAction, position: Position): ObstacleStatus | null {
  const { from, when, to } = steps[action]
  return from.includes(position.status) && (when?.(position) ?? true) ? to(position) : null
}

export function isOpen(status: ObstacleStatus): boolean {
  return (openStatuses as readonly ObstacleStatus[]).includes(status)
}
