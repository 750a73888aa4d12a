import type { CardFragment, ObstacleStatus } from '../gql/graphql.ts'
import { moveTo, type Step } from '../obstacles/takeStep.ts'
import { whileMounted } from './whileMounted.ts'

/**
 * Lets cards be dropped on a column. data-drop says "open" or "refused" while a card is above it; a drop where no step
 * is open to the viewer calls onMove without one.
 */
export function makeDropTarget(
  element: HTMLElement,
  status: ObstacleStatus,
  onMove: (obstacle: CardFragment, step: Step | undefined) => void,
): void {
  whileMounted(async () => {
    const { dropTargetForElements } = await import('@atlaskit/pragmatic-drag-and-drop/element/adapter')
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => cardOf(source.data) !== undefined,
      onDragEnter: ({ source }) => {
        const obstacle = cardOf(source.data)
        if (!obstacle || obstacle.status === status) return
        element.dataset['drop'] = moveTo(obstacle, status) ? 'open' : 'refused'
      },
      onDragLeave: () => delete element.dataset['drop'],
      onDrop: ({ source }) => {
        delete element.dataset['drop']
        const obstacle = cardOf(source.data)
        if (obstacle && obstacle.status !== status) onMove(obstacle, moveTo(obstacle, status))
      },
    })
  })
}

function cardOf(data: Record<string | symbol, unknown>): CardFragment | undefined {
  return data['obstacle'] as CardFragment | undefined
}
