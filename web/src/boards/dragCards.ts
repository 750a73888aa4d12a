import type { CardFragment, ObstacleStatus } from '../gql/graphql.ts'
import { moveTo } from '../obstacles/moves.ts'
import type { Step } from '../obstacles/Step.ts'
import { obstacleOf } from './obstacleOf.ts'

/**
 * Lets the cards of a board be dragged to its other columns, each an element with data-status. While a card is above one,
 * data-drop says "open" or "refused"; a drop where no step is open to the viewer calls onMove without one.
 */
export function dragCards(
  board: HTMLElement,
  onMove: (obstacle: CardFragment, step: Step | undefined) => void,
): void {
  let dragged: { card: HTMLElement; obstacle: CardFragment } | undefined
  let above: HTMLElement | undefined
  const hover = (column: HTMLElement | undefined): void => {
    if (column === above) return
    if (above) delete above.dataset['drop']
    above = column
    if (!above || !dragged || statusOf(above) === dragged.obstacle.status) return
    above.dataset['drop'] = moveTo(dragged.obstacle, statusOf(above)) ? 'open' : 'refused'
  }
  const end = (): void => {
    hover(undefined)
    if (dragged) delete dragged.card.dataset['dragged']
    dragged = undefined
  }
  board.addEventListener('dragstart', ({ target, dataTransfer }) => {
    end()
    const obstacle = target instanceof HTMLElement && target.draggable ? obstacleOf(target) : undefined
    if (!obstacle || !dataTransfer) return
    const drag = { card: target as HTMLElement, obstacle }
    dragged = drag
    dataTransfer.effectAllowed = 'move'
    dataTransfer.setData('text/plain', obstacle.ref)
    // The picture that follows the pointer is taken first.
    requestAnimationFrame(() => {
      if (dragged === drag) drag.card.dataset['dragged'] = ''
    })
  })
  board.addEventListener('dragover', (event) => {
    if (!dragged) return
    hover(columnOf(event.target))
    if (above) event.preventDefault()
  })
  board.addEventListener('dragleave', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node) || !board.contains(relatedTarget)) hover(undefined)
  })
  board.addEventListener('drop', (event) => {
    const column = columnOf(event.target)
    if (!dragged || !column) return
    event.preventDefault()
    const { obstacle } = dragged
    end()
    const status = statusOf(column)
    if (status !== obstacle.status) onMove(obstacle, moveTo(obstacle, status))
  })
  board.addEventListener('dragend', end)
}

function columnOf(place: EventTarget | null): HTMLElement | undefined {
  const element = place instanceof Element ? place : (place as Node | null)?.parentElement
  return element?.closest<HTMLElement>('[data-status]') ?? undefined
}

function statusOf(column: HTMLElement): ObstacleStatus {
  return column.dataset['status'] as ObstacleStatus
}
