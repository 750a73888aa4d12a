import { Refusal } from '@goshayesh/shared/refusal'
import { visibleObstacles } from '../queries/visibleObstacles.ts'
import type { Actor } from '../records/Actor.ts'
import { follow } from '../records/followers.ts'
import { transact, type Store } from './transact.ts'

export interface FollowingInput {
  id: number
  following: boolean
}

/** Whether the actor hears what happens to an obstacle. It is the actor's own affair: no event tells of it. */
export function setFollowing(
  store: Store,
  actor: Actor,
  { id, following }: FollowingInput,
  now: number,
): Promise<number> {
  return transact(store, actor.provinceId, 'beside', async (db) => {
    const seen = await visibleObstacles(db, actor, { each: true })
      .select('obstacle.id')
      .where('obstacle.id', '=', id)
      .executeTakeFirst()
    if (!seen) throw new Refusal('NOT_FOUND')
    if (following) await follow(db, actor, id, now)
    else
      await db
        .deleteFrom('follower')
        .where('province_id', '=', actor.provinceId)
        .where('obstacle_id', '=', id)
        .where('user_id', '=', actor.id)
        .execute()
    return id
  })
}
