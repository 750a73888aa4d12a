import { ranBetween, type Pause } from '@goshayesh/shared/deadline'
import type { Database } from '../database/connect.ts'
import { reviewedObstacles, type ReviewScope } from './reviewedObstacles.ts'

const MINUTE = 60_000
const MOST = 2_000

/**
 * Half of what was resolved in [from, to) took at most as many working minutes from logging to resolution, pauses
 * left out. Null where nothing was; of very many only the latest are looked at.
 */
export async function medianResolveMinutes(
  db: Database,
  scope: ReviewScope,
  from: number,
  to: number,
): Promise<number | null> {
  const { calendar } = scope.sight.rules
  const rows = await reviewedObstacles(db, scope)
    .leftJoin('deadline', (join) =>
      join
        .onRef('deadline.province_id', '=', 'obstacle.province_id')
        .onRef('deadline.obstacle_id', '=', 'obstacle.id')
        .on('deadline.kind', '=', 'RESOLVE')
        .on('deadline.state', '=', 'DONE'),
    )
    .select(['obstacle.created_at', 'obstacle.resolved_at', 'deadline.pauses_json'])
    .where('obstacle.resolved_at', '>=', from)
    .where('obstacle.resolved_at', '<', to)
    .orderBy('obstacle.resolved_at', 'desc')
    .limit(MOST)
    .execute()
  const taken = rows
    .map(({ created_at, resolved_at, pauses_json }) => {
      const pauses = JSON.parse(pauses_json ?? '[]') as Pause[]
      return ranBetween(calendar, pauses, created_at, resolved_at ?? created_at)
    })
    .sort((a, b) => a - b)
  return taken.length === 0 ? null : Math.round(middleOf(taken) / MINUTE)
}

function middleOf(ascending: number[]): number {
  const upper = Math.floor(ascending.length / 2)
  const high = ascending[upper] ?? 0
  return ascending.length % 2 === 1 ? high : (high + (ascending[upper - 1] ?? high)) / 2
}
