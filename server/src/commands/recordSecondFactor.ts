import type { Database } from '../database/connect.ts'
import type { Actor } from '../records/Actor.ts'
import { recordAct } from '../records/recordAct.ts'

/** The audit trail tells whose second factor was turned on or off, and by whom. */
export function recordSecondFactor(
  db: Database,
  actor: Actor,
  userId: number,
  after: 'on' | 'off',
  now: number,
): Promise<void> {
  const changes = [{ field: 'secondFactor', before: after === 'on' ? 'off' : 'on', after }]
  const act = {
    provinceId: actor.provinceId,
    kind: 'SECOND_FACTOR',
    subject: userId,
    actorId: actor.id,
  } as const
  return recordAct(db, { ...act, changes }, now)
}
