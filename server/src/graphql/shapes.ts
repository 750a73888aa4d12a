import type { DeadlineRow, EventRow, ExtensionRow } from '../database/tables.ts'
import type { SeenObstacle } from '../queries/seenObstacles.ts'

/** Parts of an obstacle keep it at hand: their answers follow from the whole. */
export interface SeenDeadline {
  seen: SeenObstacle
  deadline: DeadlineRow
}

export interface SeenExtension {
  seen: SeenObstacle
  extension: ExtensionRow
}

export interface SeenEvent {
  seen: SeenObstacle
  event: EventRow
}

const deadlines = new WeakMap<DeadlineRow, SeenDeadline>()

/** The same for the same deadline of the same obstacle. */
export function seenDeadline(seen: SeenObstacle, deadline: DeadlineRow): SeenDeadline {
  const known = deadlines.get(deadline)
  if (known?.seen === seen) return known
  const one = { seen, deadline }
  deadlines.set(deadline, one)
  return one
}
