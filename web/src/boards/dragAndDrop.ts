import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import type { CardFragment, ObstacleStatus } from '../gql/graphql.ts'
import { movesOf, moveTo } from '../obstacles/moves.ts'
import type { Step } from '../obstacles/Step.ts'

/** Lets a card be dragged to another column, if any of its moves is open; gives what ends it. `obstacle` is asked anew each time. */
export function dragCard(
  element: HTMLElement,
  obstacle: () => CardFragment,
  onDragged: (isDragged: boolean) => void,
): () => void {
  return draggable({
    element,
    canDrag: () => movesOf(obstacle()).length > 0,
    getInitialData: () => ({ obstacle: obstacle() }),
    onDragStart: () => onDragged(true),
    onDrop: () => onDragged(false),
  })
}

/**
 * Lets cards be dropped on a column; gives what ends it. data-drop says "open" or "refused" while a card is above it; a
 * drop where no step is open to the viewer calls onMove without one.
 */
export function dropCards(
  element: HTMLElement,
  status: ObstacleStatus,
  onMove: (obstacle: CardFragment, step: Step | undefined) => void,
): () => void {
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
}

function cardOf(data: Record<string | symbol, unknown>): CardFragment | undefined {
  return data['obstacle'] as CardFragment | undefined
}
