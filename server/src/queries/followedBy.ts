import type { Database } from '../database/connect.ts'
import type { Actor } from '../records/Actor.ts'

/** Those of the obstacles that the person follows. */
export async function followedBy(
  db: Database,
  person: Actor,
  obstacleIds: number[],
): Promise<Map<number, true>> {
  const rows = await db
    .selectFrom('follower')
    .select('obstacle_id')
    .where('province_id', '=', person.provinceId)
    .where('user_id', '=', person.id)
    .where('obstacle_id', 'in', obstacleIds)
    .execute()
  return new Map(rows.map(({ obstacle_id }) => [obstacle_id, true]))
}
