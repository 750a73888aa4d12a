import { limits } from '@goshayesh/shared/obstacleInput'
import { mayOwn } from '@goshayesh/shared/permissions'
import { invalid } from '@goshayesh/shared/refusal'
import { cancelClocks, startClock, stopClock } from '../records/clocks.ts'
import { changeObstacle, type StepInput } from './changeObstacle.ts'
import { cleanNote } from './cleanText.ts'
import type { Actor } from '../records/Actor.ts'
import type { Store } from './transact.ts'

export interface AssignObstacleInput extends StepInput {
  ownerId: number
  note?: string | null | undefined
}

/** Gives the obstacle an owner, or another one: the owner's clock to answer starts, anew for a new owner. */
export function assignObstacle(
  store: Store,
  actor: Actor,
  input: AssignObstacleInput,
  now: number,
): Promise<number> {
  const note = cleanNote('input.note', input.note, limits.note)
  return changeObstacle(store, actor, 'ASSIGN', 'ASSIGNED', input, now, async ({ db, rules, record }) => {
    const { obstacle } = record
    const owner = await db
      .selectFrom('user')
      .select(['id', 'name', 'role', 'agency_code'])
      .where('province_id', '=', actor.provinceId)
      .where('id', '=', input.ownerId)
      .where('suspended_at', 'is', null)
      .executeTakeFirst()
    if (!owner) throw invalid('input.ownerId', 'UNKNOWN')
    if (!mayOwn(owner)) throw invalid('input.ownerId', 'NOT_ALLOWED')
    if (owner.id === obstacle.owner_id) throw invalid('input.ownerId', 'SAME')
    const previous = await nameOf(db, obstacle.owner_id)
    Object.assign(obstacle, {
      owner_id: owner.id,
      owner_agency_code: owner.agency_code,
      assigned_at: now,
      acknowledged_at: null,
      started_at: null,
    })
    stopClock(rules, record, 'ASSIGN', now)
    cancelClocks(record, now, ['ACKNOWLEDGE'])
    startClock(rules, record, 'ACKNOWLEDGE', now)
    return { comment: note, changes: [{ field: 'owner', before: previous, after: owner.name }] }
  })
}

async function nameOf(db: Store['db'], id: number | null): Promise<string | null> {
  if (id === null) return null
  return (await db.selectFrom('user').select('name').where('id', '=', id).executeTakeFirst())?.name ?? null
}
