import type { Database } from '../database/connect.ts'
import type { Actor } from '../records/Actor.ts'
import { visibleObstacles } from './visibleObstacles.ts'

/** The id of the obstacle with a running number, or null if the viewer sees no such one. */
export async function obstacleIdByNumber(
  db: Database,
  viewer: Actor,
  number: number | null,
): Promise<number | null> {
  if (number === null) return null
  const row = await visibleObstacles(db, viewer)
    .select('obstacle.id')
    .where('obstacle.number', '=', number)
    .executeTakeFirst()
  return row?.id ?? null
}
