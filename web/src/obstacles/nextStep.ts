import type { CardFragment, ObstacleStatus } from '../gql/graphql.ts'
import type { Step } from './Step.ts'

/** The likely steps in each status, the likeliest first. */
const likely: Record<ObstacleStatus, readonly Step[]> = {
  LOGGED: ['ASSIGN', 'JOIN'],
  ASSIGNED: ['START', 'ACKNOWLEDGE', 'JOIN'],
  IN_PROGRESS: ['RESOLVE', 'START', 'JOIN'],
  WAITING: ['RESUME', 'RESOLVE', 'JOIN'],
  RESOLVED: ['VERIFY', 'REOPEN'],
  CLOSED: [],
  REJECTED: [],
  MERGED: [],
}

/** In a menu: everything but what has a place of its own on the page. */
const inMenu: readonly Step[] = [
  'ASSIGN',
  'ACKNOWLEDGE',
  'START',
  'RESOLVE',
  'REQUEST_EXTENSION',
  'WAIT',
  'RESUME',
  'VERIFY',
  'REOPEN',
  'JOIN',
  'LEAVE',
  'MERGE',
  'REJECT',
]

type Stepped = Pick<CardFragment, 'status' | 'actions'> & { reporter?: { id: string } }

/** What the viewer most likely does next; undefined where no such step is open. Who has reported it, need not say so again. */
export function nextStep({ status, actions, reporter }: Stepped, viewerId?: string): Step | undefined {
  const isOwn = reporter !== undefined && reporter.id === viewerId
  return likely[status].find((step) => actions.includes(step) && !(step === 'JOIN' && isOwn))
}

/** The other steps that are open, in the order of a menu. */
export function otherSteps(obstacle: Stepped, viewerId?: string): Step[] {
  const first = nextStep(obstacle, viewerId)
  return inMenu.filter((step) => step !== first && obstacle.actions.includes(step))
}
