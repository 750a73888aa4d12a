import type { Database } from '../database/connect.ts'
import { anyOf } from '../database/dialects.ts'
import { statement, type Places } from '../database/statement.ts'
import type { Actor } from './Actor.ts'

/** From now on the person hears what happens to the obstacle; nothing changes where he or she does already. */
export async function follow(db: Database, person: Actor, obstacleId: number, now: number): Promise<void> {
  await db
    .insertInto('follower')
    .values({ province_id: person.provinceId, obstacle_id: obstacleId, user_id: person.id, since: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Who follows which of the obstacles, by obstacle id. */
export async function followersOf(
  db: Database,
  provinceId: number,
  obstacleIds: number[],
): Promise<Map<number, number[]>> {
  if (obstacleIds.length === 0) return new Map()
  const rows = await followers(db, { provinceId, obstacleIds })
  const byObstacle = Map.groupBy(rows, ({ obstacle_id }) => obstacle_id)
  return new Map([...byObstacle].map(([id, found]) => [id, found.map(({ user_id }) => user_id)]))
}

const followers = statement((db, value: Places<{ provinceId: number; obstacleIds: number[] }>) =>
  db
    .selectFrom('follower')
    .select(['obstacle_id', 'user_id'])
    .where('province_id', '=', value('provinceId'))
    .where('obstacle_id', ...anyOf(db, 'bigint', value('obstacleIds'))),
)
