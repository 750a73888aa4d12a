import type { CardFragment } from '../gql/graphql.ts'
import { numberOfRef } from '../i18n/formatRef.ts'

const obstacles = new WeakMap<Element, () => CardFragment>()

/** Says which obstacle an element stands for, so that keys pressed within it speak of that. */
export function markObstacle(element: Element, obstacle: () => CardFragment): void {
  element.setAttribute('data-obstacle', '')
  obstacles.set(element, obstacle)
}

/** The obstacle that a place on the page stands for. */
export function obstacleOf(place: Element | null | undefined): CardFragment | undefined {
  const element = place?.closest('[data-obstacle]')
  return element ? obstacles.get(element)?.() : undefined
}

/** Every link to an obstacle within an element, in the order of the page. */
export function linksIn(element: ParentNode): HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>('[data-obstacle] a')]
}

/** The link to the obstacle with a running number, if it is on the page. */
export function linkOf(number: string): HTMLElement | undefined {
  return linksIn(document).find((link) => numberOfRef(obstacleOf(link)?.ref ?? '') === number)
}
