import { limits } from '@goshayesh/shared/obstacleInput'
import { actsForOwner } from '@goshayesh/shared/permissions'
import { invalid } from '@goshayesh/shared/refusal'
import { stopClock } from '../records/clocks.ts'
import { factsOf } from '../records/ObstacleRecord.ts'
import type { Step } from './changeObstacle.ts'
import { cleanNote } from './cleanText.ts'
import type { Actor } from '../records/Actor.ts'

/**
 * What acknowledging, starting and resolving have in common: the owner has answered, and whoever acts on the
 * owner's behalf says why. Answers with the note.
 */
export function ownerStep(
  actor: Actor,
  { rules, record, now }: Step,
  path: string,
  text: string | null | undefined,
): string | null {
  const note = cleanNote(path, text, limits.note)
  if (actsForOwner(actor, factsOf(record)) && note === null) throw invalid(path, 'REQUIRED')
  record.obstacle.acknowledged_at ??= now
  stopClock(rules, record, 'ACKNOWLEDGE', now)
  return note
}
