import type { CardFragment, ObstacleStatus } from '../gql/graphql.ts'
import type { Step } from '../obstacles/Step.ts'
import { whileMounted } from './whileMounted.ts'

/** Lets cards be dropped on a column, once the code of dragging is here. */
export function makeDropTarget(
  element: HTMLElement,
  status: ObstacleStatus,
  onMove: (obstacle: CardFragment, step: Step | undefined) => void,
): void {
  whileMounted(async () => (await import('./dragAndDrop.ts')).dropCards(element, status, onMove))
}
