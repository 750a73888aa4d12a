import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import { hitsOf } from '../database/dialects.ts'
import { filterObstacles, type ObstacleFilter, type Sight } from './filterObstacles.ts'
import { searchMatch } from './searchMatch.ts'
import { visibleObstacles } from './visibleObstacles.ts'

/** A common word is in very many obstacles: of those that are visible and fit the filter, so many of the newest are found. */
const MOST_FOUND = 1_000

/** The obstacles that the viewer sees and the filter names; of a search those found. */
export function askedObstacles(db: Database, sight: Sight, { search, ...filter }: ObstacleFilter) {
  const visible = visibleObstacles(db, sight.viewer)
  const fitting = visible.where(filterObstacles(db, filter, sight))
  if (!search?.trim()) return fitting
  const match = searchMatch('filter.search', search, 'AND')
  if (match === null) return visible.where(sql.lit(false))
  const newest = fitting
    .innerJoin(hitsOf(db, match), 'hit.rowid', 'obstacle.id')
    .select('obstacle.id')
    .orderBy('hit.rowid', 'desc')
    .limit(MOST_FOUND)
  return visible.where('obstacle.id', 'in', newest)
}
