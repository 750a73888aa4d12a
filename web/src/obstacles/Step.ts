import type { CardFragment, DeadlineKind, ObstacleAction, WaitingOn } from '../gql/graphql.ts'

/** Every action but editing, which has a form of its own. */
export type Step = Exclude<ObstacleAction, 'EDIT' | 'SET_STEPS'>

/** The part of an obstacle that a step is taken on. */
export type StepTarget = Pick<
  CardFragment,
  'id' | 'ref' | 'title' | 'version' | 'updatedAt' | 'owner' | 'agency' | 'nextDeadline'
>

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
