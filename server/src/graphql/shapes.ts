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
