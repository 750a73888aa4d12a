import type { ObstacleStatus } from '@goshayesh/shared/workflow'
import { sql, type Compilable, type CompiledQuery, type RawBuilder } from 'kysely'
import type { Database } from '../database/connect.ts'
import { shapedQuery, type Places, type Values } from '../database/statement.ts'
import { inWordsOfIndex, newestFound } from '../database/wordIndex.ts'
import type { Rules } from '../records/Rules.ts'
import { filterObstacles, type ObstacleFilter, type Sight, type SightAt } from './filterObstacles.ts'
import { searchMatch } from './searchMatch.ts'
import {
  seerAt,
  shapeOf,
  valuesOf,
  visibleObstacles,
  type SeerShape,
  type SeerValues,
} from './visibleObstacles.ts'

/** A common word is in very many obstacles: of those that are visible and fit the filter, so many of the newest are found. */
const MOST_FOUND = 1_000

/** All of what is asked that decides the text of a statement; what is put in is in AskedValues. */
interface AskedShape {
  viewer: SeerShape
  filter: Omit<ObstacleFilter, 'search'>
  /** Left out where they don't matter. */
  milestones: Rules['milestones']
  search: 'NO' | 'WORDS' | 'WITHOUT_WORDS'
}
type AskedValues = SeerValues & { now: number; words: string }

export type AskedObstacles = ReturnType<typeof askedObstacles>
type Build<Shape, More extends Values, Row> = (
  parts: { db: Database; asked: (status?: ObstacleStatus) => AskedObstacles; now: RawBuilder<number> },
  value: Places<More>,
  shape: Shape,
) => Compilable<Row>

/**
 * A statement upon the obstacles that the viewer sees and the filter names, of a search those found: built once for
 * each shape of what is asked. INVALID for a filter or a search that breaks a rule.
 */
export function askedQuery<Shape, More extends Values, Row>(build: Build<Shape, More, Row>) {
  const query = shapedQuery<[AskedShape, Shape], AskedValues & More, Row>((db, value, [asked, shape]) => {
    // Who puts more in takes part of the same places.
    const places = value as Places<AskedValues> & Places<More>
    const askedWith = (status?: ObstacleStatus) => askedObstacles(db, asked, places, status)
    return build({ db, asked: askedWith, now: places('now') }, places, shape)
  })
  return (
    db: Database,
    { viewer, rules, now }: Sight,
    { search, ...filter }: ObstacleFilter,
    shape: Shape,
    more: More,
  ): CompiledQuery<Row> => {
    const match = search?.trim() ? searchMatch('filter.search', search) : undefined
    const asked: AskedShape = {
      viewer: shapeOf(viewer),
      filter,
      milestones: filter.milestoneId == null ? [] : rules.milestones,
      search: match === undefined ? 'NO' : match === null ? 'WITHOUT_WORDS' : 'WORDS',
    }
    const words = match ? inWordsOfIndex(db, match) : ''
    return query(db, [asked, shape], { ...valuesOf(viewer), now, words, ...more })
  }
}

/** With a status those of them that have it. */
function askedObstacles(
  db: Database,
  { viewer, filter, milestones, search }: AskedShape,
  value: Places<AskedValues>,
  status?: ObstacleStatus,
) {
  const sight: SightAt = { viewer: seerAt(viewer, value), rules: { milestones }, now: value('now') }
  const narrowed = status
    ? { ...filter, status: [status].filter((one) => filter.status?.includes(one) ?? true) }
    : filter
  const { subjectKind: kinds, status: statuses } = narrowed
  const visible = visibleObstacles(db, sight.viewer, { kinds, statuses, each: search === 'WORDS' })
  const fitting = visible.where(filterObstacles(db, narrowed, sight))
  if (search === 'NO') return fitting
  if (search === 'WITHOUT_WORDS') return visible.where(sql.lit(false))
  const words = { provinceId: value('provinceId'), words: value('words') }
  return newestFound(db, fitting, words, MOST_FOUND)
}
