import type { ObstacleAction } from '../gql/graphql.ts'
import type { Step } from './Step.ts'

/** One key for a step; where it stands for two, the one that is open is taken. */
export const stepKeys: readonly { key: string; steps: readonly [Step, ...Step[]] }[] = [
  { key: 'S', steps: ['RESOLVE'] },
  { key: 'E', steps: ['REQUEST_EXTENSION'] },
  { key: 'A', steps: ['ASSIGN'] },
  { key: 'P', steps: ['WAIT', 'RESUME'] },
]

/** The step that a key stands for, if it is among the open actions. Keys are physical: event.code. */
export function stepOfKey(code: string, actions: readonly ObstacleAction[]): Step | undefined {
  const found = stepKeys.find(({ key }) => code === `Key${key}`)
  return found?.steps.find((step) => actions.includes(step))
}
